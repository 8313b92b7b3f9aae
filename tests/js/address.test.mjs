import assert from "node:assert/strict";
import test from "node:test";
import { load, table } from "./room.mjs";

const { FACETS, isEmpty, readAddress, writeAddress } = await load("address.js");

test("A search survives being written into an address and read again.", () => {
  const search = { text: "c++ & c#", chosen: { skills: ["python", "git"], availability: ["open"] } };
  assert.deepEqual(readAddress(writeAddress(search, "")), search);
});

test("Several values of one facet are repeated, as people would write them by hand.", () => {
  const search = { text: "", chosen: { skills: ["python", "git"] } };
  assert.equal(writeAddress(search, ""), "?skill=python&skill=git");
});

test("The text does not use the letter on which the theme opens its own search.", () => {
  assert.equal(writeAddress({ text: "ada", chosen: {} }, ""), "?text=ada");
});

test("An address with the letter everybody expects is understood, and rewritten with ours.", () => {
  assert.deepEqual(readAddress("?q=ada"), { text: "ada", chosen: {} });
  assert.equal(writeAddress({ text: "ada", chosen: {} }, "?q=ad"), "?text=ada");
});

test("What others put into the address stays there.", () => {
  assert.equal(writeAddress({ text: "", chosen: {} }, "?from=newsletter&skill=git"), "?from=newsletter");
});

test("No search is no question mark.", () => {
  assert.equal(writeAddress({ text: "  ", chosen: {} }, "?text=x"), "");
  assert.equal(isEmpty(readAddress("")), true);
  assert.equal(isEmpty(readAddress("?other=1&skill=")), true);
  assert.equal(isEmpty(readAddress("?text=x")), false);
});

test("Values named twice count once.", () => {
  assert.deepEqual(readAddress("?skill=git&skill=git").chosen, { skills: ["git"] });
});

test("Every facet an address can name is in the index.", () => {
  const known = Object.keys(table("index.json")["facets.json"].facets);
  for (const facet of Object.values(FACETS)) assert.ok(known.includes(facet), facet);
});
