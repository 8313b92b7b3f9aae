/**
 * Split a sentence into words as they are compared: without case, accents, apostrophes and plural. The twin of
 * generator/ask/words.py.
 *
 * @typedef {object} Word
 * @property {string} key as compared @property {string} written as typed
 * @property {number} start where it is in the composed sentence @property {number} end
 * @property {number} gap what divides it from the word before: NONE, SOFT or HARD
 */

export const NONE = 0;
export const SOFT = 1;
export const HARD = 2;

const L = "[\\p{L}\\p{N}]";
const WORD = new RegExp(`(?<!${L})\\.net(?!${L})|${L}+(?:['’ʼ\`´]${L}+)*(?:[+#]+(?!${L}))?`, "giu");
const HARDLY = /[!?;:\n—–|•]|\.+\s|\s-+\s/u;
const SOFTLY = /[,()[\]{}]/u;
const ELIDED = new RegExp(`^(?:qu|[ld])['’ʼ\`´](?=${L}{2})`, "iu");
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
