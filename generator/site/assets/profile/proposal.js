/** From the answers of the form to a file: its name, its text, and the address on GitHub that opens with both filled in. */

import { newTermLine, vocabularyFile } from "./words.js";
import { yamlText } from "./yaml-write.js";

/** Bytes of an address that every browser and GitHub still take. */
export const LONGEST = 7500;
const LONGEST_HANDLE = 39;

/** @typedef {{kind: string, word: string}} NewTerm a word that no vocabulary has yet */

/**
 * Put answers into the order and groups of the schema; what was left empty is left out.
 * @param {import("./violation.js").Part} schema @param {Map<string, any>} answers by name, "style.structure" when nested
 * @returns {Record<string, any>}
 */
export function fieldsFrom(schema, answers, path = "") {
  const found = {};
  for (const [name, part] of Object.entries(schema.properties)) {
    const here = path + name;
    const value = part.type === "object" ? fieldsFrom(part, answers, `${here}.`) : answers.get(here);
    if (!isEmpty(value)) found[name] = value;
  }
  return found;
}

/** @param {any} value @returns {boolean} */
export function isEmpty(value) {
  return value === undefined || value === null || value === "" || (typeof value === "object" && !Object.keys(value).length);
}

/** @param {Record<string, any>} fields @param {NewTerm[]} proposed @returns {string} the text of the file */
export function fileText(fields, proposed) {
  const lines = proposed.map(({ kind, word }) => `# New for ${vocabularyFile(kind)}: ${newTermLine(word)}\n`);
  return yamlText(fields) + lines.join("");
}

/** @param {string} name @returns {string} what a page may be called, from someone's name */
export function handleFrom(name) {
  const plain = name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return (plain.match(/[a-z0-9]+/g) ?? []).join("-").slice(0, LONGEST_HANDLE).replace(/-+$/, "");
}

/** @param {string} written @returns {string} a login, also from a whole address or with its sign */
export function loginFrom(written) {
  return written.trim().replace(/^https:\/\/github\.com\//i, "").replace(/^@|\/+$/g, "");
}

/**
 * @param {string} folder where GitHub makes a new file @param {string} stem @param {string} text
 * @returns {{address: string, whole: boolean}} whether the text is in it; otherwise only the name is
 */
export function proposalAddress(folder, stem, text) {
  const named = `${folder}?filename=${encodeURIComponent(`${stem}.yml`)}`;
  const address = `${named}&value=${encodeURIComponent(wellFormed(text))}`;
  return address.length <= LONGEST ? { address, whole: true } : { address: named, whole: false };
}

/** Half of a sign has no address; the check speaks of it. @param {string} text */
function wellFormed(text) {
  return text.replace(/\p{Cs}/gu, "\ufffd");
}
