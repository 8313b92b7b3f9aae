/**
 * Find the phrases of a sentence, the longest first, and forgive small typing mistakes before. The twin of
 * generator/ask/spans.py and spelling.py.
 *
 * @typedef {import("./sentence-words.js").Word} Word
 * @typedef {import("./sentence-lexicon.js").Lexicon} Lexicon
 * @typedef {object} Span
 * @property {number} first @property {number} last @property {number[]} at the words that belong to it
 * @property {any} means
 */

import { NONE } from "./sentence-words.js";
import { JOINED, lettersIn } from "./sentence-lexicon.js";
import { distance } from "./spelling.js";

const GAP = 3;

/** @param {Word[]} words @param {Map<string, any>} phrases @param {number} longest @returns {Span[]} */
export function phraseSpans(words, phrases, longest) {
  return withoutOverlap(plain(words, phrases, longest));
}

/** @param {Word[]} words @param {Lexicon} lexicon @returns {Span[]} */
export function termSpans(words, lexicon) {
  return withoutOverlap([
    ...plain(words, lexicon.phrases, lexicon.lengths[0]),
    ...joinedSpans(words, lexicon),
    ...gappedSpans(words, lexicon),
  ]);
}

/** @param {Word[]} words @param {Lexicon} lexicon @returns {Word[]} */
export function corrected(words, lexicon) {
  return words.map((word) => (lexicon.known.has(word.key) ? word : { ...word, key: nearest(word.key, lexicon) }));
}

function nearest(key, lexicon) {
  const letters = [...key];
  let most = letters.length < 5 || !/^\p{L}+$/u.test(key) ? 0 : letters.length < 9 ? 1 : 2;
  if (!most || lexicon.joined.has(key)) return key;
  let found = [];
  const mine = lettersIn(key);
  for (const [other, theirs] of lexicon.spelt.get(letters[0]) ?? []) {
    if (Math.abs(other.length - key.length) > most || bits(mine ^ theirs) > 2 * most) continue;
    if (other[1] !== key[1] && other.at(-1) !== key.at(-1)) continue;
    const mistakes = distance(key, other, most);
    if (mistakes > most) continue;
    if (mistakes < most) found = [];
    most = mistakes;
    found.push(other);
  }
  return found.length === 1 ? found[0] : key;
}

function bits(number) {
  let count = 0;
  for (let rest = number; rest; rest &= rest - 1) count++;
  return count;
}

function range(first, last) {
  return Array.from({ length: last - first + 1 }, (_, step) => first + step);
}

function plain(words, phrases, longest) {
  const found = [];
  for (let first = 0; first < words.length; first++) {
    let key = "";
    for (let last = first; last < Math.min(first + longest, words.length); last++) {
      if (last > first && words[last].gap !== NONE) break;
      key = key ? `${key} ${words[last].key}` : words[last].key;
      const means = phrases.get(key);
      if (means !== undefined) found.push({ first, last, at: range(first, last), means });
    }
  }
  return found;
}

function joinedSpans(words, { joined, stops }) {
  const found = [];
  words.forEach((word, first) => {
    let key = "";
    for (let last = first; last < Math.min(first + 3, words.length); last++) {
      const part = words[last].key;
      if (last > first) {
        if (words[last].gap !== NONE || Math.min(part.length, word.key.length) < 2) break;
        if (stops.has(part) || stops.has(word.key)) break;
      }
      key += part;
      const means = key.length >= JOINED ? joined.get(key) : undefined;
      if (means !== undefined) found.push({ first, last, at: range(first, last), means });
    }
  });
  return found;
}

function gappedSpans(words, { gapped }) {
  const found = [];
  words.forEach((word, first) => {
    for (const { parts, terms } of gapped.get(word.key) ?? []) {
      const at = fit(words, parts, first);
      if (at.length) found.push({ first, last: /** @type {number} */ (at.at(-1)), at, means: terms });
    }
  });
  return found;
}

/** @returns {number[]} */
function fit(words, parts, first) {
  /** @type {number[]} */
  const at = [];
  for (const part of parts) {
    const last = at.at(-1);
    const begins = last === undefined ? [first] : range(last + 2, last + GAP + 1);
    const begin = begins.find((one) => isAt(words, part, one));
    if (begin === undefined) return [];
    at.push(...range(begin, begin + part.length - 1));
  }
  const inside = words.slice(first + 1, /** @type {number} */ (at.at(-1)) + 1);
  return inside.some((word) => word.gap !== NONE) ? [] : at;
}

function isAt(words, part, begin) {
  return begin + part.length <= words.length && part.every((key, at) => words[begin + at].key === key);
}

function withoutOverlap(found) {
  const taken = new Set();
  const kept = [];
  const better = (one, other) =>
    other.at.length - one.at.length || one.last - one.first - (other.last - other.first) || one.first - other.first;
  for (const span of found.sort(better)) {
    if (span.at.some((at) => taken.has(at))) continue;
    for (const at of span.at) taken.add(at);
    kept.push(span);
  }
  return kept.sort((one, other) => one.first - other.first);
}
