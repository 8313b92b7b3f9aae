/**
 * Read the index that columns.py and index.py write: text columns become sets of mentors for each value.
 *
 * @typedef {import("./bitset.js").Posting} Posting
 * @typedef {object} Facet
 * @property {string[]} values ids, and @property {string[]} labels their words, in the same order
 * @property {Record<string, string[]>} synonyms other words for an id
 * @property {Posting[]} postings the mentors of each value
 * @property {string[] | null} rows each mentor's values in their own order, one character a value; null where order is lost
 * @typedef {object} Index
 * @property {string} built when the site was built, which cards must agree with
 * @property {number} count how many mentors, and @property {number} chunk how many cards a file
 * @property {Set<number>} ended whose pause was over by the time this was read
 * @property {Map<string, Facet>} facets
 * @property {Record<string, Uint16Array>} numbers plain numbers a mentor: 0 not stated, otherwise one more than the number
 */

import { dayOf } from "../lib/local-time.js";
import { postingOf } from "./bitset.js";

export const VERSION = 1;
const FIRST = 35;
const DIGITS = 46;

/** @param {string} text @returns {Uint16Array} one number a character */
export function readNumbers(text) {
  const numbers = new Uint16Array(text.length);
  for (let at = 0; at < text.length; at++) numbers[at] = text.charCodeAt(at) - FIRST;
  return numbers;
}

/** @param {string} text gaps in base 46 @returns {Uint32Array} ascending positions */
export function readPositions(text) {
  const positions = new Uint32Array(text.length);
  let size = 0;
  let gap = 0;
  let before = -1;
  for (let at = 0; at < text.length; at++) {
    const digit = text.charCodeAt(at) - FIRST;
    if (digit >= DIGITS) gap = gap * DIGITS + digit - DIGITS;
    else {
      before += gap * DIGITS + digit + 1;
      positions[size++] = before;
      gap = 0;
    }
  }
  return positions.slice(0, size);
}

/**
 * Turn the parsed facets.json into sets; throws when it has another version.
 * @param {any} json @param {string} [today] in UTC @returns {Index}
 */
export function readIndex(json, today = dayOf(new Date())) {
  if (json.version !== VERSION) throw new Error(`The index has version ${json.version}, this page reads ${VERSION}.`);
  const over = (json.pauses ?? []).filter(([, until]) => until < today);
  const ended = new Set(over.map(([position]) => position));
  return { built: json.built, count: json.count, chunk: json.chunk, ended, ...readColumns(withoutPauses(json, over), json.count) };
}

/** An index is as old as its build; pauses that are over by now count no more. */
function withoutPauses(json, over) {
  if (!over.length) return json;
  const { availability } = json.facets;
  const letters = Array.from(availability.mentors);
  for (const [position, , then] of over) letters[position] = String.fromCharCode(FIRST + 1 + availability.values.indexOf(then));
  return { ...json, facets: { ...json.facets, availability: { ...availability, mentors: letters.join("") } } };
}

/**
 * Add to an index the columns of match.json, which are of the same mentors.
 * @param {Index} index @param {any} json @returns {Index}
 */
export function withColumns(index, json) {
  const { facets, numbers } = readColumns(json, index.count);
  return { ...index, facets: new Map([...index.facets, ...facets]), numbers: { ...index.numbers, ...numbers } };
}

function readColumns(json, count) {
  const facets = new Map();
  for (const [name, column] of Object.entries(json.facets)) facets.set(name, readFacet(column, facets, count));
  const numbers = Object.fromEntries(Object.entries(json.numbers).map(([name, text]) => [name, readNumbers(text)]));
  return { facets, numbers };
}

/** @param {string} row @returns {number[]} the numbers of one mentor's values, in their own order */
export function readRow(row) {
  return Array.from(row, (letter) => letter.charCodeAt(0) - FIRST);
}

function readFacet(column, earlier, count) {
  const words = column.of ? earlier.get(column.of) : column;
  const rows = column.kind === "ordered" ? column.mentors.split(" ") : null;
  const positions = POSITIONS[column.kind](rows ?? column.mentors, words.values.length);
  return {
    values: words.values,
    labels: words.labels ?? words.values,
    synonyms: words.synonyms ?? {},
    postings: positions.map((ascending) => postingOf(ascending, count)),
    rows,
  };
}

const POSITIONS = {
  one: (text, size) => gather(size, text.length, (at) => (text.charCodeAt(at) > FIRST ? [text.charCodeAt(at) - FIRST - 1] : [])),
  many: (texts) => texts.map(readPositions),
  ordered: (rows, size) => gather(size, rows.length, (at) => readRow(rows[at])),
};

function gather(size, count, valuesAt) {
  const found = Array.from({ length: size }, () => []);
  for (let at = 0; at < count; at++) for (const value of valuesAt(at)) found[value].push(at);
  return found.map((positions) => Uint32Array.from(positions));
}
