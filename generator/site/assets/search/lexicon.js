/**
 * What the words of a search mean: terms of the vocabularies where they are known, plain words where not.
 *
 * @typedef {[facet: string, value: number]} Reference one value of one facet
 * @typedef {object} Lexicon
 * @property {Map<string, Reference[]>} spellings values by every folded spelling
 * @property {Map<string, Reference[]>} words values by each word of their spellings
 * @property {string[]} sorted the keys of `words`
 * @property {Map<string, string>} unused labels of terms that nobody lists, by every folded spelling
 * @typedef {object} Meaning what one part of the text asks for; mentors must fit every part
 * @property {string} typed the part itself
 * @property {Reference[]} references values whose mentors fit
 * @property {string[][]} phrases words of which all, in one text, fit too
 * @property {boolean} begun whether the word is still being typed, so that longer ones fit
 */

import { choiceOf } from "./reach.js";
import { fold, signsIn, tokenize, tokenizeQuery } from "./tokenize.js";

const TERMS = ["skills", "topics", "domains", "career_paths", "timezone", "programs", "affiliations"];
/** Facets whose ids are codes: "in" is no country and "it" no language. */
const CODED = ["languages", "country", "city", "background"];
const LONGEST = 4;
// Words of whole sentences that say nothing about whom to find.
const FILLERS = new Set("a an and for i in is of or the to with who help need mentor mentors".split(" "));

/** @param {any} index @returns {Lexicon} */
export function lexiconOf(index) {
  const spellings = new Map();
  const words = new Map();
  for (const name of [...TERMS, ...CODED]) {
    const facet = choiceOf(index, name);
    facet?.values.forEach((id, value) => {
      const named = CODED.includes(name) ? [] : [id];
      const spelt = [...named, facet.labels[value], ...(Object.hasOwn(facet.synonyms, id) ? facet.synonyms[id] : [])];
      for (const spelling of new Set(spelt.map(fold))) addTo(spellings, spelling, [name, value]);
      for (const word of new Set(spelt.flatMap(tokenize))) addTo(words, word, [name, value]);
    });
  }
  return { spellings, words, sorted: [...words.keys()].sort(), unused: unusedOf(index) };
}

function unusedOf({ unused = new Map() }) {
  const labels = new Map();
  for (const terms of unused.values()) {
    for (const { id, label, synonyms = [] } of terms) for (const word of [id, label, ...synonyms]) labels.set(fold(word), label);
  }
  return labels;
}

/**
 * Say what a text asks for. Up to four words that together spell a term are that term and nothing else, so
 * "go" is not the beginning of "google". Only the last word may be unfinished, and only without a space after it.
 * @param {string} text @param {any} index @param {Lexicon} lexicon @returns {Meaning[]}
 */
export function meaningsOf(text, index, lexicon) {
  const pieces = text.split(/\s+/).filter(Boolean);
  const meanings = [];
  for (let at = 0; at < pieces.length; ) {
    const length = termLength(pieces, at, lexicon);
    if (length) meanings.push(termMeaning(pieces.slice(at, at + length).join(" "), index, lexicon));
    else meanings.push(...wordMeanings(pieces[at], index, lexicon, at === pieces.length - 1 && !/\s$/.test(text)));
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

/** A term is also looked for in texts, as it was typed and by its label: who writes "machine learning" is found by "ML". */
function termMeaning(typed, index, lexicon) {
  const exact = lexicon.spellings.get(fold(typed));
  // Few say where they live, so whoever has the time of a city is found by it too.
  const zones = exact.some(([name]) => name === "city") ? referencesTo(tokenize(typed), lexicon, false).filter(([name]) => name === "timezone") : [];
  const references = [...exact, ...zones.filter((zone) => !exact.includes(zone))];
  const named = exact.filter(([name]) => name !== "city");
  const spelt = [typed, ...named.map(([name, value]) => choiceOf(index, name).labels[value])].map((words) => tokenizeQuery(words).flat());
  const phrases = new Map(spelt.filter((words) => words.length).map((words) => [words.join(" "), words]));
  return { typed, references, phrases: [...phrases.values()], begun: false };
}

function wordMeanings(piece, index, lexicon, unfinished) {
  const asked = tokenizeQuery(piece);
  return asked.flatMap((words, at) => {
    const begun = unfinished && at === asked.length - 1 && words.length === 1 && !signsIn(words[0]).length;
    const typed = words.length === 1 ? words[0] : words[0] + words.slice(1).map((pair) => signsIn(pair)[1]).join("");
    if (!begun && FILLERS.has(typed)) return [];
    if (asked.length > 1 && lexicon.spellings.has(fold(typed))) return [termMeaning(typed, index, lexicon)];
    return [{ typed, references: referencesTo(words, lexicon, begun), phrases: [words], begun }];
  });
}

/** The values in whose spellings all the words are. */
function referencesTo(words, lexicon, begun) {
  const known = words.map((word) => {
    const whole = begun ? beginningWith(word, lexicon.sorted) : [word];
    return new Set(whole.flatMap((one) => lexicon.words.get(one) ?? []));
  });
  return [...known[0]].filter((reference) => known.every((some) => some.has(reference)));
}

function addTo(map, key, reference) {
  if (!key) return;
  const found = map.get(key);
  if (found) found.push(reference);
  else map.set(key, [reference]);
}
