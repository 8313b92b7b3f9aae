import assert from "node:assert/strict";
import test from "node:test";
import { dice, load, table } from "./load-asset.mjs";

const { isIn, membersInOrder } = await load("search/bitset.js");
const { readIndex, withColumns } = await load("search/columns.js");
const { mentorOf, vocabulariesOf } = await load("search/decode-mentor.js");
const { commonHours, weeksOf } = await load("search/shared-hours.js");
const { reasonsAgainst } = await load("match/eligibility.js");
const { explain } = await load("match/match.js");
const { freeOf, matchContext, prepareMentee, prepareMentor } = await load("match/prepared.js");
const { rankAll, prepareMentors } = await load("match/rank.js");

const TODAY = "2026-11-21";
const files = table("index.json");
const COMMITMENTS = ["15m", "30m", "1h", "2h"];
const STAGES = ["exploring", "beginner", "junior", "mid", "senior", "lead"];
const SKILLS = ["python", "go", "java", "javascript", "ios", "machine-learning", "c++"];

/** One column of a crowd: values by chance, in the form that columns.js reads. */
function posting(rows, values) {
  return {
    values,
    labels: values,
    synonyms: {},
    postings: values.map((value) => {
      const positions = Uint32Array.from([...rows.keys()].filter((at) => rows[at].includes(value)));
      return { size: positions.length, positions, bits: null };
    }),
    rows: rows.map((row) => row.map((value) => String.fromCharCode(35 + values.indexOf(value))).join("")),
  };
}

function crowd(roll, count) {
  const some = (values, most) => [...new Set(Array.from({ length: roll(most + 1) }, () => values[roll(values.length)]))];
  const one = (values) => (roll(4) ? [values[roll(values.length)]] : []);
  const column = (values, draw) => posting(Array.from({ length: count }, () => draw(values)), values);
  const facets = new Map(
    Object.entries({
      skills: column(SKILLS, (values) => some(values, 4)),
      can_introduce: column(SKILLS, (values) => some(values, 2)),
      topics: column(["code-review", "cv"], (values) => some(values, 2)),
      domains: column(["health"], (values) => some(values, 1)),
      languages: column(["en", "pt-BR", "de"], (values) => [values[roll(3)]]),
      timezone: column(["Europe/London", "Asia/Tokyo", "America/Sao_Paulo"], (values) => [values[roll(3)]]),
      commitment: column(COMMITMENTS, (values) => [values[roll(4)]]),
      formats: column(["ad-hoc-qa", "scheduled-calls", "resource-sharing"], (values) => some(values, 3)),
      relationship_types: column(["long-term", "near-peer"], (values) => some(values, 2)),
      structure: column(["structured", "balanced", "flexible"], one),
      guidance: column(["directive", "balanced", "exploratory"], one),
      stages_supported: column(STAGES, (values) => some(values, 3)),
      availability: column(["open", "limited", "waitlist", "closed", "paused", "stale"], (values) => [values[roll(6)]]),
      goals: column(["specific-skills", "project-help"], (values) => some(values, 2)),
      stage: column(STAGES, one),
      windows: column(["Tue 18:00-20:00", "Sun 08:00-11:00", "Mon 00:00-24:00"], (values) => some(values, 2)),
      cannot_help_with: column(["go", "cv"], (values) => (roll(5) ? [] : some(values, 1))),
    }),
  );
  const numbers = {
    openings: Uint16Array.from({ length: count }, () => 1 + roll(3)),
    pending: Uint16Array.from({ length: count }, () => roll(3)),
    paused_days: new Uint16Array(count),
  };
  return { built: "2026-11-21T02:28:00Z", count, chunk: 500, facets, numbers };
}

