/**
 * The signals of a match: each says how much of its points a pair earns, and how much of them both sides stated, as
 * two parts from 0 to 1. The twin of matching/signals.py, where each is explained.
 *
 * A signal names what it reads of a mentor, because rank.js asks it once for each way in which that is stated.
 *
 * @typedef {import("./prepared.js").PreparedMentee} PreparedMentee
 * @typedef {import("./prepared.js").PreparedMentor} PreparedMentor
 * @typedef {readonly [earned: number, stated: number]} SignalValue
 * @typedef {(mentee: PreparedMentee, mentor: PreparedMentor) => SignalValue} Signal
 */

import { freeOf, NEAR_PEER, TALKED } from "./prepared.js";
import { weeklyHours } from "./overlap.js";

/** @type {SignalValue} */
const NOT_STATED = [0, 0];

/** @param {PreparedMentee} mentee @param {Pick<PreparedMentor, "skills" | "topics">} mentor @returns {SignalValue} */
function expertise(mentee, mentor) {
  return expertiseValue(mentee, mentee.wanted.reduce((sum, wanted) => sum + wanted.importance * bestOffer(wanted, mentor), 0));
}

/** @param {PreparedMentee} mentee @param {number} earned importance times the best offer, over all that is wanted @returns {SignalValue} */
export function expertiseValue({ wanted, importance }, earned) {
  return wanted.length ? [earned / importance, 1] : NOT_STATED;
}

/**
 * The highest similarity times level among what a mentor offers.
 * @param {import("./prepared.js").Wanted} wanted @param {Partial<Pick<PreparedMentor, "skills" | "topics">>} mentor @returns {number}
 */
export function bestOffer({ kind, similar }, mentor) {
  const offers = mentor[kind] ?? [];
  let best = 0;
  for (let at = 0; at < offers.length; at += 2) best = Math.max(best, offerOf({ similar }, offers[at], offers[at + 1]));
  return best;
}

/** @param {Pick<import("./prepared.js").Wanted, "similar">} wanted @param {number} number of a term @param {number} level how well it is taught @returns {number} */
export function offerOf({ similar }, number, level) {
  return number < similar.length ? similar[number] * level : 0;
}

/** @param {PreparedMentee} mentee @param {Pick<PreparedMentor, "goals">} mentor @returns {SignalValue} */
function goals(mentee, mentor) {
  if (!mentee.goals || !mentor.goals) return NOT_STATED;
  return [bitCount(mentee.goals & mentor.goals) / bitCount(mentee.goals), 1];
}

/** @param {import("./prepared.js").Bits} bits @returns {number} */
export function bitCount(bits) {
  let count = 0;
  for (let rest = bits; rest; rest &= rest - 1) count++;
  return count;
}

/** @param {PreparedMentee} mentee @param {Pick<PreparedMentor, "steps">} mentor @returns {SignalValue} */
function commitment(mentee, mentor) {
  if (mentee.steps === null) return NOT_STATED;
  const missing = mentee.steps - mentor.steps;
  return [missing <= 0 ? 1 : missing === 1 ? 0.5 : 0, 1];
}

/** @param {PreparedMentee} mentee @param {PreparedMentor} mentor @returns {SignalValue} */
function overlap(mentee, mentor) {
  if (asynchronous(mentee, mentor)) return overlapValue(true, null);
  const [mine, theirs] = [freeOf(mentee), freeOf(mentor)];
  return overlapValue(false, mine && theirs && weeklyHours(mine, theirs));
}

/** @param {boolean} written whether no common hours are needed @param {number | null} hours a week in common @returns {SignalValue} */
export function overlapValue(written, hours) {
  if (written) return [1, 1];
  return hours === null ? NOT_STATED : [Math.min(1, hours), 1];
}

/**
 * Whether no format that both accept is a call; one that only one of them names counts as accepted.
 * @param {Pick<PreparedMentee, "formats">} mentee @param {Pick<PreparedMentor, "formats">} mentor @returns {boolean}
 */
export function asynchronous({ formats: mine }, { formats: theirs }) {
  const together = mine && theirs ? mine & theirs : mine | theirs;
  return together !== 0 && !(together & TALKED);
}

/** @param {PreparedMentee} mentee @param {Pick<PreparedMentor, "pending" | "openings">} mentor @returns {SignalValue} */
function openings(mentee, mentor) {
  return [mentor.pending < mentor.openings ? 1 : 0.5, 1];
}

/** @param {PreparedMentee} mentee @param {Pick<PreparedMentor, "structure" | "guidance">} mentor @returns {SignalValue} */
function style(mentee, mentor) {
  let [earned, stated] = NOT_STATED;
  for (const axis of /** @type {const} */ (["structure", "guidance"])) {
    const [mine, theirs] = [mentee[axis], mentor[axis]];
    if (mine === null || theirs === null) continue;
    earned += 0.5 - Math.abs(mine - theirs) / 4;
    stated += 0.5;
  }
  return [earned, stated];
}

/** @param {PreparedMentee} mentee @param {Pick<PreparedMentor, "stage" | "stagesSupported" | "relationshipTypes">} mentor @returns {SignalValue} */
function stage(mentee, mentor) {
  if (mentee.stage === null) return NOT_STATED;
  if (!supportsStage(mentee, mentor)) return [0, 1];
  if (mentor.stage === null) return NOT_STATED;
  const ahead = mentor.stage - mentee.stage;
  if (ahead < 0) return [0.2, 1];
  if (ahead === 0) return [nearPeers(mentee, mentor) ? 1 : 0.6, 1];
  return [ahead <= 2 ? 1 : ahead === 3 ? 0.6 : 0.3, 1];
}

/** @param {PreparedMentee} mentee @param {Pick<PreparedMentor, "stagesSupported">} mentor @returns {boolean} */
export function supportsStage({ stage }, { stagesSupported }) {
  return !stagesSupported || (stagesSupported & (1 << (stage ?? 0))) !== 0;
}

/** @param {PreparedMentee} mentee @param {Pick<PreparedMentor, "relationshipTypes">} mentor @returns {boolean} */
export function nearPeers(mentee, { relationshipTypes }) {
  return (mentee.relationshipTypes & NEAR_PEER) !== 0 && (!relationshipTypes || (relationshipTypes & NEAR_PEER) !== 0);
}

/** Every signal by its name, in the order in which people read them. */
export const SIGNALS = { expertise, goals, commitment, overlap, openings, style, stage };

/** @typedef {keyof typeof SIGNALS} SignalName */
export const SIGNAL_NAMES = /** @type {SignalName[]} */ (Object.keys(SIGNALS));
