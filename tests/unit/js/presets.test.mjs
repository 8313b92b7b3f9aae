import assert from "node:assert/strict";
import test from "node:test";
import { load, table } from "./load-asset.mjs";

const { readIndex } = await load("search/columns.js");
const { isIn } = await load("search/bitset.js");
const { presetsFor } = await load("search/presets.js");
const facets = table("index.json")["facets.json"];
const readyIn = (index) => {
  const { bits, sentence } = presetsFor(index, null, "Europe/London").get("ready");
  return { who: [0, 1, 2, 3].filter((position) => isIn(bits, position)), sentence };
};
const askedDaysAgo = (...days) => {
  const index = readIndex(facets);
  index.numbers.days_since_asked = Uint16Array.from(days, (day) => (day === null ? 0 : day + 1));
  return index;
};

test("Ready to help is who has spots open and was not asked in the last thirty days.", () => {
  assert.deepEqual(readyIn(readIndex(facets)), { who: [0], sentence: "They have spots open, and nobody asked them in the last 30 days." });
  assert.deepEqual(readyIn(askedDaysAgo(30, 31, 31, 31)).who, [1]);
  assert.deepEqual(readyIn(askedDaysAgo(null, null, null, null)).who, [0, 1]);
});

test("Where nothing is known of requests, the preset says no more than it can.", () => {
  const index = readIndex(facets);
  delete index.numbers.days_since_asked;
  assert.deepEqual(readyIn(index), { who: [0], sentence: "They have spots open, and nobody is waiting for an answer." });
});
