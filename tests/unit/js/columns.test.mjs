import assert from "node:assert/strict";
import test from "node:test";
import { load, table } from "./load-asset.mjs";

const { readIndex, readNumbers, readPositions, readRow } = await load("search/columns.js");
const { everyone, countIn, membersOf, nobody, addPosting } = await load("search/bitset.js");
const written = table("index.json");

function idsOf(index, facet, position) {
  const { postings, values } = index.facets.get(facet);
  return values.filter((_, value) => {
    const set = nobody(index.count);
    addPosting(set, postings[value]);
    return membersOf(set, 0, Infinity).includes(position);
  });
}

test("Columns are read as the shared table says Python writes them.", () => {
  for (const [plain, text] of table("columns.json").positions) assert.deepEqual([...readPositions(text)], plain);
  for (const [plain, text] of table("columns.json").numbers) assert.deepEqual([...readNumbers(text)], plain);
});

test("The index of four people gives each their values, of every kind of column.", () => {
  const index = readIndex(written["facets.json"]);
  assert.equal(index.count, 4);
  assert.deepEqual(idsOf(index, "skills", 0).sort(), ["go", "python"]);
  assert.deepEqual(idsOf(index, "can_introduce", 0), ["c++"]);
  assert.deepEqual(idsOf(index, "skills", 3), ["c++"]);
  assert.deepEqual(idsOf(index, "timezone", 1), ["Asia/Tokyo"]);
  assert.deepEqual(idsOf(index, "structure", 0), []);
  assert.deepEqual(idsOf(index, "formats", 1), ["ad-hoc-qa"]);
  assert.deepEqual(idsOf(index, "office_hours", 2), ["offered"]);
  assert.deepEqual(idsOf(index, "availability", 3), ["paused"]);
});

test("Where a card shows an order, it is the mentor's own.", () => {
  const skills = readIndex(written["facets.json"]).facets.get("skills");
  const ids = readRow(skills.rows[2]).map((value) => skills.values[value]);
  assert.deepEqual(ids, ["javascript", "python", "ios", "go", "java", "machine-learning"]);
});

test("Plain numbers tell zero from not stated.", () => {
  const { numbers } = readIndex(written["facets.json"]);
  assert.deepEqual([...numbers.years_experience], [15, 0, 0, 0]);
  assert.deepEqual([...numbers.openings], [3, 2, 1, 2]);
});

test("An index of another version is refused, not misread.", () => {
  assert.throws(() => readIndex({ ...written["facets.json"], version: 2 }), /version 2/);
});

test("An empty directory has facets without values.", () => {
  const empty = { kind: "ordered", values: [], labels: [], mentors: "" };
  const index = readIndex({ version: 1, built: "", count: 0, chunk: 500, facets: { skills: empty }, numbers: {} });
  assert.deepEqual(index.facets.get("skills").postings, []);
});

test("A value's mentors are counted the same whether they are few or many.", () => {
  const index = readIndex(written["facets.json"]);
  const { values, postings } = index.facets.get("languages");
  const counts = Object.fromEntries(values.map((id, value) => [id, countIn(postings[value], everyone(4))]));
  assert.deepEqual(counts, { en: 2, de: 1, es: 1, ja: 1 });
});
