/**
 * The state of a search and the page's address, each made from the other, so that every search can be shared.
 * Nothing of one's goals is ever written into an address.
 *
 * @typedef {object} Search
 * @property {string} text what was typed
 * @property {Record<string, string[]>} chosen value ids by facet; several of one facet mean "or", several facets "and"
 * @property {boolean} all whether all chosen skills are asked for, instead of any of them
 * @property {boolean} written whether bios and approaches are searched too
 * @property {number} within how many hours another time zone may be away from the reader's own; 0 asks for nothing
 * @property {number} common how many hours a week both must be free; 0 asks for nothing
 * @property {string} preset the preset to look at, or "" for all
 * @property {string} sort one of SORTS, or "" for what fits best
 */

import { FACETS } from "../lib/choices.js";

export const SORTS = ["match", "relevance", "availability", "experience", "confirmed", "name"];
export const PRESETS = ["ready", "different-path", "near-peers", "group"];
// Written as `text`, because Material's search, where a community turns it on, opens itself on `q` and removes it.
const TEXT = "text";
const ALSO_TEXT = "q";
const OTHERS = {
  skills: { of: "all", read: (value) => value === "all", write: (all) => (all ? "all" : "") },
  bios: { of: "written", read: (value) => value === "yes", write: (written) => (written ? "yes" : "") },
  within: { of: "within", read: hours, write: (value) => value || "" },
  common: { of: "common", read: hours, write: (value) => value || "" },
  shelf: { of: "preset", read: (value) => (PRESETS.includes(value) ? value : ""), write: (preset) => preset },
  sort: { of: "sort", read: (value) => (SORTS.includes(value) ? value : ""), write: (sort) => sort },
};

function hours(value) {
  const number = Number(value);
  return number > 0 && number <= 24 ? number : 0;
}

/** @returns {Search} one that asks for everyone */
export function emptySearch() {
  return { text: "", chosen: {}, all: false, written: false, within: 0, common: 0, preset: "", sort: "" };
}

/**
 * @param {string} query the part of an address from "?" on
 * @param {string} [hash] the part from "#" on, where the typed text is, which no server sees; old links have it in `query`
 * @returns {Search}
 */
export function readUrl(query, hash = "") {
  const parameters = new URLSearchParams(query);
  const search = emptySearch();
  search.text = new URLSearchParams(hash.replace(/^#/, "")).get(TEXT) ?? parameters.get(TEXT) ?? parameters.get(ALSO_TEXT) ?? "";
  for (const [name, facet] of Object.entries(FACETS)) {
    const values = [...new Set(parameters.getAll(name).filter(Boolean))];
    if (values.length) search.chosen[facet] = values;
  }
  for (const [name, { of, read }] of Object.entries(OTHERS)) {
    if (parameters.has(name)) search[of] = read(parameters.get(name));
  }
  return search;
}

/**
 * Write a search into an address and leave alone what others put there.
 * @param {Search} search @param {string} query the present query @returns {string} the new one, empty or from "?" on
 */
export function writeUrl(search, query) {
  const parameters = new URLSearchParams(query);
  for (const name of [TEXT, ALSO_TEXT, ...Object.keys(FACETS), ...Object.keys(OTHERS)]) parameters.delete(name);
  for (const [name, facet] of Object.entries(FACETS)) {
    for (const value of search.chosen[facet] ?? []) parameters.append(name, value);
  }
  for (const [name, { of, write }] of Object.entries(OTHERS)) {
    if (write(search[of])) parameters.set(name, write(search[of]));
  }
  const written = parameters.toString();
  return written && `?${written}`;
}

/**
 * Write the typed text into the part of an address that no server sees.
 * @param {string} text @param {string} hash the present one, kept when it is no text @returns {string} empty or from "#" on
 */
export function writeHash(text, hash) {
  if (text.trim()) return `#${new URLSearchParams({ [TEXT]: text.trim() })}`;
  return hash.startsWith(`#${TEXT}=`) ? "" : hash;
}

/** @param {Search} search @returns {boolean} whether it asks for everyone, in the order of the static list */
export function isEmpty(search) {
  return asksForEveryone(search) && ["", "availability", "relevance"].includes(search.sort);
}

/** @param {Search} search @returns {boolean} whether nobody is left out */
export function asksForEveryone({ text, chosen, within, common, preset }) {
  return !text.trim() && Object.keys(chosen).length === 0 && !within && !common && !preset;
}
