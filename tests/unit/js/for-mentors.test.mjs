import assert from "node:assert/strict";
import test from "node:test";
import { load, table } from "./load-asset.mjs";

const { against, fittingMentees, told } = await load("match/for-mentors.js");
const { matchContext, prepareMentee, prepareMentor } = await load("match/prepared.js");

const { vocabularies, languages, today, mentor: anybody } = table("match.json");
const { cases, orders } = table("for-mentors.json");
const context = matchContext({ vocabularies, languages, today });

for (const one of cases) {
  test(`A mentor reads what the table says: ${one.name}.`, () => {
    const pair = [prepareMentee(one.learner, context), prepareMentor({ ...anybody, ...one.mentor }, context), context];
    assert.deepEqual(against(...pair), one.against ?? []);
    if ("told" in one) assert.deepEqual(told(...pair), one.told);
  });
}

for (const one of orders) {
  test(`Mentees come in the order of the table: ${one.name}.`, () => {
    const mentees = Object.entries(one.mentees).map(([handle, learner]) => [handle, prepareMentee(learner, context)]);
    const found = fittingMentees(prepareMentor({ ...anybody, ...one.mentor }, context), mentees, context);
    assert.deepEqual(found.map(({ handle }) => handle), one.fitting);
  });
}
