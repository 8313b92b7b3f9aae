import assert from "node:assert/strict";
import test from "node:test";
import { load, table } from "./load-asset.mjs";

const { emptySearch } = await load("search/url-state.js");
const { membersOf } = await load("search/bitset.js");
const { lexiconOf } = await load("search/lexicon.js");
const { find } = await load("search/query.js");
const { nearestWords, allowance, distance } = await load("search/spelling.js");
const { TextIndex } = await load("search/text.js");

const { terms, mentors, searches } = table("search.json");

/** The index of the table's mentors: skills and languages as facets, names and headlines as texts. */
function opened() {
  const facet = (name) => {
    const values = Object.keys(terms[name]);
    const postings = values.map((id) => {
      const positions = Uint32Array.from([...mentors.keys()].filter((at) => mentors[at][name]?.includes(id)));
      return { size: positions.length, positions, bits: null };
    });
    const synonyms = Object.fromEntries(values.map((id) => [id, terms[name][id].slice(1)]));
    return { values, labels: values.map((id) => terms[name][id][0]), synonyms, postings, rows: null };
  };
  const index = { count: mentors.length, facets: new Map(Object.keys(terms).map((name) => [name, facet(name)])) };
  const names = new TextIndex();
  mentors.forEach(({ name, headline }, at) => names.add(at, [name, headline]));
  return { index, names, lexicon: lexiconOf(index) };
}

const { index, names, lexicon } = opened();

for (const [text, expected, read = []] of searches) {
  test(`“${text}” finds ${expected.join(", ") || "nobody"}.`, () => {
    const { found, corrections } = find(index, lexicon, { names, forgiving: true }, { ...emptySearch(), text }, []);
    assert.deepEqual(membersOf(found, 0, Infinity).map((at) => mentors[at].name), expected);
    assert.deepEqual(corrections.flatMap((one) => one.read), read);
  });
}

test("Short words are never forgiven, longer ones one mistake, long ones two.", () => {
  assert.deepEqual(["ios", "rust", "react", "angular", "kotlin12"].map(allowance), [0, 0, 1, 1, 2]);
  assert.deepEqual(nearestWords("ios", ["iot", "ion"]), []);
  assert.deepEqual(nearestWords("pyhton", ["python", "typhoon"]), ["python"]);
  assert.deepEqual(nearestWords("kubernets", ["kubernetes", "cabinets"]), ["kubernetes"]);
});

test("Swapping two neighbours is one mistake.", () => {
  assert.equal(distance("teh", "the", 2), 1);
  assert.equal(distance("abcdef", "uvwxyz", 2), 3);
});
