/**
 * Which parts of a text are what someone searched for, so that a page can mark them. Words are compared as `tokenize`
 * writes them; the text stays as it was written.
 *
 * @typedef {{text: string, hit: boolean}} Piece
 * @typedef {{phrases: string[][], begun?: boolean}} Sought
 */

import { signsIn, tokenize, unspacedRuns, WORDS } from "./tokenize.js";

const AROUND = 60;
const PLAIN = /^[\x00-\x7f]*$/;

/**
 * Cut a text into pieces, those that were searched for and those between. Words of one phrase only count together.
 * @param {string} text @param {Sought[]} sought @returns {Piece[] | null} null where nothing was searched for
 */
export function piecesOf(text, sought) {
  if (!mayHold(text, sought)) return null;
  const places = placesOf(text);
  const hits = sought.flatMap(({ phrases, begun }) =>
    phrases.flatMap((words) => {
      const found = words.map((word) => places.filter(({ key }) => key === word || (begun && key.startsWith(word))));
      return found.every((some) => some.length) ? found.flat() : [];
    }),
  );
  if (!hits.length) return null;
  const pieces = [];
  let last = 0;
  for (const [from, to] of merged(hits, text)) {
    if (from > last) pieces.push({ text: text.slice(last, from), hit: false });
    pieces.push({ text: text.slice(from, to), hit: true });
    last = to;
  }
  if (last < text.length) pieces.push({ text: text.slice(last), hit: false });
  return pieces;
}

/** Most texts are plain, and most of them hold no word that was asked for: these need not be cut into words. */
function mayHold(text, sought) {
  if (!PLAIN.test(text)) return sought.length > 0;
  const lower = text.toLowerCase();
  return sought.some(({ phrases }) => phrases.some((words) => words.every((word) => lower.includes(word))));
}

/**
 * Cut out of a long text what is around the first hit. @param {string} text @param {Sought[]} sought @returns {Piece[] | null}
 */
export function excerptOf(text, sought) {
  const [first] = piecesOf(text, sought)?.filter(({ hit }) => !hit) ?? [];
  const pieces = piecesOf(text, sought);
  if (!pieces) return null;
  const at = pieces[0].hit ? 0 : first.text.length;
  const start = at > AROUND ? text.lastIndexOf(" ", at - AROUND / 2) + 1 || at : 0;
  const cut = text.indexOf(" ", at + 2 * AROUND);
  const end = cut < 0 ? text.length : cut;
  const around = piecesOf(text.slice(start, end).replace(/\s+/g, " "), sought);
  if (!around) return null;
  return [...(start ? [{ text: "… ", hit: false }] : []), ...around, ...(end < text.length ? [{ text: " …", hit: false }] : [])];
}

/** Every word of a text as it is compared, and where it is. */
function placesOf(text) {
  const places = [];
  for (const { 0: run, index } of text.matchAll(WORDS)) {
    let last = 0;
    const plain = (from, to) => {
      for (const key of from < to ? tokenize(run.slice(from, to)) : []) places.push({ key, from: index + from, to: index + to });
    };
    for (const { 0: signs, index: at } of run.matchAll(unspacedRuns())) {
      plain(last, at);
      last = at + signs.length;
      places.push(...signPlaces(signs, index + at));
    }
    plain(last, run.length);
  }
  return places;
}

function signPlaces(run, start) {
  const signs = signsIn(run);
  const starts = [];
  for (let at = 0, from = start; at < signs.length; from += signs[at++].length) starts.push(from);
  return signs.flatMap((sign, at) => {
    const end = starts[at] + sign.length;
    const [key] = tokenize(sign);
    const pair = at + 1 < signs.length ? tokenize(sign + signs[at + 1]).at(-1) : undefined;
    const one = key ? [{ key, from: starts[at], to: end }] : [];
    return pair ? [...one, { key: pair, from: starts[at], to: end + signs[at + 1].length }] : one;
  });
}

/** Join places that overlap or have only one sign between them: "machine learning" is one hit. */
function merged(places, text) {
  const ranges = places.map(({ from, to }) => [from, to]).sort((one, other) => one[0] - other[0] || one[1] - other[1]);
  const joined = [];
  for (const [from, to] of ranges) {
    const before = joined.at(-1);
    const between = before && from > before[1] ? text.slice(before[1], from) : "";
    if (before && (from <= before[1] || /^[\s.\-/]$/.test(between))) before[1] = Math.max(before[1], to);
    else joined.push([from, to]);
  }
  return joined;
}
