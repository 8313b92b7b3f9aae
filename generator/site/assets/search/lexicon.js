/**
 * What the words of a search mean: terms of the vocabularies where they are known, plain words where not.
 *
 * @typedef {[facet: string, value: number]} Reference one value of one facet
 * @typedef {object} Lexicon
 * @property {Map<string, Reference[]>} spellings values by every folded spelling
 * @property {Map<string, Reference[]>} words values by each word of their spellings
 * @property {string[]} sorted the keys of `words`
 * @typedef {object} Meaning what one part of the text asks for; mentors must fit every part
 * @property {Reference[]} values whose mentors fit
 * @property {string} word a word of names and headlines that fits too, or ""
 * @property {boolean} begun whether the word is still being typed, so that longer ones fit
 */

import { tokenizeQuery, fold, tokenize } from "./tokenize.js";

const SEARCHED = ["skills", "can_introduce", "topics", "domains", "career_paths", "languages", "timezone", "programs"];
const LONGEST = 4;
// Words of whole sentences that say nothing about whom to find.
const FILLERS = new Set("a an and for i in is of or the to with who help need mentor mentors".split(" "));

/** @param {import("./columns.js").Index} index @returns {Lexicon} */
export function lexiconOf(index) {
  const spellings = new Map();
  const words = new Map();
  for (const name of SEARCHED) {
    const facet = index.facets.get(name);
    facet?.values.forEach((id, value) => {
      const spelt = [id, facet.labels[value], ...(Object.hasOwn(facet.synonyms, id) ? facet.synonyms[id] : [])];
      for (const spelling of new Set(spelt.map(fold))) addTo(spellings, spelling, [name, value]);
      for (const word of new Set(spelt.flatMap(tokenize))) addTo(words, word, [name, value]);
    });
  }
  return { spellings, words, sorted: [...words.keys()].sort() };
}

/**
 * Say what a text asks for. Up to four words that together spell a term are that term and nothing else, so
 * "go" is not the beginning of "google". Only the last word may be unfinished, and only without a space after it.
 * @param {string} text @param {Lexicon} lexicon @returns {Meaning[]}
 */
export function meaningsOf(text, lexicon) {
  const pieces = text.split(/\s+/).filter(Boolean);
  const meanings = [];
  for (let at = 0; at < pieces.length; ) {
    const length = termLength(pieces, at, lexicon);
    if (length) meanings.push(termMeaning(pieces.slice(at, at + length).join(" "), lexicon));
    else meanings.push(...wordMeanings(pieces[at], lexicon, at === pieces.length - 1 && !/\s$/.test(text)));
    at += length || 1;
  }
  return meanings;
}

/** @param {string} start @param {string[]} sorted @returns {string[]} the words that begin so */
export function beginningWith(start, sorted) {
  let low = 0;
  for (let high = sorted.length; low < high; ) {
    const middle = (low + high) >>> 1;
    if (sorted[middle] < start) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < sorted.length && sorted[end].startsWith(start)) end++;
  return sorted.slice(low, end);
}

function termLength(pieces, at, lexicon) {
  for (let length = Math.min(LONGEST, pieces.length - at); length; length--) {
    if (lexicon.spellings.has(fold(pieces.slice(at, at + length).join("")))) return length;
  }
  return 0;
}

function termMeaning(spelling, lexicon) {
  const words = tokenizeQuery(spelling);
  return { values: lexicon.spellings.get(fold(spelling)), word: words.length === 1 ? words[0] : "", begun: false };
}

function wordMeanings(piece, lexicon, unfinished) {
  const words = tokenizeQuery(piece);
  return words.flatMap((word, at) => {
    const begun = unfinished && at === words.length - 1;
    if (!begun && FILLERS.has(word)) return [];
    if (words.length > 1 && lexicon.spellings.has(word)) return [termMeaning(word, lexicon)];
    const known = begun ? beginningWith(word, lexicon.sorted) : [word];
    return [{ values: known.flatMap((whole) => lexicon.words.get(whole) ?? []), word, begun }];
  });
}

function addTo(map, key, reference) {
  if (!key) return;
  const found = map.get(key);
  if (found) found.push(reference);
  else map.set(key, [reference]);
}
