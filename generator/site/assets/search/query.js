/**
 * Find mentors: a search becomes a set of mentors, and how many would be left for each value of each facet.
 * Knows neither a page nor a network.
 *
 * @typedef {import("./url-state.js").Search} Search
 * @typedef {import("./columns.js").Index} Index
 * @typedef {import("./bitset.js").Bits} Bits
 * @typedef {import("./lexicon.js").Meaning} Meaning
 * @typedef {import("./lexicon.js").Reference} Reference
 * @typedef {object} Texts what is searched beside the terms; each may be missing while it is not here
 * @property {import("./text.js").TextIndex} [people] names and logins
 * @property {import("./text.js").TextIndex} [headlines]
 * @property {import("./text.js").TextIndex} [helps] what mentors can help with, in their own words
 * @property {import("./text.js").TextIndex} [written] what they wrote about themselves, if the search asks for it
 * @property {boolean} [forgiving] whether all words are here, so that one nobody uses may be a typing mistake
 * @typedef {{part: string, value: string, bits: Bits}} Wish one thing that can be taken back: a word, a choice or a limit
 * @typedef {object} Finding
 * @property {number} total @property {Bits} found
 * @property {Map<string, Bits>} parts who fits each part of the search: "text", facets, and further limits
 * @property {Wish[]} wishes the same in single wishes; a part that can only be taken back as a whole has no value
 * @property {Meaning[]} meanings what the words meant @property {Map<string, Reference[]>} chosen what the choices meant, by facet and id
 * @property {Record<string, number[]>} counts by facet, in the order of its values
 * @property {{typed: string, read: string[]}[]} corrections words that nobody uses, and what was searched instead
 * @property {{typed: string, label: string}[]} unknown words that find nobody, with the label of a term that nobody lists
 */

import { addPosting, addPositions, countEach, everyone, keepCommon, nobody, sizeOf } from "./bitset.js";
import { meaningsOf } from "./lexicon.js";
import { choiceOf, VOCABULARIES } from "./reach.js";
import { nearestWords } from "./spelling.js";
import { mentorsSaying } from "./text.js";
import { fold } from "./tokenize.js";

const SKILLS = "skills";
/** @type {(keyof Texts & ("people" | "headlines" | "helps" | "written"))[]} */
export const SOURCES = ["people", "headlines", "helps", "written"];

/**
 * Answer a search. Within a facet any chosen value will do, or all of them for skills when the search says so; across
 * facets all must fit. A value's count says how many would be found if it were chosen, given all the rest. A value
 * nobody has finds nobody, unless another vocabulary knows it.
 * @param {Index} index @param {import("./lexicon.js").Lexicon} lexicon @param {Texts} texts @param {Search} search
 * @param {string[]} counted the facets to count @param {Map<string, Bits>} [limits] further sets everyone found is in
 * @returns {Finding}
 */
export function find(index, lexicon, texts, search, counted, limits = new Map()) {
  /** @type {Wish[]} */
  const wishes = [];
  const { meanings, corrections, unknown } = readWords(index, lexicon, texts, search.text);
  for (const { bits, typed } of meanings) wishes.push({ part: "text", value: typed, bits });
  if (search.text.trim() && !meanings.length) wishes.push({ part: "text", value: "", bits: everyone(index.count) });
  const chosen = new Map();
  for (const [name, ids] of Object.entries(search.chosen)) {
    for (const id of ids) chosen.set(`${name} ${id}`, referencesOf(index, lexicon, name, id));
    const sets = ids.map((id) => reachedBy(index, chosen.get(`${name} ${id}`)));
    if (name === SKILLS && search.all) ids.forEach((id, at) => wishes.push({ part: name, value: id, bits: sets[at] }));
    else wishes.push({ part: name, value: ids.length === 1 ? ids[0] : "", bits: joined(index.count, sets) });
  }
  for (const [part, bits] of limits) wishes.push({ part, value: "", bits });
  const parts = new Map();
  for (const { part, bits } of wishes) {
    if (parts.has(part)) keepCommon(parts.get(part), bits);
    else parts.set(part, bits.slice());
  }
  const found = common(index.count, parts, null);
  /** @type {Record<string, number[]>} */
  const counts = {};
  for (const name of counted) {
    const narrows = name === SKILLS && search.all;
    const others = parts.has(name) && !narrows ? common(index.count, parts, name) : found;
    counts[name] = countEach(choiceOf(index, name).postings, others, index.count);
  }
  return { total: sizeOf(found), found, parts, wishes, meanings, chosen, counts, corrections, unknown };
}

