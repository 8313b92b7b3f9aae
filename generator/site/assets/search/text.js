/** Names, headlines, and what mentors wrote, by the words in them. */

import { addPositions, keepCommon, nobody } from "./bitset.js";
import { beginningWith } from "./lexicon.js";
import { tokenize } from "./tokenize.js";

/** @typedef {import("./lexicon.js").Meaning} Meaning */

/** Which mentors have a word; it grows as chunks of cards arrive, in any order. */
export class TextIndex {
  #mentors = new Map();
  #sorted = null;

  /** Take in one mentor's texts. @param {number} position @param {string[]} texts */
  add(position, texts) {
    for (const word of new Set(texts.flatMap(tokenize))) {
      const positions = this.#mentors.get(word);
      if (positions) positions.push(position);
      else this.#mentors.set(word, [position]);
    }
    this.#sorted = null;
  }

  /**
   * List the mentors with exactly this word, or with any that begins so.
   * @param {string} word as `tokenize` writes it @param {boolean} begun @returns {number[][]}
   */
  mentorsWith(word, begun) {
    if (!begun) return this.#mentors.has(word) ? [this.#mentors.get(word)] : [];
    this.#sorted ??= [...this.#mentors.keys()].sort();
    return beginningWith(word, this.#sorted).map((whole) => this.#mentors.get(whole));
  }

  /** @returns {Iterable<string>} every word that someone has */
  words() {
    return this.#mentors.keys();
  }
}

/**
 * List the mentors in whose texts of one kind all words of a phrase are, for each phrase of a meaning.
 * @param {TextIndex | undefined} texts @param {Meaning} meaning @param {number} count @returns {Iterable<number>[]}
 */
export function mentorsSaying(texts, { phrases, begun }, count) {
  if (!texts) return [];
  return phrases.flatMap((/** @returns {Iterable<number>[]} */ (words) => {
    if (words.length === 1) return texts.mentorsWith(words[0], begun);
    const bits = words.map((word) => {
      const some = nobody(count);
      for (const positions of texts.mentorsWith(word, false)) addPositions(some, positions);
      return some;
    });
    bits.slice(1).forEach((other) => keepCommon(bits[0], other));
    return [membersIn(bits[0])];
  }));
}

function* membersIn(bits) {
  for (let word = 0; word < bits.length; word++) {
    for (let rest = bits[word]; rest; rest &= rest - 1) yield word * 32 + 31 - Math.clz32(rest & -rest);
  }
}
