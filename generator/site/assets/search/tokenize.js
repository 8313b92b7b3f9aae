/** Reduce spellings to what they share. `fold` is the twin of `fold` in model/vocabulary.py; one table decides for both. */

const LETTERS = /[^\p{L}\p{N}+#]/gu;
const MARKS = /[\u0300-\u036f]/g;
/** Words as they are written, their signs included. */
export const WORDS = /[\p{L}\p{N}\p{M}]+(?:[+#]+(?![\p{L}\p{N}+#]))?/gu;
const ASCII = /^[\x00-\x7f]*$/;
const ASCII_WORDS = /[a-z0-9]+(?:[+#]+(?![a-z0-9+#]))?/g;
// Thai, Lao, Myanmar, Khmer, Japanese and Chinese put no spaces between words. The same ranges are in generator/ask/words.py.
export const WITHOUT_SPACES =
  "\\u0E01-\\u0E30\\u0E32\\u0E33\\u0E40-\\u0E46\\u0E81-\\u0EB0\\u0EB2\\u0EB3\\u0EC0-\\u0EC6\\u0EDC-\\u0EDF\\u1000-\\u102A\\u103F\\u1050-\\u1055" +
  "\\u1780-\\u17B3\\u17DC\\u3005-\\u3007\\u3041-\\u3096\\u309D-\\u309F\\u30A1-\\u30FA\\u30FC-\\u30FF\\u31F0-\\u31FF\\u3400-\\u4DBF\\u4E00-\\u9FFF\\uF900-\\uFAD9" +
  "\\uFF66-\\uFF9D\\u{20000}-\\u{323AF}";
const SIGN = `[${WITHOUT_SPACES}]\\p{M}*`;
const SIGNS = new RegExp(SIGN, "gu");
const RUNS = new RegExp(`(?:${SIGN})+`, "gu");
// Letters with a stroke or a ligature have no accent to take off, yet people type them plainly.
const PLAIN = { ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", æ: "ae", œ: "oe", ı: "i", ħ: "h" };
const CHEROKEE = /\p{Script=Cherokee}/u;
const PLAINLY = new RegExp(`[${Object.keys(PLAIN).join("")}]`, "g");

/**
 * Reduce a word to what its spellings share: "Node.js" and "nodejs" are one, "C" and "C++" are two.
 * @param {string} word @returns {string}
 */
export function fold(word) {
  return caseless(word.normalize("NFKC")).replace(LETTERS, "");
}

/**
 * List the words of a text as search compares them: without case and accents. "C++" and "C#" keep their
 * signs; scripts that put no spaces between words give each character and each two that follow each other.
 * @param {string} text @returns {string[]}
 */
export function tokenize(text) {
  return split(text, (signs) => [...signs, ...pairs(signs)]);
}

/**
 * List what someone asks for: each word, and of each run of characters without spaces the pairs, which must all be
 * found, so that "日本語" is not any text with these three characters somewhere.
 * @param {string} text @returns {string[][]}
 */
export function tokenizeQuery(text) {
  const asked = [];
  let last = 0;
  const plain = (/** @type {number} */ to) => asked.push(...tokenize(text.slice(last, to)).map((word) => [word]));
  for (const { 0: run, index } of text.matchAll(RUNS)) {
    plain(index);
    last = index + run.length;
    asked.push(split(run, (signs) => (signs.length > 1 ? pairs(signs) : signs)));
  }
  plain(text.length);
  return asked;
}

/** @returns {RegExp} what finds the runs of characters without spaces between words */
export function unspacedRuns() {
  return RUNS;
}

/** @param {string} run @returns {string[]} its characters, each with its marks */
export function signsIn(run) {
  return run.match(SIGNS) ?? [];
}

function pairs(signs) {
  return signs.slice(1).map((sign, at) => signs[at] + sign);
}

function split(text, piecesOf) {
  // Most texts are plain: a hundred thousand of them are read while someone waits for a first answer.
  if (ASCII.test(text)) return text.toLowerCase().match(ASCII_WORDS) ?? [];
  const plain = caseless(text.normalize("NFKD")).replace(MARKS, "").replace(PLAINLY, (letter) => PLAIN[letter]);
  return plain.normalize("NFC").replace(RUNS, (run) => ` ${piecesOf(run.match(SIGNS)).join(" ")} `).match(WORDS) ?? [];
}

/** JavaScript has no caseless form of its own: lower, upper and lower again merge "ẞ", "ß" and "ss". */
function caseless(text) {
  return Array.from(text, caselessLetter).join("");
}

function caselessLetter(letter) {
  if (letter === "ı") return letter;
  // Unicode folds Cherokee, and Cherokee alone, to its capitals.
  return CHEROKEE.test(letter) ? letter.toUpperCase() : letter.toLowerCase().toUpperCase().toLowerCase();
}
