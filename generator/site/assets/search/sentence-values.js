/**
 * Hear times, places, languages and the other small values of a sentence. The twin of generator/ask/values.py.
 *
 * @typedef {import("./sentence-words.js").Word} Word
 * @typedef {import("./sentence-lexicon.js").Lexicon} Lexicon
 * @typedef {{value: string, words: string}} Heard
 */

import { phraseSpans } from "./sentence-spans.js";

const ONE_ONLY = new Set(["stage", "zone", "place", "commitment"]);
const OFFSET = /(?<![\p{L}\p{N}_])(?:UTC|GMT)\s?([+\-−–])\s?(\d{1,2})(?::?(30|45))?/giu;
const YEARS = /^(?:[0-9]{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)$/;
const SPELT = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
const YEAR = new Set(["year", "yr", "jahre", "ano", "annee", "an"]);

/**
 * @param {string} text @param {Word[]} words @param {Set<number>} taken words of terms @param {Lexicon} lexicon
 * @returns {{values: Map<string, Heard[]>, used: Set<number>}}
 */
export function valuesIn(text, words, taken, lexicon) {
  const values = new Map();
  const used = new Set();
  for (const { part, value, span } of candidates(text, words, lexicon)) {
    if (span.at.some((at) => taken.has(at)) || !fits(part, words, span, lexicon)) continue;
    for (const at of span.at) used.add(at);
    for (const [name, one] of partsOf(part, value)) {
      const there = values.get(name) ?? [];
      if (there.some((had) => had.value === one) || (there.length && ONE_ONLY.has(name))) continue;
      values.set(name, [...there, { value: one, words: asTyped(text, words, span) }]);
    }
  }
  return { values, used };
}

/** @param {string} text @param {Word[]} words @param {{first: number, last: number}} span @returns {string} as typed */
export function asTyped(text, words, span) {
  return text.slice(words[span.first].start, words[span.last].end);
}

function* candidates(text, words, lexicon) {
  for (const match of text.matchAll(OFFSET)) {
    const offset = `${match[1] === "+" ? "+" : "-"}${Number(match[2])}${match[3] ? `:${match[3]}` : ""}`;
    const value = Object.hasOwn(lexicon.table.offsets, offset) ? lexicon.table.offsets[offset] : "";
    const inside = ({ start }) => match.index <= start && start < match.index + match[0].length;
    const at = words.flatMap((word, number) => (inside(word) ? [number] : []));
    if (value && at.length) yield { part: "zone", value, span: { first: at[0], last: at[at.length - 1], at } };
  }
  for (const span of phraseSpans(words, lexicon.values, lexicon.lengths[2])) {
    for (const [part, value] of span.means) yield { part, value, span };
  }
  for (let first = 0; first < words.length - 1; first++) {
    const { key } = words[first];
    if (!YEARS.test(key) || !YEAR.has(words[first + 1].key)) continue;
    const years = SPELT.includes(key) ? SPELT.indexOf(key) + 1 : Number(key);
    yield { part: "years", value: String(years), span: { first, last: first + 1, at: [first, first + 1] } };
  }
}

function fits(part, words, span, lexicon) {
  const { written } = words[span.first];
  if (part === "abbreviation") return written === written.toUpperCase() && written !== written.toLowerCase();
  if (part === "city" || part === "country") {
    const before = span.first ? words[span.first - 1].key : "";
    const [letter] = written;
    return letter !== letter.toLowerCase() || lexicon.table.places_after.split(" ").includes(before);
  }
  return part !== "years" || words.some((word) => lexicon.craft.has(word.key));
}

function partsOf(part, value) {
  if (part === "abbreviation") return [["zone", value]];
  if (part === "country") return [["place", value]];
  if (part === "city") {
    const [place, zone] = value.split(" ");
    return [["place", place], ["zone", zone]]; // prettier-ignore
  }
  if (part === "years") return [["stage", Number(value) < 2 ? "junior" : Number(value) < 6 ? "mid" : "senior"]];
  return [[part, value]];
}
