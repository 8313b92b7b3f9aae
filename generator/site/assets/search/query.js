/**
 * Find mentors: a search becomes a set of mentors, and how many would be left for each value of each facet.
 * Knows neither a page nor a network.
 *
 * @typedef {import("./url-state.js").Search} Search
 * @typedef {import("./columns.js").Index} Index
 * @typedef {import("./bitset.js").Bits} Bits
 * @typedef {object} Texts what is searched beside the terms; each may be missing while it is not here
 * @property {import("./text.js").TextIndex} [names] names, logins and headlines
 * @property {import("./text.js").TextIndex} [written] what mentors wrote about themselves
 * @property {boolean} [forgiving] whether all words are here, so that one nobody uses may be a typing mistake
 * @typedef {object} Finding
 * @property {number} total @property {Bits} found
 * @property {Map<string, Bits>} parts who fits each part of the search: "text", facets, and further limits
 * @property {Record<string, number[]>} counts by facet, in the order of its values
 * @property {{typed: string, read: string[]}[]} corrections words that nobody uses, and what was searched instead
 */

import { addPosting, addPositions, countIn, everyone, keepCommon, nobody, sizeOf } from "./bitset.js";
import { meaningsOf } from "./lexicon.js";
import { nearestWords } from "./spelling.js";

const SKILLS = "skills";

/**
 * Answer a search. Within a facet any chosen value will do, or all of them for skills when the search says so; across
 * facets all must fit. A value's count says how many would be found if it were chosen, given all the rest. A value
 * nobody has finds nobody.
 * @param {Index} index @param {import("./lexicon.js").Lexicon} lexicon @param {Texts} texts @param {Search} search
 * @param {string[]} counted the facets to count @param {Map<string, Bits>} [limits] further sets everyone found is in
 * @returns {Finding}
 */
export function find(index, lexicon, texts, search, counted, limits = new Map()) {
  const parts = new Map();
  const corrections = [];
  if (search.text.trim()) parts.set("text", withText(index, lexicon, texts, search.text, corrections));
  for (const [name, ids] of Object.entries(search.chosen)) {
    parts.set(name, name === SKILLS && search.all ? withAll(index, name, ids) : withAny(index, name, ids));
  }
  for (const [name, bits] of limits) parts.set(name, bits);
  const found = common(index.count, parts, null);
  /** @type {Record<string, number[]>} */
  const counts = {};
  for (const name of counted) {
    const narrows = name === SKILLS && search.all;
    const others = parts.has(name) && !narrows ? common(index.count, parts, name) : found;
    counts[name] = index.facets.get(name).postings.map((posting) => countIn(posting, others));
  }
  return { total: sizeOf(found), found, parts, counts, corrections };
}

/**
 * Say how many would be found if one part of a search that finds nobody were left out, most first.
 * @param {Finding} finding @param {number} count @returns {{part: string, total: number}[]} only parts that help alone
 */
export function loosened({ parts }, count) {
  const totals = [...parts.keys()].map((part) => ({ part, total: sizeOf(common(count, parts, part)) }));
  return totals.filter(({ total }) => total > 0).sort((one, other) => other.total - one.total);
}

/** @param {Finding} finding @param {number} count @param {string} part @returns {Bits} whom the search finds without this part */
export function fittingBut({ parts }, count, part) {
  return common(count, parts, part);
}

function withText(index, lexicon, texts, text, corrections) {
  const fitting = everyone(index.count);
  for (const meaning of meaningsOf(text, lexicon)) {
    const fits = withMeaning(index, texts, meaning);
    if (texts.forgiving && meaning.word && sizeOf(fits) === 0) {
      const read = nearestWords(meaning.word, wordsKnown(lexicon, texts));
      if (read.includes(meaning.word)) read.length = 0;
      if (read.length) corrections.push({ typed: meaning.word, read });
      for (const word of read) {
        const values = lexicon.words.get(word) ?? [];
        addAll(fits, withMeaning(index, texts, { values, word, begun: false }));
      }
    }
    keepCommon(fitting, fits);
  }
  return fitting;
}

function* wordsKnown(lexicon, { names, written }) {
  yield* lexicon.sorted;
  if (names) yield* names.words();
  if (written) yield* written.words();
}

function withMeaning(index, { names, written }, { values, word, begun }) {
  const fits = nobody(index.count);
  for (const [name, value] of values) addPosting(fits, index.facets.get(name).postings[value]);
  for (const texts of word ? [names, written] : []) {
    for (const positions of texts?.mentorsWith(word, begun) ?? []) addPositions(fits, positions);
  }
  return fits;
}

function addAll(target, bits) {
  for (let word = 0; word < target.length; word++) target[word] |= bits[word];
}

function withAny(index, name, ids) {
  const fits = nobody(index.count);
  for (const posting of postingsOf(index, name, ids)) if (posting) addPosting(fits, posting);
  return fits;
}

function withAll(index, name, ids) {
  const fits = everyone(index.count);
  for (const posting of postingsOf(index, name, ids)) {
    const those = nobody(index.count);
    if (posting) addPosting(those, posting);
    keepCommon(fits, those);
  }
  return fits;
}

function postingsOf(index, name, ids) {
  const facet = index.facets.get(name);
  return ids.map((id) => facet?.postings[facet.values.indexOf(id)]);
}

function common(count, parts, leftOut) {
  const all = everyone(count);
  for (const [name, bits] of parts) if (name !== leftOut) keepCommon(all, bits);
  return all;
}
