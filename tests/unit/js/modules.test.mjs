import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import test from "node:test";
import { gzipSync } from "node:zlib";
import { ASSETS } from "./load-asset.mjs";

/** What of the rooms without a page still speaks with the browser: storage, templates, the worker and its two ends, and the element for pages of others. */
const EDGES = ["studio/studio.js", "lib/storage.js", "lib/scheme.js", "lib/dom.js", "search/directory-client.js", "search/directory-files.js", "search/directory-worker.js", "embed.js"];
const read = (name) => readFileSync(ASSETS + name, "utf8");
const scripts = readdirSync(ASSETS, { recursive: true }).filter((name) => name.endsWith(".js") && !name.startsWith("vendor/"));
const PURE = scripts.filter((name) => !name.startsWith("elements/") && !EDGES.includes(name));
const SENTENCE = scripts.filter((name) => /\/(?:sentence|ask-wishes|ask-box)/.test(name));
const FOR_MENTORS = "match/for-mentors.js";
const MATCH = scripts.filter((name) => name.startsWith("match/") && name !== FOR_MENTORS);

test("Pure modules name no page, no network and no storage.", () => {
  for (const name of PURE) assert.doesNotMatch(read(name), /\b(document|window\.|fetch|localStorage|self)\b/, name);
});

test("What people wrote never becomes markup.", () => {
  for (const name of scripts) assert.doesNotMatch(read(name), /innerHTML|outerHTML|insertAdjacentHTML|eval\(/, name);
});

test("No module asks another host for anything.", () => {
  // What judges a profile names addresses as examples; those modules are pure, so they ask nobody.
  for (const name of scripts.filter((one) => !one.startsWith("profile/"))) assert.doesNotMatch(read(name), /https?:\/\//, name);
});

test("A first visit of the finder runs scripts below 65.5 KB gzipped, and the page itself below 34 KB of them.", () => {
  const own = withImports("elements/mentor-directory.js");
  assert.ok(gzipped(own) < 34_000, String(gzipped(own)));
  const all = withImports("search/directory-worker.js", new Set(own));
  assert.ok(gzipped(all) < 65_500, String(gzipped(all)));
});

test("What opens on a tap is fetched then: the goals below 8 KB gzipped, the comparison below 4 KB, an opened card below 2 KB.", () => {
  const first = withImports("search/directory-worker.js", new Set(withImports("elements/mentor-directory.js")));
  for (const [name, most] of [["goals-form", 8_000], ["comparison-view", 4_000], ["card-more", 2_000]]) {
    const size = gzipped(withImports(`elements/${name}.js`).filter((other) => !first.includes(other)));
    assert.ok(size < most, `${name}: ${size}`);
  }
});

test("All scripts of the finder together, whatever someone opens, stay below 95.5 KB gzipped; what reads a sentence has its own limit.", () => {
  const known = new Set(withImports("elements/mentor-directory.js"));
  for (const name of ["search/directory-worker.js", "search/matching.js", "elements/goals-form.js", "elements/comparison-view.js", "elements/card-more.js"]) withImports(name, known);
  const size = gzipped([...known].filter((name) => !SENTENCE.includes(name)));
  assert.ok(size < 95_500, String(size));
});

test("What names what matched, fetched once someone searches, stays below 7 KB gzipped.", () => {
  const first = withImports("search/directory-worker.js", new Set(withImports("elements/mentor-directory.js")));
  const size = gzipped(withImports("search/found.js").filter((name) => !first.includes(name)));
  assert.ok(size < 7_000, String(size));
});

test("A profile’s scripts stay below 20 KB gzipped, and so do those of the page for asking.", () => {
  for (const [name, most] of [["elements/profile.js", 20_000], ["elements/ask-form.js", 20_000]]) {
    const size = gzipped(withImports(name));
    assert.ok(size < most, `${name}: ${size}`);
  }
});

test("What mentors do with their own profile, fetched for them alone, stays below 3 KB gzipped.", () => {
  const size = gzipped(withImports("elements/manage.js", new Set(withImports("elements/profile.js"))).filter((name) => !withImports("elements/profile.js").includes(name)));
  assert.ok(size < 3_000, String(size));
});

test("The form to become a mentor runs scripts below 60 KB gzipped.", () => {
  const size = gzipped(withImports("elements/join-form.js"));
  assert.ok(size < 60_000, String(size));
});

test("What reads a sentence, fetched once someone types one, stays below 15 KB gzipped.", () => {
  assert.ok(gzipped(SENTENCE) < 15_000, String(gzipped(SENTENCE)));
});

test("All modules of the match together, ranking and learner's files included, stay below 24 KB gzipped.", () => {
  assert.ok(gzipped(MATCH) < 24_000, String(gzipped(MATCH)));
});

test("What tells a mentor which mentees fit, loaded on the page of mentees only, stays below 3 KB gzipped.", () => {
  assert.ok(gzipped([FOR_MENTORS]) < 3_000, String(gzipped([FOR_MENTORS])));
});

test("No module is longer than 400 lines.", () => {
  for (const name of scripts) assert.ok(read(name).split("\n").length <= 400, name);
});

function gzipped(names) {
  return names.reduce((sum, name) => sum + gzipSync(read(name)).length, 0);
}

function withImports(name, known = new Set()) {
  known.add(name);
  for (const [, next] of read(name).matchAll(/(?:from|import) "(\.[\w./-]+\.js)"/g)) {
    const path = join(dirname(name), next);
    if (!known.has(path)) withImports(path, known);
  }
  return [...known];
}
