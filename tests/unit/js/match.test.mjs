import assert from "node:assert/strict";
import test from "node:test";
import { load, table } from "./load-asset.mjs";

const { basisOf, candidateOf, explain, rank, reasonsAgainst, seekerOf } = await load("match/match.js");

const { vocabularies, languages, today, mentor: anybody, cases, orders } = table("match.json");

const basisFor = (one) => basisOf({ vocabularies, languages, today: one.today ?? today, settings: one.settings });
const near = (found, expected) => found === expected || Math.abs(found - expected) < 0.001;

for (const one of cases) {
  test(`A pair matches as the table says: ${one.name}.`, () => {
    const basis = basisFor(one);
    const mentor = { ...anybody, ...one.mentor };
    assert.deepEqual(reasonsAgainst(seekerOf(one.learner, basis), candidateOf(mentor, basis), basis), one.reasons ?? []);
    const match = explain(one.learner, mentor, basis);
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

for (const one of orders) {
  test(`Mentors are ranked as the table says: ${one.name}.`, () => {
    const mentors = one.mentors.map((mentor) => ({ ...anybody, ...mentor }));
    for (const given of [mentors, mentors.toReversed()]) {
      const { ranked, gated } = rank(one.learner, given, basisFor(one));
      assert.deepEqual(ranked.map(({ mentor }) => mentor.github), one.ranked);
      const points = Object.fromEntries(ranked.map((each) => [each.mentor.github, each.points]));
      assert.deepEqual({ ...points, ...one.points }, points);
      assert.deepEqual(gated.map(({ mentor }) => mentor.github), one.gated);
    }
  });
}

test("Who gives only what a profile requires can be ranked, and nobody is taken for waiting.", () => {
  const { github, skills, languages: spoken, timezone, commitment, capacity } = anybody;
  const mentor = { github, skills, languages: spoken, timezone, commitment, capacity };
  const match = explain({ want: [{ skill: "python" }] }, mentor, basisFor({}));
  assert.deepEqual(match.signals.map(({ sentence }) => sentence), ["Can help you with: Python.", "2 places open, nobody waiting."]);
});

test("Words that objects inherit are words like any other.", () => {
  for (const word of ["constructor", "__proto__", "toString"]) {
    const match = explain({ want: [{ skill: word }, { skill: "python" }], languages: [word] }, anybody, basisFor({}));
    assert.deepEqual(match.not_offered, [word]);
  }
});
