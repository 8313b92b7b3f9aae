import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import test from "node:test";
import { gzipSync } from "node:zlib";
import { ASSETS } from "./room.mjs";

const PURE = [
  "address.js", "age.js", "bits.js", "candidates.js", "cards.js", "columns.js", "finder.js", "goals.js", "hours.js", "lexicon.js", "local-time.js",
  "query.js", "request.js", "scores.js", "shelves.js", "shortlist.js", "sorting.js", "spelling.js", "text.js", "words.js",
];
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

test("All scripts of the directory together stay below 70 KB gzipped, the ones that the page itself runs below 32 KB.", () => {
  const size = (names) => names.reduce((sum, name) => sum + gzipSync(read(name)).length, 0);
  assert.ok(size(scripts) < 70_000, String(size(scripts)));
  const own = withImports("mentor-directory.js");
  assert.ok(size(own) < 32_000, String(size(own)));
});

test("All modules of the match together stay below 15 KB gzipped.", () => {
  assert.ok(MATCH.reduce((sum, name) => sum + gzipSync(read(name)).length, 0) < 15_000);
});

test("No module is longer than 400 lines.", () => {
  for (const name of scripts) assert.ok(read(name).split("\n").length <= 400, name);
});

function withImports(name, known = new Set()) {
  known.add(name);
  for (const [, next] of read(name).matchAll(/(?:from|import) "\.\/([\w-]+\.js)"/g)) if (!known.has(next)) withImports(next, known);
  return [...known];
}
