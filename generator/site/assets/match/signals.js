/**
 * The signals of a match: each says how much of its points a pair earns, and how much of them both sides stated, as
 * two parts from 0 to 1. The twin of matching/signals.py, where each is explained.
 *
 * @typedef {[earned: number, stated: number]} Share
 * @typedef {(seeker: object, candidate: object) => Share} Signal
 */

import { freeOf, NEAR_PEER, TALKED } from "./prepared.js";
import { weeklyHours } from "./overlap.js";

// Made once: ten thousand mentors are compared while somebody waits.
const NOT_STATED = [0, 0];
const ALL = [1, 1];
const HALF = [0.5, 1];
const NOTHING = [0, 1];
const THE_SAME_OR_THREE_AHEAD = [0.6, 1];
const FAR_AHEAD = [0.3, 1];
const BEHIND = [0.2, 1];

/** Every signal by its name, in the order in which people read them. @type {[string, Signal][]} */
export const SIGNALS = [
  ["expertise", expertise],
  ["goals", goals],
  ["commitment", commitment],
  ["overlap", overlap],
  ["openings", openings],
  ["style", style],
  ["stage", stage],
];

function expertise(seeker, candidate) {
  if (!seeker.wanted.length) return NOT_STATED;
  let earned = 0;
  for (const wanted of seeker.wanted) earned += wanted.importance * bestOffer(wanted, candidate);
  return [earned / seeker.importance, 1];
}

/** The highest similarity times level among what a mentor offers. @returns {number} */
export function bestOffer({ kind, similar }, candidate) {
  const offers = candidate[kind];
  let best = 0;
  for (let at = 0; at < offers.length; at += 2) {
    if (offers[at] < similar.length) best = Math.max(best, similar[offers[at]] * offers[at + 1]);
  }
  return best;
}

function goals(seeker, candidate) {
  if (!seeker.goals || !candidate.goals) return NOT_STATED;
  return [ones(seeker.goals & candidate.goals) / ones(seeker.goals), 1];
}

/** How many of a list of words were chosen. @param {import("./prepared.js").Chosen} chosen @returns {number} */
function ones(chosen) {
  let count = 0;
  for (let rest = chosen; rest; rest &= rest - 1) count++;
  return count;
}

function commitment(seeker, candidate) {
  if (seeker.steps === null) return NOT_STATED;
  const missing = seeker.steps - candidate.steps;
  return missing <= 0 ? ALL : missing === 1 ? HALF : NOTHING;
}

function overlap(seeker, candidate) {
  if (asynchronous(seeker, candidate)) return ALL;
  const mine = freeOf(seeker);
  const theirs = mine && freeOf(candidate);
  return theirs ? [Math.min(1, weeklyHours(mine, theirs)), 1] : NOT_STATED;
}

/** Whether no format that both accept is a call; one that only one of them names counts as accepted. @returns {boolean} */
export function asynchronous(seeker, candidate) {
  const mine = seeker.formats;
  const theirs = candidate.formats;
  const together = mine && theirs ? mine & theirs : mine | theirs;
  return together !== 0 && !(together & TALKED);
}

function openings(seeker, candidate) {
  return candidate.pending < candidate.openings ? ALL : HALF;
}

function style(seeker, candidate) {
  const structure = halfStyle(seeker.structure, candidate.structure);
  const guidance = halfStyle(seeker.guidance, candidate.guidance);
  const stated = (structure < 0 ? 0 : 0.5) + (guidance < 0 ? 0 : 0.5);
  return stated ? [Math.max(0, structure) + Math.max(0, guidance), stated] : NOT_STATED;
}

/** What one axis earns of its half, or -1 where it is not stated. */
function halfStyle(mine, theirs) {
  return mine === null || theirs === null ? -1 : 0.5 - Math.abs(mine - theirs) / 4;
}

function stage(seeker, candidate) {
  if (seeker.stage === null) return NOT_STATED;
  if (!supportsStage(seeker, candidate)) return NOTHING;
  if (candidate.stage === null) return NOT_STATED;
  const ahead = candidate.stage - seeker.stage;
  if (ahead < 0) return BEHIND;
  if (ahead === 0) return nearPeers(seeker, candidate) ? ALL : THE_SAME_OR_THREE_AHEAD;
  return ahead <= 2 ? ALL : ahead === 3 ? THE_SAME_OR_THREE_AHEAD : FAR_AHEAD;
}

/** Whether a mentor welcomes the learner's stage. @returns {boolean} */
export function supportsStage(seeker, candidate) {
  return !candidate.stagesSupported || (candidate.stagesSupported & (1 << seeker.stage)) !== 0;
}

/** Whether these two would be near-peers. @returns {boolean} */
export function nearPeers(seeker, candidate) {
  const theirs = candidate.relationshipTypes;
  return (seeker.relationshipTypes & NEAR_PEER) !== 0 && (!theirs || (theirs & NEAR_PEER) !== 0);
}