/**
 * Say how many would be found if one part of a search that finds nobody were left out, most first.
 * @param {Finding} finding @param {number} count @returns {{part: string, total: number}[]} only parts that help alone
 */
export function loosened({ parts }, count) {
  const totals = [...parts.keys()].map((part) => ({ part, total: sizeOf(common(count, parts, part)) }));
  return totals.filter(({ total }) => total > 0).sort((one, other) => other.total - one.total);
}

/**
 * Say the same wish by wish: without this word, or this choice, so many would be found, most first.
 * @param {Finding} finding @param {number} count @returns {{part: string, value: string, total: number}[]} only wishes that help alone
 */
export function withoutEach({ wishes }, count) {
  const totals = wishes.map(({ part, value }, without) => {
    const rest = everyone(count);
    wishes.forEach(({ bits }, at) => at !== without && keepCommon(rest, bits));
    return { part, value, total: sizeOf(rest) };
  });
  return totals.filter(({ total }) => total > 0).sort((one, other) => other.total - one.total);
}

/** @param {Finding} finding @param {number} count @param {string} part @returns {Bits} whom the search finds without this part */
export function fittingBut({ parts }, count, part) {
  return common(count, parts, part);
}

function readWords(index, lexicon, texts, text) {
  const [corrections, unknown] = [[], []];
  const meanings = (text.trim() ? meaningsOf(text, index, lexicon) : []).map((meaning) => {
    const bits = fitting(index, texts, meaning);
    if (!texts.forgiving || sizeOf(bits)) return { ...meaning, bits };
    const label = lexicon.unused.get(fold(meaning.typed)) ?? "";
    const read = label ? [] : correct(meaning, lexicon, texts);
    if (!read.length) {
      unknown.push({ typed: meaning.typed, label });
      return { ...meaning, bits };
    }
    corrections.push({ typed: meaning.typed, read });
    const references = read.flatMap((word) => lexicon.words.get(word) ?? []);
    const corrected = { ...meaning, references, phrases: read.map((word) => [word]), begun: false };
    return { ...corrected, bits: fitting(index, texts, corrected) };
  });
  return { meanings, corrections, unknown };
}

/** Words that someone uses, in place of one that nobody does; none when it is known after all. */
function correct({ phrases }, lexicon, texts) {
  if (phrases.length !== 1 || phrases[0].length !== 1) return [];
  const [[word]] = phrases;
  const read = nearestWords(word, wordsKnown(lexicon, texts));
  return read.includes(word) ? [] : read;
}

function* wordsKnown(lexicon, texts) {
  yield* lexicon.sorted;
  for (const source of SOURCES) if (texts[source]) yield* texts[source].words();
}

function fitting(index, texts, meaning) {
  const fits = reachedBy(index, meaning.references);
  for (const source of SOURCES) {
    for (const positions of mentorsSaying(texts[source], meaning, index.count)) addPositions(fits, positions);
  }
  return fits;
}

/** What a chosen id stands for: a value of its facet, or of another vocabulary, where someone put a topic among the skills. */
function referencesOf(index, lexicon, name, id) {
  const facet = choiceOf(index, name);
  const value = facet ? facet.values.indexOf(id) : -1;
  if (value >= 0) return [[name, value]];
  if (!VOCABULARIES.includes(name)) return [];
  return (lexicon.spellings.get(fold(id)) ?? []).filter(([other]) => VOCABULARIES.includes(other));
}

function reachedBy(index, references) {
  const fits = nobody(index.count);
  for (const [name, value] of references) addPosting(fits, choiceOf(index, name).postings[value]);
  return fits;
}

function joined(count, sets) {
  const all = nobody(count);
  for (const bits of sets) for (let word = 0; word < all.length; word++) all[word] |= bits[word];
  return all;
}

function common(count, parts, leftOut) {
  const all = everyone(count);
  for (const [name, bits] of parts) if (name !== leftOut) keepCommon(all, bits);
  return all;
}
