import assert from "node:assert/strict";
import test from "node:test";
import { dice, load, table } from "./load-asset.mjs";

const { readIndex } = await load("search/columns.js");
const { lexiconOf, meaningsOf } = await load("search/lexicon.js");
const { withReach } = await load("search/reach.js");
const { emptySearch } = await load("search/url-state.js");
const { find, loosened, withoutEach } = await load("search/query.js");
const { TextIndex } = await load("search/text.js");
const { membersOf } = await load("search/bitset.js");

const written = table("index.json");
const index = withReach(readIndex(written["facets.json"]), written["vocabulary.json"]);
const lexicon = lexiconOf(index);
const cards = written["cards/0.json"];
const texts = { people: new TextIndex(), headlines: new TextIndex() };
cards.github.forEach((login, at) => {
  texts.people.add(at, [login, cards.name[at]]);
  texts.headlines.add(at, [cards.headline[at]]);
});

const asked = (text, chosen = {}, more = {}) => ({ ...emptySearch(), text, chosen, ...more });

function logins(text, chosen = {}, known = texts, more = {}) {
  const { found, total } = find(index, lexicon, known ?? {}, asked(text, chosen, more), []);
  const names = membersOf(found, 0, Infinity).map((position) => cards.github[position]);
  assert.equal(names.length, total);
  return names;
}

test("A part of a word never finds the word: iOS is not biostatistics, curiosity or kiosks.", () => {
  assert.deepEqual(logins("ios"), ["joz"]);
  assert.deepEqual(logins("ios "), ["joz"]);
});

test("A term is the term: go is not Google, and java is not JavaScript.", () => {
  assert.deepEqual(logins("go"), ["Ada-L", "joz"]);
  assert.deepEqual(logins("java "), ["taro", "joz"]);
  assert.deepEqual(logins("golang"), ["Ada-L", "joz"]);
});

test("Synonyms, spellings and terms of several words find the term.", () => {
  for (const text of ["js", "JAVASCRIPT", "java script", "JavaScript,"]) assert.deepEqual(logins(text), ["joz"], text);
  for (const text of ["ML", "machine learning", "Machine-Learning"]) assert.deepEqual(logins(text), ["joz"], text);
  assert.deepEqual(logins("c++"), ["Ada-L", "old"]);
});

test("Only the last word may be unfinished.", () => {
  assert.deepEqual(logins("goo"), ["Ada-L"]);
  assert.deepEqual(logins("goo "), []);
  assert.deepEqual(logins("goo engineer"), []);
  assert.deepEqual(logins("google eng"), ["Ada-L"]);
});

test("All words must fit, in any order, whether they name a skill, a person, a language or a place.", () => {
  assert.deepEqual(logins("lovelace python"), ["Ada-L"]);
  assert.deepEqual(logins("python japanese"), []);
  assert.deepEqual(logins("london"), ["Ada-L", "old"]);
  assert.deepEqual(logins("german backend"), ["Ada-L"]);
  assert.deepEqual(logins("太郎"), ["taro"]);
  assert.deepEqual(logins("jose oz"), ["joz"]);
});

test("Words that only hold a sentence together do not get in the way.", () => {
  assert.deepEqual(logins("a mentor for python in london"), ["Ada-L"]);
});

test("Signs alone ask for nothing and find everybody.", () => {
  assert.equal(logins(" ?! ").length, 4);
});

test("Before names are here, skills alone are searched.", () => {
  assert.deepEqual(logins("python", {}, null), ["Ada-L", "joz"]);
  assert.deepEqual(logins("lovelace", {}, null), []);
});

test("Within a facet any value will do; across facets and text all must fit.", () => {
  assert.deepEqual(logins("", { skills: ["python", "java"] }), ["Ada-L", "taro", "joz"]);
  assert.deepEqual(logins("", { skills: ["python", "java"], languages: ["es"] }), ["joz"]);
  assert.deepEqual(logins("lovelace", { skills: ["python"] }), ["Ada-L"]);
});

test("A value or facet nobody has finds nobody, and one unknown value does not spoil the others.", () => {
  assert.deepEqual(logins("", { skills: ["cobol"] }), []);
  assert.deepEqual(logins("", { shoes: ["brown"] }), []);
  assert.deepEqual(logins("", { skills: ["cobol", "java"] }), ["taro", "joz"]);
});

test("A term's own name is not looked for on prototypes.", () => {
  for (const text of ["constructor", "__proto__", "toString "]) assert.deepEqual(logins(text), []);
  assert.deepEqual(meaningsOf("hasOwnProperty", index, lexicon)[0].references, []);
});

test("Each count is what choosing that value would give, given everything else.", () => {
  const roll = dice(7);
  const facets = ["skills", "languages", "commitment", "availability"];
  for (let round = 0; round < 200; round++) {
    const chosen = {};
    for (const facet of facets) {
      const { values } = index.facets.get(facet);
      if (roll(3) === 0) chosen[facet] = [values[roll(values.length)]];
    }
    const text = ["", "python", "learning", "lo"][roll(4)];
    const { counts } = find(index, lexicon, texts, asked(text, chosen), facets);
    for (const facet of facets) {
      index.facets.get(facet).values.forEach((id, value) => {
        assert.equal(counts[facet][value], logins(text, { ...chosen, [facet]: [id] }).length);
      });
    }
  }
});

test("All chosen skills may be asked for instead of any, and their counts say what is left with one more.", () => {
  assert.deepEqual(logins("", { skills: ["python", "go"] }, texts, { all: true }), ["Ada-L", "joz"]);
  assert.deepEqual(logins("", { skills: ["python", "java"] }, texts, { all: true }), ["joz"]);
  assert.deepEqual(logins("", { skills: ["python", "cobol"] }, texts, { all: true }), []);
  const { values } = index.facets.get("skills");
  const { counts } = find(index, lexicon, texts, asked("", { skills: ["python"] }, { all: true }), ["skills"]);
  assert.equal(counts.skills[values.indexOf("java")], 1);
});

test("An empty result says which part to leave out, the most helpful first.", () => {
  const search = asked("", { languages: ["ja"], skills: ["python"], commitment: ["15m"] });
  const finding = find(index, lexicon, texts, search, []);
  assert.deepEqual(loosened(finding, index.count), [{ part: "skills", total: 1 }]);
});

test("What mentors wrote is searched only where it is given.", () => {
  const written = new TextIndex();
  written.add(2, ["I grew up among lighthouses"]);
  const search = asked("lighthouses ");
  assert.equal(find(index, lexicon, texts, search, []).total, 0);
  assert.equal(find(index, lexicon, { ...texts, written }, search, []).total, 1);
});

test("An empty result also says wish by wish what would help: which word, which choice.", () => {
  const search = asked("lovelace taro", { languages: ["ja"] });
  const finding = find(index, lexicon, texts, search, []);
  assert.equal(finding.total, 0);
  assert.deepEqual(withoutEach(finding, index.count), [{ part: "text", value: "lovelace", total: 1 }]);
  const both = find(index, lexicon, texts, asked("", { skills: ["python", "ios"], languages: ["ja"] }, { all: true }), []);
  assert.deepEqual(withoutEach(both, index.count), [{ part: "languages", value: "ja", total: 1 }]);
});
