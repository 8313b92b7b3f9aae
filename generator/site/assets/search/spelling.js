/**
 * Forgive small typing mistakes: find the words that are nearest to one that nobody uses.
 *
 * Only longer words are forgiven, because short ones have too many neighbours: "ios" is one letter from "iot".
 */

const A = 97;

/** @param {string} word @returns {number} how many letters may be wrong */
export function allowance(word) {
  const length = Array.from(word).length;
  return length < 5 ? 0 : length < 8 ? 1 : 2;
}

/**
 * List the known words with the fewest mistakes between them and a word, if these are few enough.
 * @param {string} word @param {Iterable<string>} known @returns {string[]} sorted, each once
 */
export function nearestWords(word, known) {
  let most = allowance(word);
  const nearest = new Set();
  const letters = lettersOf(word);
  for (const other of most ? known : []) {
    // A word of four letters would be reached from one of five by luck: both must be long.
    if (Math.abs(other.length - word.length) > most || other.length < 4) continue;
    if (differing(letters, lettersOf(other)) > 2 * most) continue;
    const mistakes = distance(word, other, most);
    if (mistakes > most) continue;
    if (mistakes < most) nearest.clear();
    most = mistakes;
    nearest.add(other);
  }
  return [...nearest].sort();
}

/** Which letters a word has, as bits: two words with many different ones are never near. */
function lettersOf(word) {
  let letters = 0;
  for (let at = 0; at < word.length; at++) letters |= 1 << ((word.charCodeAt(at) - A) & 31);
  return letters;
}

function differing(one, other) {
  let count = 0;
  for (let rest = one ^ other; rest; rest &= rest - 1) count++;
  return count;
}

/**
 * Count the letters to add, leave out, replace or swap with their neighbour; more than `most` is only "too many".
 * @param {string} one @param {string} other @param {number} most @returns {number}
 */
export function distance(one, other, most) {
  let before = [];
  let last = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let row = 1; row <= one.length; row++) {
    const line = [row];
    let least = row;
    for (let at = 1; at <= other.length; at++) {
      const same = one[row - 1] === other[at - 1];
      let mistakes = Math.min(last[at - 1] + (same ? 0 : 1), last[at] + 1, line[at - 1] + 1);
      const swapped = row > 1 && at > 1 && one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1];
      if (swapped) mistakes = Math.min(mistakes, before[at - 2] + 1);
      line.push(mistakes);
      least = Math.min(least, mistakes);
    }
    if (least > most) return most + 1;
    before = last;
    last = line;
  }
  return last[other.length];
}
