import assert from "node:assert/strict";
import test from "node:test";
import { load, table } from "./load-asset.mjs";

const { excerptOf, piecesOf } = await load("search/highlight.js");
const { withoutWish, withTerm } = await load("search/wishes.js");
const { emptySearch } = await load("search/url-state.js");
const { readIndex } = await load("search/columns.js");
const { withReach } = await load("search/reach.js");
const { everyone, nobody } = await load("search/bitset.js");
const { nearestTerms } = await load("search/nearest.js");
const { lexiconOf, meaningsOf } = await load("search/lexicon.js");

const files = table("index.json");
const index = withReach(readIndex(files["facets.json"]), files["vocabulary.json"]);
const marked = (pieces) => pieces?.map(({ text, hit }) => (hit ? `[${text}]` : text)).join("") ?? null;

for (const [typed, text, expected] of table("highlight.json")) {
  test(`“${typed}” is marked in “${text}” as ${expected ?? "nothing"}.`, () => {
    const sought = meaningsOf(typed, index, lexiconOf(index));
    assert.equal(marked(piecesOf(text, sought)), expected);
  });
}

test("Pieces put together again are the text, whatever it is.", () => {
  const texts = ["", "React", "a  React\nb", "日本語で React を", "É́ react", "🙂 react 🙂"];
  for (const text of texts) assert.equal(piecesOf(text, [{ phrases: [["react"]] }])?.map((piece) => piece.text).join("") ?? text, text);
});

test("A long text is cut around what was found, and says that it goes on.", () => {
  const text = `${"before ".repeat(30)}lighthouse ${"after ".repeat(60)}`.trim();
  const short = marked(excerptOf(text, [{ phrases: [["lighthouse"]] }]));
  assert.match(short, /^… .*\[lighthouse\].* …$/);
  assert.ok(short.length < 220, short);
  assert.equal(excerptOf(text, [{ phrases: [["ship"]] }]), null);
});

test("One wish is taken out of a search, and nothing else.", () => {
  const search = { ...emptySearch(), text: "Python,  machine learning berlin", chosen: { skills: ["go", "java"], languages: ["de"] }, within: 2 };
  assert.deepEqual(withoutWish(search, { part: "text", value: "machine learning" }), { text: "Python, berlin" });
  assert.deepEqual(withoutWish(search, { part: "text", value: "python" }), { text: "machine learning berlin" });
  assert.deepEqual(withoutWish(search, { part: "text", value: "" }), { text: "" });
  assert.deepEqual(withoutWish(search, { part: "skills", value: "go" }), { chosen: { skills: ["java"], languages: ["de"] } });
  assert.deepEqual(withoutWish(search, { part: "skills", value: "" }), { chosen: { languages: ["de"] } });
  assert.deepEqual(withoutWish(search, { part: "within", value: "" }), { within: 0 });
});

test("A term takes the place of a word that is none.", () => {
  const search = { ...emptySearch(), text: "pythonista berlin", chosen: { skills: ["go"] } };
  assert.deepEqual(withTerm(search, "pythonista", { kind: "skills", id: "python" }), { text: "berlin", chosen: { skills: ["go", "python"] } });
});

test("For a word that is no term the likest terms are named, with how many they find; for nonsense none.", () => {
  const near = (typed, found = nobody(4)) => nearestTerms(typed, index, found, 3).map(({ id, total }) => [id, total]);
  assert.deepEqual(near("pythonista")[0], ["python", 2]);
  assert.deepEqual(near("javafx").map(([id]) => id), ["java"]);
  assert.deepEqual(near("learning")[0], ["machine-learning", 1]);
  assert.deepEqual(near("qqqq"), []);
  assert.deepEqual(near("pythonista", everyone(4))[0], ["python", 2]);
});
