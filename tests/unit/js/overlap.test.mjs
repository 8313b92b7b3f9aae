import assert from "node:assert/strict";
import test from "node:test";
import { load, table } from "./load-asset.mjs";

const { freeTime, offsets, sharedTime, weeklyHours } = await load("match/overlap.js");

for (const { name, today, one, other, shared, hours } of table("overlap.json").cases) {
  test(`Shared hours are as the table says: ${name}.`, () => {
    const [mine, theirs] = [one, other].map(([zone, ...stated]) => freeTime(stated, zone, today));
    if (shared === null) {
      assert.equal(mine, null);
      return;
    }
    for (const [a, b] of [[mine, theirs], [theirs, mine]]) {
      assert.deepEqual(sharedTime(a, b).map(({ fromDay, minutes }) => [fromDay, minutes]), shared);
      assert.ok(Math.abs(weeklyHours(a, b) - hours) < 1e-9);
    }
  });
}

test("A clock that changes is asked on every day between two that differ, and nowhere else.", () => {
  assert.deepEqual(offsets("Europe/London", "2026-03-20"), [[0, 0], [9, 60]]);
  assert.deepEqual(offsets("Asia/Kolkata", "2026-03-20"), [[0, 330]]);
});
