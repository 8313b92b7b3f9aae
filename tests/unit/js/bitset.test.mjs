import assert from "node:assert/strict";
import test from "node:test";
import { dice, load } from "./load-asset.mjs";

const bits = await load("search/bitset.js");

function some(roll, count, share) {
  return Array.from({ length: count }, (_, at) => at).filter(() => roll(100) < share);
}

test("Sets of any size and density count, join and list like plain lists do.", () => {
  const roll = dice(1);
  for (let round = 0; round < 300; round++) {
    const count = roll(200);
    const [one, other] = [some(roll, count, [1, 10, 90][roll(3)]), some(roll, count, [0, 3, 50, 100][roll(4)])];
    const set = bits.nobody(count);
    bits.addPosting(set, bits.postingOf(Uint32Array.from(one), count));
    const posting = bits.postingOf(Uint32Array.from(other), count);
    const common = one.filter((position) => other.includes(position));
    assert.equal(bits.sizeOf(set), one.length);
    assert.equal(bits.countIn(posting, set), common.length);
    const [from, limit] = [roll(10), roll(30)];
    assert.deepEqual(bits.membersOf(set, from, limit), one.slice(from, from + limit));
    const second = bits.nobody(count);
    bits.addPosting(second, posting);
    bits.keepCommon(set, second);
    assert.deepEqual(bits.membersOf(set, 0, count), common);
  }
});

test("Everybody is as many as there are, whether or not they fill the last word.", () => {
  for (const count of [0, 1, 31, 32, 33, 64, 1000]) {
    assert.equal(bits.sizeOf(bits.everyone(count)), count);
    assert.equal(bits.membersOf(bits.everyone(count), 0, Infinity).length, count);
  }
});

test("The values of one mentor are those whose sets hold them, ascending.", () => {
  const roll = dice(3);
  for (let round = 0; round < 50; round++) {
    const count = 1 + roll(100);
    const sets = Array.from({ length: roll(12) }, () => some(roll, count, [0, 2, 60][roll(3)]));
    const postings = sets.map((positions) => bits.postingOf(Uint32Array.from(positions), count));
    for (let position = 0; position < count; position++) {
      const expected = [...sets.keys()].filter((value) => sets[value].includes(position));
      assert.deepEqual(Array.from(bits.valuesAt(postings, count, position)), expected);
    }
  }
});