function learnerFrom(roll) {
  const maybe = (value) => (roll(2) ? value : undefined);
  const want = Array.from({ length: roll(4) }, () => ({ skill: SKILLS[roll(SKILLS.length)], importance: ["must", "nice"][roll(2)] }));
  const learner = {
    want,
    topics: maybe(["code-review"]),
    goals: maybe([["specific-skills"], ["specific-skills", "project-help", "career-guidance"]][roll(2)]),
    stage: maybe(STAGES[roll(6)]),
    style: maybe({ structure: "flexible", guidance: ["directive", "balanced"][roll(2)] }),
    commitment: maybe(COMMITMENTS[roll(4)]),
    formats: maybe([["scheduled-calls"], ["ad-hoc-qa"], ["ad-hoc-qa", "scheduled-calls"]][roll(3)]),
    relationship_types: maybe([["near-peer"], ["long-term", "cohort"]][roll(2)]),
    languages: maybe([["en"], ["pt", "de"], ["fr"]][roll(3)]),
    timezone: "Europe/Berlin",
    windows: maybe(["Tue 19:00-21:00", "Sun 09:00-10:00"]),
    most_important: maybe(["expertise", "stage", "overlap"][roll(3)]),
  };
  return Object.fromEntries(Object.entries(learner).filter(([, value]) => value));
}

const vocabularies = {
  skills: SKILLS.map((id) => ({ id, label: id, broader: id === "machine-learning" ? ["python"] : [], related: id === "java" ? ["go"] : [] })),
  topics: [{ id: "code-review", label: "Code review" }, { id: "cv", label: "CV" }],
};

test("Columns of numbers give every mentor the points, and keep out whom, that the match of one pair would.", () => {
  const roll = dice(11);
  for (let round = 0; round < 150; round++) {
    const index = crowd(roll, 40);
    const learner = learnerFrom(roll);
    const context = matchContext({ vocabularies, today: TODAY });
    const mentee = prepareMentee(learner, context);
    const weeks = weeksOf(index, TODAY);
    const ranking = rankAll(mentee, prepareMentors(index, weeks), context, commonHours(weeks, freeOf(mentee)));
    for (let at = 0; at < index.count; at++) {
      const mentor = prepareMentor(mentorOf(index, { github: `m${at}`, name: `Mentor ${at}` }, at), context);
      const eligible = reasonsAgainst(mentee, mentor, context).length === 0;
      assert.equal(isIn(ranking.eligible, at), eligible);
      const { points } = explain(mentee, mentor, context);
      assert.deepEqual(ranking.points[at], eligible ? (points ?? NaN) : NaN, JSON.stringify([learner, mentor.profile]));
    }
  }
});

test("The best verdict comes first, then the most wishes covered; equals stay in the order of the list.", () => {
  const index = crowd(dice(5), 60);
  const context = matchContext({ vocabularies, today: TODAY });
  const mentee = prepareMentee({ want: [{ skill: "python" }] }, context);
  const weeks = weeksOf(index, TODAY);
  const { order, eligible } = rankAll(mentee, prepareMentors(index, weeks), context, commonHours(weeks, null));
  const shown = membersInOrder(eligible, order, 0, Infinity);
  assert.ok(shown.length > 3);
  const verdicts = ["strong", "good", "some", "little"];
  const keys = shown.map((at) => {
    const { band, covered } = explain(mentee, prepareMentor(mentorOf(index, { github: `m${at}`, name: "M" }, at), context), context);
    return verdicts.indexOf(band) * 10 - covered;
  });
  assert.deepEqual(keys, keys.toSorted((one, other) => one - other));
  assert.ok(new Set(keys).size > 1);
});

test("A mentor read out of the columns is the one that Python wrote into them.", () => {
  const index = withColumns(readIndex(files["facets.json"]), files["match.json"]);
  const ada = mentorOf(index, { github: "Ada-L", name: "Ada" }, 0);
  assert.deepEqual([ada.skills, ada.can_introduce, ada.timezone, ada.openings, ada.availability], [["python", "go"], ["c++"], "Europe/London", 2, "open"]);
  assert.equal(mentorOf(index, { github: "old", name: "Old" }, 3).paused_until, "2026-12-12");
  assert.equal(mentorOf(index, { github: "taro", name: "Taro" }, 1).pending, 1);
});

test("The vocabulary of a match holds every term, whether anybody teaches it or not.", () => {
  const index = readIndex(files["facets.json"]);
  const { skills } = vocabulariesOf(index, files["vocabulary.json"]);
  assert.deepEqual(skills.map(({ id }) => id).sort(), [...SKILLS].sort());
  assert.deepEqual(skills.find(({ id }) => id === "go").synonyms, ["golang"]);
});
