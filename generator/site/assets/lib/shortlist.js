/** Mentors someone keeps in mind, by handle. */

export const COMPARED = 4;
const LONGEST = 50;

/** @param {unknown} kept @returns {string[]} */
export function readShortlist(kept) {
  return Array.isArray(kept) ? [...new Set(kept.filter((handle) => typeof handle === "string"))].slice(0, LONGEST) : [];
}

/** @param {string[]} shortlist @param {string} handle @returns {string[]} with it, or without it when it was in */
export function toggled(shortlist, handle) {
  return shortlist.includes(handle) ? shortlist.filter((one) => one !== handle) : [...shortlist, handle].slice(-LONGEST);
}
