import assert from "node:assert/strict";
import test from "node:test";
import { load } from "./load-asset.mjs";

const { wishesOf, withWishes } = await load("elements/goals-chips.js");
const label = (kind, id) => `${kind}/${id}`;

test("Every wish is a chip, and taking it away leaves the others.", () => {
  const learner = {
    want: [{ skill: "python", importance: "must" }, { skill: "git" }], topics: ["cv-review"], goals: ["career-guidance"], stage: "junior",
    style: { structure: "flexible" }, commitment: "1h", formats: ["ad-hoc-qa"], languages: ["pl"], windows: ["Tue 18:00-20:00"], timezone: "UTC",
  }; // prettier-ignore
  const wishes = wishesOf(learner, label);
  assert.deepEqual(
    wishes.map((wish) => wish.label),
    ["skills/python (must)", "skills/git", "topics/cv-review", "career guidance", "my free hours", "languages/pl", "junior", "about 1 hour a month", "ad-hoc Q&A", "flexible"],
  );
  assert.deepEqual(wishes[0].learner.want, [{ skill: "git" }]);
  assert.deepEqual(wishes[9].learner.style, { structure: undefined });
  assert.equal(wishes[4].learner.windows, undefined);
  assert.deepEqual(
    [0, 2, 4, 9].map((at) => [wishes[at].field, wishes[at].id]),
    [["want", "python"], ["topics", "cv-review"], ["windows", ""], ["structure", "flexible"]],
  ); // prettier-ignore
  for (const wish of wishes) assert.equal(wishesOf(wish.learner, label).length, 9, wish.label);
});

test("New wishes are added once, and what was said about a skill stays.", () => {
  const before = { want: [{ skill: "python", importance: "must" }], topics: ["cv-review"], stage: "junior" };
  const more = { want: [{ skill: "python", importance: "nice" }, { skill: "git", importance: "nice" }], topics: ["cv-review", "code-review"], stage: "mid" };
  assert.deepEqual(withWishes(before, more), {
    want: [{ skill: "python", importance: "must" }, { skill: "git", importance: "nice" }],
    topics: ["cv-review", "code-review"],
    stage: "mid",
  }); // prettier-ignore
  assert.deepEqual(withWishes(before, {}), before);
});
