/**
 * Answers line by line what the finder shows: files of an index and a learner in, a JSON object out, for tests that
 * compare it with Python. It asks the same objects as the site's worker.
 */

import { createInterface } from "node:readline";
import { load } from "./load-asset.mjs";

const { readIndex, withColumns } = await load("search/columns.js");
const { vocabulariesOf } = await load("search/decode-mentor.js");
const { Finder } = await load("search/finder.js");
const matching = await load("search/matching.js");
const { lexiconOf } = await load("search/lexicon.js");
const { emptySearch } = await load("search/url-state.js");

for await (const line of createInterface({ input: process.stdin })) {
  const { files, learner, mentors, today } = JSON.parse(line);
  const facets = readIndex(files["facets.json"]);
  const index = withColumns(facets, files["match.json"]);
  const match = { vocabularies: vocabulariesOf(index, files["vocabulary.json"]), settings: files["match.json"].settings };
  const finder = new Finder({ index, lexicon: lexiconOf(index), texts: {}, match, names: null });
  finder.matching = matching;
  const { windows = [], timezone: zone = "" } = learner;
  const question = { search: emptySearch(), from: 0, limit: Infinity, counted: [], learner, zone, windows, today };
  const { positions, matched } = finder.answer(question, true);
  const { github, name } = files["cards/0.json"];
  const ranked = positions.map((at) => finder.reasons(at, { github: github[at], name: name[at] }, matched).match);
  const explained = finder.explain(mentors, learner, today);
  const reasons = Object.fromEntries(mentors.map((mentor, at) => [mentor.github, explained[at].reasons]));
  process.stdout.write(`${JSON.stringify({ ranked, reasons })}\n`);
}
