/** Answers matches line by line: a JSON object in, a JSON object out, for tests that compare this with Python. */

import { createInterface } from "node:readline";
import { load } from "./load-asset.mjs";

const { basisOf, explain, rank } = await load("match/match.js");

for await (const line of createInterface({ input: process.stdin })) {
  const { basis: given, learner, mentors } = JSON.parse(line);
  const basis = basisOf(given);
  const { ranked, gated } = rank(learner, mentors, basis);
  const answer = {
    ranked: ranked.map(({ mentor }) => explain(learner, mentor, basis)),
    gated: gated.map(({ mentor, reasons }) => [mentor.github, reasons]),
  };
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
