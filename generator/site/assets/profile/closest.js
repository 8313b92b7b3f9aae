/** Find the word that was probably meant. The twin of generator/text/closest.py. */

import { distance } from "../search/spelling.js";

/** @param {string} word @param {Iterable<string>} choices @param {number} [cutoff] @returns {string | null} the choice that shares most letters */
export function closest(word, choices, cutoff = 0.7) {
  let best = null;
  let most = cutoff;
  for (const choice of choices) {
    const share = shared(word, choice);
    if (share > most || (best === null && share >= most)) [best, most] = [choice, share];
  }
  return best;
}

/** How many letters two words share, in their order: 1 is all of both. */
function shared(one, other) {
  const [first, second] = [[...one], [...other]];
  if (!first.length && !second.length) return 1;
  let before = new Array(second.length + 1).fill(0);
  for (const letter of first) {
    const line = [0];
    second.forEach((there, at) => line.push(letter === there ? before[at] + 1 : Math.max(before[at + 1], line[at])));
    before = line;
  }
  return (2 * before[second.length]) / (first.length + second.length);
}

/**
 * Return the one choice from which a word is a slip of the keyboard away: strict, since a wrong suggestion is worse than none.
 * @param {string} word @param {string[]} choices @returns {string | null}
 */
export function misspelt(word, choices) {
  const most = word.length < 5 ? 0 : word.length < 12 ? 1 : 2;
  if (!most) return null;
  const near = choices
    .filter((choice) => Math.abs(choice.length - word.length) <= most)
    .map((choice) => ({ choice, slips: distance(word, choice, most) }))
    .filter(({ slips }) => slips <= most)
    .sort((one, other) => one.slips - other.slips)
    .slice(0, 3)
    .filter(({ choice }) => choice[0] === word[0]);
  const least = near[0]?.slips;
  const nearest = new Set(near.filter(({ slips }) => slips === least).map(({ choice }) => choice));
  return nearest.size === 1 ? [...nearest][0] : null;
}
