/**
 * The signals of a match: each says how much of its points a pair earns, and how much of them both sides stated, as
 * two parts from 0 to 1. The twin of matching/signals.py, where each is explained.
 *
 * @typedef {[earned: number, stated: number]} Share
 * @typedef {(seeker: object, candidate: object) => Share} Signal
 */

import { NEAR_PEER } from "./match-sides.js";
import { AXES } from "./match-words.js";
import { weeklyHours } from "./overlap.js";

const NOT_STATED = [0, 0];

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
export function bestOffer(wanted, candidate) {
  const [near, level] = nearestOffer(wanted, candidate);
  return near * level;
}

/** Similarity and level of the best that a mentor has for what is wanted. @returns {[number, number]} */
export function nearestOffer(wanted, candidate) {
  let best = NOT_STATED;
  for (const [id, level] of candidate.offers[wanted.kind]) {
    const near = wanted.similar.get(id);
    if (near !== undefined && near * level > best[0] * best[1]) best = [near, level];
  }
  return best;
}

function goals(seeker, candidate) {
  if (!seeker.goals.length || !candidate.goals.size) return NOT_STATED;
  return [seeker.goals.filter((goal) => candidate.goals.has(goal)).length / seeker.goals.length, 1];
}

function commitment(seeker, candidate) {
  if (seeker.steps === null) return NOT_STATED;
  const missing = seeker.steps - candidate.steps;
  return [missing <= 0 ? 1 : missing === 1 ? 0.5 : 0, 1];
}

function overlap(seeker, candidate) {
  if (asynchronous(seeker, candidate)) return [1, 1];
  if (!seeker.free || !candidate.free) return NOT_STATED;
  return [Math.min(1, weeklyHours(seeker.free, candidate.free)), 1];
}

/** Whether no format that both accept is a call. @returns {boolean} */
export function asynchronous(seeker, candidate) {
  const [mine, theirs] = [seeker.formats, candidate.formats];
  const together = mine.length && theirs.length ? mine.filter((format) => theirs.includes(format)) : mine.length ? mine : theirs;
  return together.length > 0 && !together.includes("scheduled-calls");
}

function openings(seeker, candidate) {
  return [candidate.pending < candidate.openings ? 1 : 0.5, 1];
}

function style(seeker, candidate) {
  let earned = 0;
  let stated = 0;
  for (const [axis, steps] of Object.entries(AXES)) {
    const [mine, theirs] = [seeker.style[axis], candidate.style[axis]];
    if (!mine || !theirs) continue;
    earned += 0.5 - Math.abs(steps.indexOf(mine) - steps.indexOf(theirs)) / 4;
    stated += 0.5;
  }
  return [earned, stated];
}

function stage(seeker, candidate) {
  if (seeker.stage === null) return NOT_STATED;
  if (!supportsStage(seeker, candidate)) return [0, 1];
  if (candidate.stage === null) return NOT_STATED;
  const ahead = candidate.stage - seeker.stage;
  if (ahead < 0) return [0.2, 1];
  if (ahead === 0) return [nearPeers(seeker, candidate) ? 1 : 0.6, 1];
  return [ahead <= 2 ? 1 : ahead === 3 ? 0.6 : 0.3, 1];
}

/** Whether a mentor welcomes the learner's stage. @returns {boolean} */
export function supportsStage(seeker, candidate) {
  return !candidate.stagesSupported.length || candidate.stagesSupported.includes(seeker.learner.stage);
}

/** Whether these two would be near-peers. @returns {boolean} */
export function nearPeers(seeker, candidate) {
  const theirs = candidate.relationshipTypes;
  return seeker.relationshipTypes.includes(NEAR_PEER) && (!theirs.length || theirs.includes(NEAR_PEER));
}
