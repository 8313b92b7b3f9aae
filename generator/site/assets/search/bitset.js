/**
 * Sets of mentors, as positions in the directory's order. A set of a few is a list, one of many a row of bits.
 *
 * @typedef {Uint32Array} Bits one bit for each mentor, 32 in a word
 * @typedef {{size: number, positions: Uint32Array | null, bits: Bits | null}} Posting the mentors of one value
 */

const WORD = 32;

/** @param {number} count @returns {Bits} a set without anyone, of a directory of `count` */
export function nobody(count) {
  return new Uint32Array(Math.ceil(count / WORD));
}

/** @param {number} count @returns {Bits} the set of all `count` */
export function everyone(count) {
  const bits = nobody(count).fill(0xffffffff);
  const rest = count % WORD;
  if (rest) bits[bits.length - 1] = 0xffffffff >>> (WORD - rest);
  return bits;
}

/**
 * Keep ascending positions in the smaller of the two forms, so that counting never costs more than one look at each word.
 * @param {Uint32Array} positions @param {number} count @returns {Posting}
 */
export function postingOf(positions, count) {
  const size = positions.length;
  if (size * WORD <= count) return { size, positions, bits: null };
  const bits = nobody(count);
  addPositions(bits, positions);
  return { size, positions: null, bits };
}

/** @param {Bits} bits @param {number} count @returns {Posting} the same mentors in the smaller of the two forms */
export function postingFrom(bits, count) {
  const size = sizeOf(bits);
  return size * WORD <= count ? { size, positions: Uint32Array.from(membersOf(bits, 0, count)), bits: null } : { size, positions: null, bits };
}

/** Add mentors to a set. @param {Bits} target @param {Iterable<number>} positions */
export function addPositions(target, positions) {
  for (const position of positions) target[position >>> 5] |= 1 << (position & 31);
}

/** Add a value's mentors to a set. @param {Bits} target @param {Posting} posting */
export function addPosting(target, posting) {
  if (posting.bits) for (let word = 0; word < target.length; word++) target[word] |= posting.bits[word];
  else addPositions(target, posting.positions);
}

/** Keep in a set only who is in the other too. @param {Bits} target @param {Bits} other */
export function keepCommon(target, other) {
  for (let word = 0; word < target.length; word++) target[word] &= other[word];
}

/** Take out of a set whoever is in the other. @param {Bits} target @param {Bits} other */
export function leaveOut(target, other) {
  for (let word = 0; word < target.length; word++) target[word] &= ~other[word];
}

/** @param {Bits} bits @param {number} position @returns {boolean} */
export function isIn(bits, position) {
  return ((bits[position >>> 5] >>> (position & 31)) & 1) === 1;
}

/** @param {Posting} posting @param {number} position @returns {boolean} whether a mentor has the value */
export function has({ positions, bits }, position) {
  if (bits) return isIn(bits, position);
  let low = 0;
  for (let high = positions.length; low < high; ) {
    const middle = (low + high) >>> 1;
    if (positions[middle] < position) low = middle + 1;
    else high = middle;
  }
  return positions[low] === position;
}

/** @param {Posting} posting @param {number} count @returns {Iterable<number>} the positions, ascending */
export function positionsOf({ positions, bits }, count) {
  return positions ?? membersOf(bits, 0, count);
}

const turned = new WeakMap();

/**
 * List the values of one mentor, ascending. All sets are turned round at the first question, because reading one mentor
 * out of hundreds of sets takes longer than anything else that a card needs.
 * @param {Posting[]} postings of all values @param {number} count @param {number} position @returns {Uint16Array}
 */
export function valuesAt(postings, count, position) {
  const { starts, values } = turnedOf(postings, count);
  return values.subarray(starts[position], starts[position + 1]);
}

function turnedOf(postings, count) {
  if (!turned.has(postings)) turned.set(postings, turnRound(postings, count));
  return turned.get(postings);
}

function turnRound(postings, count) {
  const starts = new Uint32Array(count + 1);
  for (const posting of postings) for (const position of positionsOf(posting, count)) starts[position + 1]++;
  for (let position = 0; position < count; position++) starts[position + 1] += starts[position];
  const ends = starts.slice();
  const values = new Uint16Array(starts[count]);
  postings.forEach((posting, value) => {
    for (const position of positionsOf(posting, count)) values[ends[position]++] = value;
  });
  return { starts, values };
}

/**
 * Make a set of whoever passes. @param {number} count @param {(position: number) => boolean} passes @returns {Bits}
 */
export function those(count, passes) {
  const bits = nobody(count);
  for (let position = 0; position < count; position++) if (passes(position)) bits[position >>> 5] |= 1 << (position & 31);
  return bits;
}

/** @param {Posting} posting @param {Bits} bits @returns {number} how many of a value's mentors are in the set */
export function countIn(posting, bits) {
  let count = 0;
  if (posting.bits) for (let word = 0; word < bits.length; word++) count += ones(posting.bits[word] & bits[word]);
  else for (const position of posting.positions) count += (bits[position >>> 5] >>> (position & 31)) & 1;
  return count;
}

const FEW = 3;

/**
 * Count each value's mentors in a set: value by value, or mentor by mentor where these are few.
 * @param {Posting[]} postings of all values @param {Bits} bits @param {number} count @returns {number[]}
 */
export function countEach(postings, bits, count) {
  const size = sizeOf(bits);
  if (size * FEW > count) return postings.map((posting) => countIn(posting, bits));
  const { starts, values } = turnedOf(postings, count);
  const counts = new Uint32Array(postings.length);
  for (const position of membersOf(bits, 0, size)) {
    for (let at = starts[position]; at < starts[position + 1]; at++) counts[values[at]]++;
  }
  return Array.from(counts);
}

/** @param {Bits} bits @returns {number} how many are in the set */
export function sizeOf(bits) {
  let count = 0;
  for (const word of bits) count += ones(word);
  return count;
}

/**
 * List members in the directory's order, after leaving out the first `from`, at most `limit`.
 * @param {Bits} bits @param {number} from @param {number} limit @returns {number[]}
 */
export function membersOf(bits, from, limit) {
  const members = [];
  let before = 0;
  for (let word = 0; word < bits.length && members.length < limit; word++) {
    const here = ones(bits[word]);
    if (before + here > from) {
      for (let rest = bits[word]; rest && members.length < limit; rest &= rest - 1) {
        if (before >= from) members.push(word * WORD + 31 - Math.clz32(rest & -rest));
        before++;
      }
    } else before += here;
  }
  return members;
}

/**
 * List members in a given order, after leaving out the first `from`, at most `limit`.
 * @param {Bits} bits @param {Uint32Array} order every position once @param {number} from @param {number} limit
 * @returns {number[]}
 */
export function membersInOrder(bits, order, from, limit) {
  const members = [];
  let before = 0;
  for (let at = 0; at < order.length && members.length < limit; at++) {
    if (isIn(bits, order[at]) && before++ >= from) members.push(order[at]);
  }
  return members;
}

function ones(word) {
  word -= (word >>> 1) & 0x55555555;
  word = (word & 0x33333333) + ((word >>> 2) & 0x33333333);
  return Math.imul((word + (word >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
