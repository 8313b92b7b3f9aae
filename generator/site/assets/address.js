/**
 * The state of a search and the page's address, each made from the other, so that every search can be shared.
 *
 * @typedef {object} Search
 * @property {string} text what was typed
 * @property {Record<string, string[]>} chosen value ids by facet; several of one facet mean "or", several facets "and"
 */

/** What each part of an address filters by. */
export const FACETS = {
  skill: "skills",
  topic: "topics",
  domain: "domains",
  career_path: "career_paths",
  language: "languages",
  timezone: "timezone",
  commitment: "commitment",
  format: "formats",
  channel: "channels",
  relationship_type: "relationship_types",
  structure: "structure",
  guidance: "guidance",
  stage: "stages_supported",
  program: "programs",
  accessibility: "accessibility",
  office_hours: "office_hours",
  availability: "availability",
};
// Written as `text`, because Material's search, where a community turns it on, opens itself on `q` and removes it.
const TEXT = "text";
const ALSO_TEXT = "q";

/** @param {string} query the part of an address from "?" on @returns {Search} */
export function readAddress(query) {
  const parameters = new URLSearchParams(query);
  const chosen = {};
  for (const [name, facet] of Object.entries(FACETS)) {
    const values = [...new Set(parameters.getAll(name).filter(Boolean))];
    if (values.length) chosen[facet] = values;
  }
  return { text: parameters.get(TEXT) ?? parameters.get(ALSO_TEXT) ?? "", chosen };
}

/**
 * Write a search into an address and leave alone what others put there.
 * @param {Search} search @param {string} query the present query @returns {string} the new one, empty or from "?" on
 */
export function writeAddress(search, query) {
  const parameters = new URLSearchParams(query);
  for (const name of [TEXT, ALSO_TEXT, ...Object.keys(FACETS)]) parameters.delete(name);
  if (search.text.trim()) parameters.set(TEXT, search.text.trim());
  for (const [name, facet] of Object.entries(FACETS)) {
    for (const value of search.chosen[facet] ?? []) parameters.append(name, value);
  }
  const written = parameters.toString();
  return written && `?${written}`;
}

/** @param {Search} search @returns {boolean} whether it asks for everybody */
export function isEmpty(search) {
  return !search.text.trim() && Object.keys(search.chosen).length === 0;
}
