import assert from "node:assert/strict";
import test from "node:test";
import { load } from "./load-asset.mjs";

const { filtersOf, fitsFilters, hashOf } = await load("lib/list-filter.js");

test("Each chosen value has to be among a part's words, and an empty one asks for nothing.", () => {
  const words = { kind: "forum", about: "skills/python topics/code-review" };
  assert.ok(fitsFilters({ kind: "", about: "topics/code-review" }, words));
  assert.ok(!fitsFilters({ kind: "slack", about: "topics/code-review" }, words));
  assert.ok(!fitsFilters({ language: "en" }, words));
  assert.ok(!fitsFilters({ about: "skills/py" }, words));
});

test("What was chosen is read back from the address.", () => {
  const chosen = { kind: "forum", about: "skills/python", language: "" };
  assert.deepEqual(filtersOf(`#${hashOf(chosen)}`, Object.keys(chosen)), chosen);
  assert.deepEqual(filtersOf("#other=1", ["kind"]), { kind: "" });
});
