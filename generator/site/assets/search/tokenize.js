/** Reduce spellings to what they share. `fold` is the twin of `fold` in model/vocabulary.py; one table decides for both. */

const LETTERS = /[^\p{L}\p{N}+#]/gu;
const MARKS = /[\u0300-\u036f]/g;
const WORDS = /[\p{L}\p{N}\p{M}]+(?:[+#]+(?![\p{L}\p{N}+#]))?/gu;
const ASCII = /^[\x00-\x7f]*$/;
const ASCII_WORDS = /[a-z0-9]+(?:[+#]+(?![a-z0-9+#]))?/g;
const WITHOUT_SPACES = "scx=Han scx=Hiragana scx=Katakana Script=Thai Script=Lao Script=Khmer Script=Myanmar".split(" ");
const SIGN = `(?=[\\p{L}\\p{N}])[${WITHOUT_SPACES.map((script) => `\\p{${script}}`).join("")}]\\p{M}*`;
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
 * List the words that someone asks for: the same, but of characters without spaces only the pairs, which must
 * all be found, so that "日本語" is not any text with these three characters somewhere.
 * @param {string} text @returns {string[]}
 */
export function tokenizeQuery(text) {
  return split(text, (signs) => (signs.length > 1 ? pairs(signs) : signs));
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
