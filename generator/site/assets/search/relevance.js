/**
 * Who fits a search best: for each wish the most direct way in which a mentor fits it, added up. Whoever lists a skill
 * comes before whoever can introduce it, and both before whoever lists something narrower; a name that was typed comes
 * first of all. Equals stay in the order of the list, so those who are free come first among them.
 *
 * @typedef {import("./query.js").Finding} Finding
 * @typedef {import("./query.js").Texts} Texts
 * @typedef {import("./bitset.js").Bits} Bits
 */

import { membersOf, positionsOf } from "./bitset.js";
import { SOURCES } from "./query.js";
import { VOCABULARIES, waysTo } from "./reach.js";
import { mentorsSaying } from "./text.js";

const IN_TEXTS = { people: 9, headlines: 6, helps: 4, written: 2 };
const LISTED = 7;
const INTRODUCED = 5;
const NARROWER = 4;
const NARROWER_INTRODUCED = 3;
/** Who lives by the time of a place is near it, not there. */
const BY_TIME = 3;

/**
 * Sort whom a search found, best first. @param {any} index @param {Texts} texts @param {Finding} finding
 * @returns {Uint32Array | null} their positions, or null where nothing tells one from another
 */
export function byRelevance(index, texts, finding) {
  const asked = wishesOf(finding);
  if (!asked.length) return null;
  const scores = new Uint16Array(index.count);
  const best = new Uint8Array(index.count);
  for (const wish of asked) {
    best.fill(0);
    raise(best, index, texts, wish);
    for (let at = 0; at < best.length; at++) scores[at] += best[at];
  }
  return inOrder(membersOf(finding.found, 0, index.count), scores);
}

function wishesOf({ meanings, chosen }) {
  const choices = [...chosen].filter(([name]) => VOCABULARIES.includes(name.slice(0, name.indexOf(" "))));
  return [...meanings, ...choices.map(([, references]) => ({ references, phrases: [], begun: false }))];
}

function raise(best, index, texts, meaning) {
  for (const [name, value] of meaning.references) {
    for (const { posting, introduced, narrower } of waysTo(index, name, value)) {
      const grade = name === "timezone" ? BY_TIME : narrower ? (introduced ? NARROWER_INTRODUCED : NARROWER) : introduced ? INTRODUCED : LISTED;
      raiseAll(best, positionsOf(posting, index.count), grade);
    }
  }
  for (const source of SOURCES) {
    for (const positions of mentorsSaying(texts[source], meaning, index.count)) raiseAll(best, positions, IN_TEXTS[source]);
  }
}

function raiseAll(best, positions, grade) {
  for (const position of positions) if (best[position] < grade) best[position] = grade;
}

/** Few scores occur, so each gets its place at once. @param {number[]} members ascending @param {Uint16Array} scores */
function inOrder(members, scores) {
  let most = 0;
  for (const position of members) most = Math.max(most, scores[position]);
  const starts = new Uint32Array(most + 2);
  for (const position of members) starts[most - scores[position] + 1]++;
  for (let score = 0; score <= most; score++) starts[score + 1] += starts[score];
  const order = new Uint32Array(members.length);
  for (const position of members) order[starts[most - scores[position]]++] = position;
  return order;
}
