/** In which order mentors are shown: everyone's positions, best first; equals as in the static list, so the order is stable. */

/** @param {number} count @returns {Uint32Array} the order of the static list: who can be asked first */
export function byAvailability(count) {
  return Uint32Array.from({ length: count }, (_, position) => position);
}

/** @param {Uint16Array} stated a column of numbers, 0 for not stated @returns {Uint32Array} most first, not stated last */
export function largestFirst(stated) {
  return byAvailability(stated.length).sort((one, other) => stated[other] - stated[one] || one - other);
}

/** @param {Uint16Array} stated @returns {Uint32Array} fewest first, not stated last */
export function smallestFirst(stated) {
  const rank = (position) => stated[position] || Infinity;
  return byAvailability(stated.length).sort((one, other) => (rank(one) === rank(other) ? one - other : rank(one) - rank(other)));
}

/** @param {string[]} names of everyone, by position @returns {Uint32Array} as in a telephone book, word by word: Jo Zimmer before Joan Abel */
export function byName(names) {
  const { compare } = new Intl.Collator("en", { sensitivity: "base", numeric: true });
  return byAvailability(names.length).sort((one, other) => compare(names[one], names[other]) || one - other);
}
