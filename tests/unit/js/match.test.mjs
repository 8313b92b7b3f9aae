import assert from "node:assert/strict";
import test from "node:test";
import { load, table } from "./load-asset.mjs";

const { reasonsAgainst } = await load("match/eligibility.js");
const { explain } = await load("match/match.js");
const { matchContext, prepareMentee, prepareMentor } = await load("match/prepared.js");

const { vocabularies, languages, today, mentor: anybody, cases } = table("match.json");

const contextFor = (one) => matchContext({ vocabularies, languages, today: one.today ?? today, settings: one.settings });
const explained = (learner, mentor, context = contextFor({})) => explain(prepareMentee(learner, context), prepareMentor(mentor, context), context);
const near = (found, expected) => found === expected || Math.abs(found - expected) < 0.001;

for (const one of cases) {
  test(`A pair matches as the table says: ${one.name}.`, () => {
    const context = contextFor(one);
    const mentor = { ...anybody, ...one.mentor };
    const pair = [prepareMentee(one.learner, context), prepareMentor(mentor, context), context];
    assert.deepEqual(reasonsAgainst(...pair), one.reasons ?? []);
    const match = explain(...pair);
    if ("points" in one) assert.ok(near(match.points, one.points), `${match.points} points`);
    for (const [name, [points, of, sentence]] of Object.entries(one.signals ?? {})) {
      const part = match.signals.find(({ signal }) => signal === name);
      assert.equal(part.sentence, sentence);
      assert.ok(near(part.points, points) && near(part.of, of), `${part.points} of ${part.of}`);
    }
    for (const name of ["stated", "band", "can_help_with", "not_offered", "unstated"]) {
      if (name in one) assert.deepEqual(match[name], one[name], name);
    }
    assert.equal(match.signals.length > 0, match.points !== null);
  });
}

test("Who gives only what a profile requires can be ranked, and nobody is taken for waiting.", () => {
  const { github, skills, languages: spoken, timezone, commitment, capacity } = anybody;
  const mentor = { github, skills, languages: spoken, timezone, commitment, capacity };
  const match = explained({ want: [{ skill: "python" }] }, mentor);
  assert.deepEqual(match.signals.map(({ sentence }) => sentence), ["Can help you with: Python.", "2 spots open. Nobody is waiting."]);
});

test("Words that objects inherit are words like any other.", () => {
  for (const word of ["constructor", "__proto__", "toString"]) {
    const match = explained({ want: [{ skill: word }, { skill: "python" }], languages: [word] }, anybody);
    assert.deepEqual(match.not_offered, [word]);
  }
});
