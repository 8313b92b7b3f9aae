import assert from "node:assert/strict";
import test from "node:test";
import { load, table } from "./load-asset.mjs";

const { tokenizeQuery, fold, tokenize } = await load("search/tokenize.js");

test("Every word of the shared table folds as it does in Python.", () => {
  for (const [word, folded] of table("fold.json")) assert.equal(fold(word), folded, word);
});

test("Words are compared without case, accents and strokes.", () => {
  assert.deepEqual(tokenize("José Öz, Łukasz & Søren"), ["jose", "oz", "lukasz", "soren"]);
  assert.deepEqual(tokenize("STRASSE Straße"), ["strasse", "strasse"]);
  assert.deepEqual(tokenize("Mu\u0308ller Müller"), ["muller", "muller"]);
});

test("C, C++ and C# are three words, and other signs only separate.", () => {
  assert.deepEqual(tokenize("C, C++/C# #opensource cats+dogs node.js 🙂"), [
    "c", "c++", "c#", "opensource", "cats", "dogs", "node", "js",
  ]);
});

test("A plain text gives the same words on the quick way as beside a letter that is not plain.", () => {
  for (const text of ["C++ c# F#9 a_b x+y+ ++ ", "Node.js, CI/CD; go!", "1st 2nd"]) {
    assert.deepEqual(tokenize(`${text} é`), [...tokenize(text), "e"]);
  }
});

test("Scripts without spaces give each character and each pair; vowel signs stay with their letters.", () => {
  assert.deepEqual(tokenize("山田 太郎"), ["山", "田", "山田", "太", "郎", "太郎"]);
  assert.deepEqual(tokenize("データ、分析"), ["デ", "ー", "タ", "デー", "ータ", "分", "析", "分析"]);
  assert.deepEqual(tokenize("หิน"), ["หิ", "น", "หิน"]);
  assert.deepEqual(tokenize("हिन्दी"), ["हिन्दी"]);
  assert.deepEqual(tokenize("한국어"), ["한국어"]);
});

test("Who asks for characters that stand together is not given them apart.", () => {
  assert.deepEqual(tokenizeQuery("日本語"), [["日本", "本語"]]);
  assert.deepEqual(tokenizeQuery("語"), [["語"]]);
  assert.deepEqual(tokenizeQuery("José Öz"), [["jose"], ["oz"]]);
});
