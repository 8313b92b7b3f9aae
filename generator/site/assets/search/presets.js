/**
 * Shelves: ways to look at the directory that neither a filter nor a score would show. Each is a set of mentors and
 * a sentence that says who stands on it and why.
 *
 * @typedef {{bits: import("./bitset.js").Bits, sentence: string}} Shelf
 */

import { addPosting, countIn, isIn, keepCommon, leaveOut, nobody, sizeOf, those } from "./bitset.js";
import { STAGES } from "../match/choices.js";

const GROUPS = ["one-to-many", "mentorship-circle", "cohort"];
const LATELY = 30;
const PEERS = ["near-peer", "study-buddy-plus", "reciprocal"];

/**
 * Fill the shelves that are the same for everybody.
 * @param {import("./columns.js").Index} index @returns {{ready: Shelf, group: Shelf}}
 */
export function commonShelves(index) {
  return { ready: readyToHelp(index), group: groupPlaces(index) };
}

/**
 * Fill every shelf that can be filled: two of them need to know what somebody wants.
 * @param {import("./columns.js").Index} index @param {{seeker: object, scores: object, side: object} | null} matched
 * @param {string} zone the reader's @param {{ready: Shelf, group: Shelf}} [shared] @returns {Map<string, Shelf>}
 */
export function shelvesOf(index, matched, zone, shared = commonShelves(index)) {
  const shelves = new Map([["ready", shared.ready]]);
  const different = matched && differentPath(index, matched, zone);
  if (different) shelves.set("different-path", different);
  if (matched) shelves.set("near-peers", nearPeers(index, matched));
  shelves.set("group", shared.group);
  return shelves;
}

/** Who was asked lately may be busy with an answer, even when nobody waits any more. */
function readyToHelp(index) {
  const asked = index.numbers.days_since_asked;
  if (asked) {
    const askable = withAny(index, "availability", ["open", "limited"]);
    const bits = those(index.count, (position) => isIn(askable, position) && (!asked[position] || asked[position] - 1 > LATELY));
    return { bits, sentence: `They have room, and nobody asked them in the last ${LATELY} days.` };
  }
  return { bits: withAny(index, "availability", ["open"]), sentence: "They have room, and nobody is waiting for an answer of theirs." };
}

/** Who teaches what is wanted, but works in none of the fields in which most who fit work. */
function differentPath(index, { seeker, scores }, zone) {
  const domains = index.facets.get("domains");
  const wanted = seeker.wanted.filter(({ kind }) => kind === "skills").map(({ id }) => id);
  if (!wanted.length || !domains.values.length) return null;
  const sizes = domains.postings.map((posting) => countIn(posting, scores.fits));
  const usual = sizes.indexOf(Math.max(...sizes));
  const bits = withAny(index, "skills", wanted);
  keepCommon(bits, scores.fits);
  keepCommon(bits, withAny(index, "domains", domains.values));
  leaveOut(bits, withAny(index, "domains", [domains.values[usual]]));
  const elsewhere = livingElsewhere(index, bits, zone);
  const where = elsewhere ? " and live in another part of the world" : "";
  const sentence = `They teach a skill you want, come from another field than ${domains.labels[usual]}, as most who fit do${where}.`;
  return { bits: elsewhere ?? bits, sentence };
}

/** Keep those in another part of the world than the reader, where there are any. */
function livingElsewhere(index, bits, zone) {
  if (!zone?.includes("/")) return null;
  const { values, postings } = index.facets.get("timezone");
  const part = zone.split("/")[0];
  const near = nobody(index.count);
  values.forEach((value, at) => value.split("/")[0] === part && addPosting(near, postings[at]));
  const far = bits.slice();
  leaveOut(far, near);
  return sizeOf(far) ? far : null;
}

function nearPeers(index, { seeker, scores, side }) {
  const offering = withAny(index, "relationship_types", PEERS);
  const { stage } = seeker;
  const near = (position) => stage !== null && (side.stage[position] === stage || side.stage[position] === stage + 1);
  const bits = those(index.count, (position) => isIn(scores.fits, position) && (near(position) || isIn(offering, position)));
  const steps = stage === null ? "" : `They are where you are or one step further (${namedStages(stage)}), or `;
  return { bits, sentence: steps ? `${steps}offer to learn together.` : "They offer to learn together. Say your stage to see who is one step ahead." };
}

function namedStages(stage) {
  return STAGES.slice(stage, stage + 2).join(" or ");
}

function groupPlaces(index) {
  const bits = withAny(index, "relationship_types", GROUPS);
  const askable = withAny(index, "availability", ["open", "limited"]);
  const hours = withAny(index, "office_hours", ["offered"]);
  const sentence = "They hold open office hours, or have room in a group, a circle or a cohort.";
  return { bits: those(index.count, (position) => isIn(hours, position) || (isIn(bits, position) && isIn(askable, position))), sentence };
}

function withAny(index, name, ids) {
  const { values, postings } = index.facets.get(name);
  const who = nobody(index.count);
  for (const id of ids) if (values.includes(id)) addPosting(who, postings[values.indexOf(id)]);
  return who;
}
