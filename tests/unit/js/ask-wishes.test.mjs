import assert from "node:assert/strict";
import test from "node:test";
import { load } from "./load-asset.mjs";

const { chosenOf, learnerOf, textOf, without } = await load("search/ask-wishes.js");
const EMPTY = Object.fromEntries(
  "skills topics domains career_paths avoid known goals stage languages time zone place commitment formats text".split(" ").map((part) => [part, []]),
);
const one = (value) => ({ value, words: value });

test("What is wanted becomes wishes, and what is avoided or known does not.", () => {
  const asked = {
    ...EMPTY, skills: [one("python")], topics: [one("cv-review")], time: [one("evenings"), one("mon")], zone: [one("Asia/Kolkata")],
    avoid: [{ kind: "skills", ...one("java") }], known: [{ kind: "skills", ...one("react") }],
  }; // prettier-ignore
  assert.deepEqual(learnerOf(asked), {
    want: [{ skill: "python", importance: "nice" }],
    topics: ["cv-review"],
    windows: ["Mon 18:00-22:00"],
    timezone: "Asia/Kolkata",
  });
});

test("A chip that was taken away is no wish, and a known skill that was tapped is one.", () => {
  const asked = { ...EMPTY, skills: [one("python")], known: [{ kind: "skills", ...one("react") }] };
  const left = without(asked, new Set(["skills python"]), new Set(["skills react"]));
  assert.deepEqual(learnerOf(left).want, [{ skill: "react", importance: "nice" }]);
  assert.deepEqual(left.known, []);
});

test("In a short search every word counts, in an understood sentence only what was understood.", () => {
  const asked = { ...EMPTY, skills: [one("python")], text: ["tomasz"] };
  assert.equal(textOf(asked, "tomasz python"), "tomasz");
  assert.equal(textOf(asked, "I would love to learn python from tomasz"), "");
  assert.equal(textOf({ ...asked, skills: [] }, "I would love to learn from tomasz"), "tomasz");
});

test("A field of work filters where no skill was heard, and a country once it was tapped.", () => {
  const asked = { ...EMPTY, domains: [one("biology")], place: [one("IN")] };
  assert.deepEqual(chosenOf(asked, new Set()), { domains: ["biology"] });
  assert.deepEqual(chosenOf({ ...asked, skills: [one("python")] }, new Set(["place IN"])), { country: ["IN"] });
});
