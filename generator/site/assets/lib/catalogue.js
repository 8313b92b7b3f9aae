/** What the build knows of the page's language. English is the source and needs no translations; a build in another language replaces this file. */

/** @type {import("./messages.js").Catalogue} */
export const CATALOGUE = { language: "en", plural: (n) => Number(n !== 1), messages: {} };
