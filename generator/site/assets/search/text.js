/** Names, logins and headlines, or what mentors wrote, by the words in them. */

import { beginningWith } from "./lexicon.js";
import { tokenize } from "./tokenize.js";

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
