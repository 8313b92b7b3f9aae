import assert from "node:assert/strict";
import test from "node:test";
import { ASSETS, table } from "./load-asset.mjs";

const BASE = "https://example.org/m/api/directory/";
let instance = 0;

/** Start a worker of its own whose network is `files`, and return what asks it and what it fetched. */
async function started(files) {
  const fetched = [];
  const answers = [];
  let wake = () => {};
  let receive = null;
  globalThis.self = {
    addEventListener: (_, listener) => (receive = listener),
    postMessage: (answer) => {
      answers.push(answer);
      wake();
    },
  };
  const own = globalThis.self;
  globalThis.fetch = async (address, { cache }) => {
    const name = String(address).slice(BASE.length);
    fetched.push(cache === "reload" ? `${name} anew` : name);
    const file = typeof files === "function" ? files(name, cache) : files[name];
    return { ok: file !== undefined, status: 404, json: async () => structuredClone(file) };
  };
  await import(`${ASSETS}search/directory-worker.js?instance=${instance++}`);
  const ask = async (id, asked, count = 1, learner = null) => {
    const before = answers.length;
    const search = { ...nothing, ...asked };
    receive({ data: { id, base: BASE, search, from: 0, limit: 24, counted: ["skills"], learner, zone: "Europe/Berlin", windows: [], today: "2026-11-21" } });
    while (answers.length < before + count) await new Promise((resolve) => (wake = resolve));
    return answers.slice(before);
  };
  return { ask, fetched, own };
}

const nothing = { text: "", chosen: {}, all: false, written: false, within: 0, common: 0, preset: "", sort: "" };

test("Filters need the facets and the cards they show, and nothing else.", async () => {
  const { ask, fetched } = await started(table("index.json"));
  const [answer] = await ask(1, { text: "", chosen: { skills: ["java"] } });
  assert.deepEqual(answer.cards.map((card) => card.handle), ["taro", "joz"]);
  assert.deepEqual([answer.total, answer.complete], [2, true]);
  assert.deepEqual(fetched, ["facets.json", "vocabulary.json", "cards/0.json"]);
});

test("The words of facets come once.", async () => {
  const { ask } = await started(table("index.json"));
  const [first] = await ask(1, nothing);
  const [second] = await ask(2, nothing);
  assert.equal(first.facets.skills.labels.length, first.counts.skills.length);
  assert.equal(second.facets, undefined);
});

test("A skill that can only be introduced is a choice all the same, and finds whoever introduces it.", async () => {
  const files = structuredClone(table("index.json"));
  files["facets.json"].facets.skills.mentors = "   ";
  const { ask } = await started(files);
  const [{ facets, cards }] = await ask(1, { chosen: { skills: ["c++"] } });
  assert.deepEqual(facets.skills.values.filter((_, value) => facets.skills.sizes[value]), ["c++"]);
  assert.deepEqual(cards.map(({ handle, found }) => [handle, found.terms]), [["ada-l", [{ facet: "skills", label: "C++", of: "", introduced: true }]]]);
});

test("A search for words is answered by skills at once and by names when they are here.", async () => {
  const { ask } = await started(table("index.json"));
  const [early, late] = await ask(1, { text: "lovelace", chosen: {} }, 2);
  assert.deepEqual([early.complete, early.total], [false, 0]);
  assert.deepEqual([late.complete, late.cards[0].handle], [true, "ada-l"]);
});

test("A missing file is a failure that is said, and the next question tries again.", async () => {
  let broken = true;
  const { ask } = await started((name) => (broken ? undefined : table("index.json")[name]));
  const [answer] = await ask(1, nothing);
  assert.deepEqual(answer, { id: 1, failed: true });
  broken = false;
  assert.equal((await ask(2, nothing))[0].complete, true);
});

test("Cards of another build are never mixed with these facets: both are fetched anew.", async () => {
  const files = table("index.json");
  const old = { ...files["facets.json"], built: "2026-11-20T02:28:00Z" };
  const { ask, fetched } = await started((name, cache) => (name === "facets.json" && cache !== "reload" ? old : files[name]));
  const [answer] = await ask(1, { text: "", chosen: { skills: ["java"] } });
  assert.deepEqual(answer.cards.map((card) => card.handle), ["taro", "joz"]);
  assert.deepEqual(fetched, ["facets.json", "vocabulary.json", "facets.json anew", "vocabulary.json anew", "cards/0.json anew"]);
});

test("Before goals are stated nothing is loaded that only a match needs; afterwards cards say why.", async () => {
  const { ask, fetched } = await started(table("index.json"));
  await ask(1, { chosen: { skills: ["python"] } });
  assert.ok(!fetched.includes("match.json"));
  const [{ cards, total }] = await ask(2, {}, 1, { want: [{ skill: "python", importance: "must" }] });
  assert.ok(fetched.includes("match.json"));
  assert.deepEqual([total, cards[0].handle], [1, "ada-l"]);
  assert.deepEqual(cards[0].match.can_help_with, ["Python"]);
});

test("What mentors wrote is fetched only when a search asks for it.", async () => {
  const { ask, fetched } = await started(table("index.json"));
  await ask(1, { text: "lovelace" }, 2);
  assert.ok(!fetched.some((name) => name.startsWith("texts/")));
  const [answer] = await ask(2, { text: "lighthouse", written: true });
  assert.deepEqual(answer.cards.map(({ handle }) => handle), ["taro"]);
  assert.ok(fetched.includes("texts/0.json"));
});

test("Who is found by name but left out is named, with every reason.", async () => {
  const { ask } = await started(table("index.json"));
  const answers = await ask(1, { text: "hand", chosen: { languages: ["ja"] } }, 2, { want: [{ skill: "python" }] });
  assert.equal(answers[1].total, 0);
  const [old] = answers[1].leftOut;
  assert.deepEqual([old.github, old.parts], ["old", ["languages"]]);
  assert.deepEqual(old.reasons, ["Paused until 12 December 2026.", "Doesn't offer what you're looking for: Python."]);
});

test("Every order is stable: what comes after the first cards goes on where they ended.", async () => {
  const { ask } = await started(table("index.json"));
  const handles = async (id, sort) => (await ask(id, { sort }))[0].cards.map(({ handle }) => handle);
  assert.deepEqual(await handles(1, "name"), ["ada-l", "joz", "old", "taro"]);
  assert.deepEqual(await handles(2, "experience"), ["ada-l", "taro", "joz", "old"]);
  assert.deepEqual(await handles(3, "confirmed"), ["ada-l", "taro", "joz", "old"]);
});

test("Where goals find nobody, each single wish of them says how many would fit without it.", async () => {
  const { ask } = await started(table("index.json"));
  const learner = { want: [{ skill: "python" }], languages: ["ja"] };
  const [{ total, advice }] = await ask(1, {}, 1, learner);
  assert.equal(total, 0);
  assert.deepEqual(advice.map(({ part, field, total: left }) => [part, field, left]), [["goals", "want", 1], ["goals", "languages", 1]]);
  assert.equal(advice[0].label, "Python");
});
