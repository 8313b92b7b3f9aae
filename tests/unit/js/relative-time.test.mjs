import assert from "node:assert/strict";
import test from "node:test";
import { load } from "./load-asset.mjs";

const { relativeTime, isOlder } = await load("lib/relative-time.js");
const then = new Date("2026-11-21T02:28:00Z");
const later = (minutes) => new Date(then.getTime() + minutes * 60_000);

test("An age is told in hours for two days, then in whole days.", () => {
  const hour = 60;
  const words = [0, 59, hour, 2 * hour - 1, 2 * hour, 48 * hour - 1, 48 * hour, 71 * hour, 72 * hour].map((minutes) => relativeTime(then, later(minutes)));
  assert.deepEqual(words, [
    "less than an hour ago", "less than an hour ago", "1 hour ago", "1 hour ago", "2 hours ago", "47 hours ago", "2 days ago", "2 days ago", "3 days ago",
  ]);
});

test("A clock that runs behind makes nothing negative.", () => {
  assert.equal(relativeTime(then, later(-600)), "less than an hour ago");
});

test("Something is too old only after the hours are over.", () => {
  assert.equal(isOlder(then, later(48 * 60), 48), false);
  assert.equal(isOlder(then, later(48 * 60 + 1), 48), true);
});
