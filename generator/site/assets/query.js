/**
 * Find mentors: a search becomes a set of mentors, and how many would be left for each value of each facet.
 * Knows neither a page nor a network.
 *
 * @typedef {import("./address.js").Search} Search
 * @typedef {import("./columns.js").Index} Index
 * @typedef {{total: number, found: Uint32Array, counts: Record<string, number[]>}} Finding
 */

import { addPosting, addPositions, countIn, everybody, keepCommon, nobody, sizeOf } from "./bits.js";
import { meaningsOf } from "./lexicon.js";

/**
 * Answer a search. Within a facet any chosen value will do, across facets all must fit. A value's count says how
 * many would be found if it were chosen, given the text and the other facets. A value nobody has finds nobody.
 * @param {Index} index @param {import("./lexicon.js").Lexicon} lexicon
 * @param {import("./text.js").TextIndex | null} texts names and headlines, or null while they are not here
 * @param {Search} search @param {string[]} counted the facets to count @returns {Finding}
 */
export function find(index, lexicon, texts, search, counted) {
  const byText = withText(index, lexicon, texts, search.text);
  const byFacet = new Map();
  for (const [name, ids] of Object.entries(search.chosen)) byFacet.set(name, withAny(index, name, ids));
  const found = common(byText, byFacet, null);
  const counts = {};
  for (const name of counted) {
    const others = byFacet.has(name) ? common(byText, byFacet, name) : found;
    counts[name] = index.facets.get(name).postings.map((posting) => countIn(posting, others));
  }
  return { total: sizeOf(found), found, counts };
}

function withText(index, lexicon, texts, text) {
  const fitting = everybody(index.count);
  for (const meaning of meaningsOf(text, lexicon)) {
    const fits = nobody(index.count);
    for (const [name, value] of meaning.values) addPosting(fits, index.facets.get(name).postings[value]);
    if (texts && meaning.word) {
      for (const positions of texts.mentorsWith(meaning.word, meaning.begun)) addPositions(fits, positions);
    }
    keepCommon(fitting, fits);
  }
  return fitting;
}

function withAny(index, name, ids) {
  const fits = nobody(index.count);
  const facet = index.facets.get(name);
  for (const id of ids) {
    const value = facet ? facet.values.indexOf(id) : -1;
    if (value >= 0) addPosting(fits, facet.postings[value]);
  }
  return fits;
}

function common(byText, byFacet, leftOut) {
  const both = byText.slice();
  for (const [name, bits] of byFacet) if (name !== leftOut) keepCommon(both, bits);
  return both;
}
