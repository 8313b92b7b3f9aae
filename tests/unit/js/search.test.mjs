import assert from "node:assert/strict";
import test from "node:test";
import { load, table } from "./load-asset.mjs";

const { emptySearch } = await load("search/url-state.js");
const { membersOf } = await load("search/bitset.js");
const { lexiconOf } = await load("search/lexicon.js");
const { find } = await load("search/query.js");
const { nearestWords, allowance, distance } = await load("search/spelling.js");
const { TextIndex } = await load("search/text.js");
const { withReach } = await load("search/reach.js");
const { byRelevance } = await load("search/relevance.js");

const { terms, broader, unused, mentors, searches } = table("search.json");

/** The index of the table's mentors: terms as facets, names, headlines and what they can help with as texts. */
function opened() {
  const facet = (name, of) => {
    const values = Object.keys(terms[of]).filter((id) => !unused.includes(id));
    const postings = values.map((id) => {
      const positions = Uint32Array.from([...mentors.keys()].filter((at) => mentors[at][name]?.includes(id)));
      return { size: positions.length, positions, bits: null };
    });
    const synonyms = Object.fromEntries(values.map((id) => [id, terms[of][id].slice(1)]));
    return { values, labels: values.map((id) => terms[of][id][0]), synonyms, postings, rows: null };
  };
  const facets = new Map([...Object.keys(terms).map((name) => [name, facet(name, name)]), ["can_introduce", facet("can_introduce", "skills")]]);
  const words = (name) => ({
    broader: broader[name] ?? {},
    unused: unused.filter((id) => terms[name][id]).map((id) => ({ id, label: terms[name][id][0], synonyms: terms[name][id].slice(1) })),
  });
  const index = withReach({ count: mentors.length, facets }, { skills: words("skills"), topics: words("topics") });
  const texts = { people: new TextIndex(), headlines: new TextIndex(), helps: new TextIndex(), written: new TextIndex(), forgiving: true };
  mentors.forEach(({ name, headline, helps = [], bio = "" }, at) => {
    texts.people.add(at, [name]);
    texts.headlines.add(at, [headline]);
    texts.helps.add(at, helps);
    texts.written.add(at, [bio]);
  });
  return { index, texts, lexicon: lexiconOf(index) };
}

const { index, texts, lexicon } = opened();

for (const { search: text, finds, read = [], first, bios = false, skill } of searches) {
  test(`“${text ?? skill}” finds ${finds.join(", ") || "nobody"}.`, () => {
    const searched = bios ? texts : { ...texts, written: undefined };
    const search = { ...emptySearch(), text: text ?? "", chosen: skill ? { skills: [skill] } : {} };
    const finding = find(index, lexicon, searched, search, []);
    const names = (positions) => Array.from(positions, (at) => mentors[at].name);
    assert.deepEqual(names(membersOf(finding.found, 0, Infinity)), finds);
    assert.deepEqual(finding.corrections.flatMap((one) => one.read), read);
    if (first) assert.deepEqual(names(byRelevance(index, searched, finding)).slice(0, first.length), first);
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
