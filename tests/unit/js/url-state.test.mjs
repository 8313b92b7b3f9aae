import assert from "node:assert/strict";
import test from "node:test";
import { load, table } from "./load-asset.mjs";

const { FACETS } = await load("lib/choices.js");
const { emptySearch, isEmpty, readUrl, writeHash, writeUrl } = await load("search/url-state.js");

test("A search survives being written into an address and read again.", () => {
  const search = {
    text: "c++ & c#", chosen: { skills: ["python", "git"], availability: ["open"] }, all: true, written: true,
    within: 3, common: 2, preset: "ready", sort: "name",
  };
  assert.deepEqual(readUrl(writeUrl(search, ""), writeHash(search.text, "")), search);
});

test("Several values of one facet are repeated, as people would write them by hand.", () => {
  const search = { ...emptySearch(), chosen: { skills: ["python", "git"] } };
  assert.equal(writeUrl(search, ""), "?skill=python&skill=git");
});

test("The text does not use the letter on which the theme opens its own search.", () => {
  assert.equal(writeUrl({ ...emptySearch(), text: "ada" }, ""), "");
  assert.equal(writeHash("ada l", ""), "#text=ada+l");
  assert.equal(writeHash(" ", "#text=ada"), "");
  assert.equal(writeHash("", "#finder"), "#finder");
});

test("An address with the letter everybody expects is understood, and rewritten with ours.", () => {
  assert.deepEqual(readUrl("?q=ada"), { ...emptySearch(), text: "ada" });
  assert.equal(writeUrl({ ...emptySearch(), text: "ada" }, "?q=ad"), "");
});

test("What others put into the address stays there.", () => {
  assert.equal(writeUrl(emptySearch(), "?from=newsletter&skill=git"), "?from=newsletter");
});

test("No search is no question mark.", () => {
  assert.equal(writeUrl({ ...emptySearch(), text: "  " }, "?text=x&sort=name"), "");
  assert.equal(isEmpty(readUrl("")), true);
  assert.equal(isEmpty(readUrl("?other=1&skill=")), true);
  assert.equal(isEmpty(readUrl("?text=x")), false);
});

test("Values named twice count once.", () => {
  assert.deepEqual(readUrl("?skill=git&skill=git").chosen, { skills: ["git"] });
});

test("Every facet an address can name is in the index.", () => {
  const known = Object.keys(table("index.json")["facets.json"].facets);
  for (const facet of Object.values(FACETS)) assert.ok(known.includes(facet), facet);
});

test("What an address says that nobody could choose is read as nothing.", () => {
  assert.deepEqual(readUrl("?sort=ratings&shelf=top&within=99&common=x&skills=some"), emptySearch());
});

test("Another order alone is something to answer, the order of the list is not.", () => {
  assert.equal(isEmpty(readUrl("?sort=name")), false);
  assert.equal(isEmpty(readUrl("?sort=availability")), true);
});
