/**
 * Split a sentence into words as they are compared: without case, accents, apostrophes and plural. The twin of
 * generator/ask/words.py. Where a script puts no spaces between words, each of its characters is one.
 *
 * @typedef {object} Word
 * @property {string} key as compared @property {string} written as typed
 * @property {number} start where it is in the composed sentence @property {number} end
 * @property {number} gap what divides it from the word before: NONE, SOFT or HARD
 */

import { WITHOUT_SPACES } from "./tokenize.js";

export const NONE = 0;
export const SOFT = 1;
export const HARD = 2;

const SIGN = `[${WITHOUT_SPACES}]`;
const ANY = "[\\p{L}\\p{N}]";
const L = `(?:(?!${SIGN})${ANY})`;
const WORD = new RegExp(`(?<!${ANY})\\.net(?!${ANY})|${SIGN}|${L}+(?:['’ʼ\`´]${L}+)*(?:[+#]+(?!${ANY}))?`, "giu");
const HARDLY = /[!?;:\n—–|•]|\.+\s|\s-+\s/u;
const SOFTLY = /[,()[\]{}]/u;
const ELIDED = new RegExp(`^(?:qu|[ld])['’ʼ\`´](?=${ANY}{2})`, "iu");
const ONE_SIGN = new RegExp(`^${SIGN}$`, "u");
const APOSTROPHES = /['’ʼ`´]/gu;
const MARKS = /[\u0300-\u036f]/gu;
const PLAIN = { ß: "ss", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", æ: "ae", œ: "oe", ı: "i" };
const PLAINLY = new RegExp(`[${Object.keys(PLAIN).join("")}]`, "gu");
const NO_PLURAL = new Set(["does", "goes", "news", "this", "thus", "always", "perhaps", "besides", "towards"]);

/** @param {string} sentence @returns {{text: string, words: Word[]}} the composed sentence, and its words */
export function wordsOf(sentence) {
  const text = sentence.normalize("NFC");
  /** @type {Word[]} */
  const words = [];
  let last = 0;
  for (const match of text.matchAll(WORD)) {
    const between = text.slice(last, match.index);
    const gap = HARDLY.test(`${between}a`) ? HARD : SOFTLY.test(between) ? SOFT : NONE;
    const end = match.index + match[0].length;
    words.push({ key: keyOf(match[0]), written: match[0], start: match.index, end, gap });
    last = end;
  }
  return { text, words };
}

/** @param {Word} word @returns {boolean} whether it is one character of a script without spaces */
export function isSign({ written }) {
  return ONE_SIGN.test(written);
}

/** @param {Word[]} words @returns {string[]} as written; characters without spaces that follow each other are one */
export function joinedSigns(words) {
  const joined = [];
  let last = -1;
  for (const word of words) {
    if (isSign(word) && word.start === last) joined[joined.length - 1] += word.written;
    else joined.push(word.written);
    last = isSign(word) ? word.end : -1;
  }
  return joined;
}

/** @param {string} written @returns {string} what the spellings of a word share */
export function keyOf(written) {
  if (written.toLowerCase() === ".net") return "dotnet";
  const plain = written.replace(ELIDED, "").replace(APOSTROPHES, "").toLowerCase().normalize("NFKD").replace(MARKS, "");
  return singular(plain.replace(PLAINLY, (letter) => PLAIN[letter]));
}

function singular(word) {
  const length = word.length;
  if (length < 4 || !word.endsWith("s") || "suij".includes(word[length - 2]) || NO_PLURAL.has(word)) return word;
  if (word.endsWith("sses")) return word.slice(0, -2);
  return word.endsWith("ies") && length > 4 ? `${word.slice(0, -3)}y` : word.slice(0, -1);
}
