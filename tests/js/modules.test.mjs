import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import test from "node:test";
import { gzipSync } from "node:zlib";
import { ASSETS } from "./room.mjs";

const PURE = ["address.js", "bits.js", "cards.js", "columns.js", "lexicon.js", "query.js", "text.js", "words.js"];
const MATCH = [
  "match.js", "match-gates.js", "match-sentences.js", "match-sides.js", "match-signals.js", "match-words.js", "overlap.js",
];
const read = (name) => readFileSync(ASSETS + name, "utf8");
const scripts = readdirSync(ASSETS).filter((name) => name.endsWith(".js"));

test("Pure modules name no page, no network and no storage.", () => {
  for (const name of [...PURE, ...MATCH]) assert.doesNotMatch(read(name), /\b(document|window|fetch|localStorage|self)\b/, name);
});

test("What people wrote never becomes markup.", () => {
  for (const name of scripts) assert.doesNotMatch(read(name), /innerHTML|outerHTML|insertAdjacentHTML|eval\(/, name);
});

test("No module asks another host for anything.", () => {
  for (const name of scripts) assert.doesNotMatch(read(name), /https?:\/\//, name);
});

test("All scripts of the directory together stay below 20 KB gzipped.", () => {
  const sizes = [...PURE, "mentor-directory.js", "directory-worker.js", "card-view.js", "filter-view.js"];
  assert.ok(sizes.reduce((sum, name) => sum + gzipSync(read(name)).length, 0) < 20_000);
});

test("All modules of the match together stay below 15 KB gzipped.", () => {
  assert.ok(MATCH.reduce((sum, name) => sum + gzipSync(read(name)).length, 0) < 15_000);
});
