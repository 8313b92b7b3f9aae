import assert from "node:assert/strict";
import test from "node:test";
import { load, table } from "./load-asset.mjs";

const { readIndex } = await load("search/columns.js");
const { cardOf } = await load("search/cards.js");
const { guessInitials } = await load("lib/initials.js");
const written = table("index.json");
const index = readIndex(written["facets.json"]);
const chunk = written["cards/0.json"];

test("A card says what the static list says.", () => {
  assert.deepEqual(cardOf(index, chunk, 0), {
    github: "Ada-L",
    handle: "ada-l",
    name: "Ada Łovelace",
    headline: "Backend engineer at Google",
    badge: "2 spots open",
    availability: "open",
    skills: ["Python", "Go"],
    more: 0,
    commitment: "~1 hour/month",
    languages: "English, German",
    place: "London, United Kingdom",
    reached: "",
    record: "Usually answers within a week · 3 mentorships completed",
    timezone: "Europe/London",
    photo: "",
    initials: "AŁ",
    hue: [..."ada-l"].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % 8,
  });
});

test("A card shows three skills in the mentor's own order and counts the rest.", () => {
  const card = cardOf(index, chunk, 2);
  assert.deepEqual(card.skills, ["JavaScript", "Python", "iOS"]);
  assert.equal(card.more, 3);
});

test("Who has a photo is shown with it.", () => {
  assert.equal(cardOf(index, chunk, 2).photo, "photos/joz-96.webp");
});

test("Places say how many wait, and a card without a record has none.", () => {
  assert.equal(cardOf(index, chunk, 1).badge, "1 spot open, 1 waiting");
  assert.equal(cardOf(index, chunk, 1).record, "");
  const { records, record, ...older } = chunk;
  assert.equal(cardOf(index, older, 0).record, "");
});

test("A pause names its last day.", () => {
  assert.equal(cardOf(index, chunk, 3).badge, "Paused until 12 Dec");
});

test("Initials are carried where the simple rule would be wrong, and guessed elsewhere.", () => {
  assert.equal(cardOf(index, chunk, 1).initials, "山田");
  assert.equal(guessInitials("Ada Lovelace"), "AL");
  assert.equal(guessInitials("ada"), "A");
  assert.equal(guessInitials(""), "");
});

test("A pause that is over when a page is read counts no more, in the card, the filter and the counts.", () => {
  const before = readIndex(written["facets.json"], "2026-12-12");
  const after = readIndex(written["facets.json"], "2026-12-13");
  assert.deepEqual([cardOf(before, chunk, 3).badge, cardOf(before, chunk, 3).availability], ["Paused until 12 Dec", "paused"]);
  assert.deepEqual([cardOf(after, chunk, 3).badge, cardOf(after, chunk, 3).availability], ["1 spot open", "open"]);
  assert.equal(cardOf(after, chunk, 0).badge, "2 spots open");
});

test("Who has no GitHub account has a handle all the same, and says how to be asked.", () => {
  const without = { ...chunk, github: [null, ...chunk.github.slice(1)], handles: { 0: "ada-l" }, reached: { 0: "Asked through a coordinator" } };
  const { github, handle, reached, hue } = cardOf(index, without, 0);
  assert.deepEqual([github, handle, reached], [null, "ada-l", "Asked through a coordinator"]);
  assert.equal(hue, cardOf(index, chunk, 0).hue);
});
