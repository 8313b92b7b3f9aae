/**
 * Who fits, and why: explained arithmetic on what both sides state. The twin of matching/ranking.py; one table of
 * cases decides for both. Knows neither a page nor a network: what a learner states goes nowhere.
 *
 *     const basis = basisOf({ vocabularies, today: "2026-11-21", languages: { de: "German" } });
 *     const { ranked, gated } = rank(learner, mentors, basis);
 *     explain(learner, ranked[0].mentor, basis).signals;
 *
 * Where wishes change while somebody looks on, candidates are made and put in turn once:
 *
 *     const candidates = inTurn(mentors.map((mentor) => candidateOf(mentor, basis)));
 *     const { ranked } = rankReady(seekerOf(learner, basis), candidates, basis);
 *
 * @typedef {{points: number | null, stated: number, band: string | null}} Score points out of 100, and how many of
 *   the 100 both sides stated; null before the learner wants anything
 * @typedef {{signal: string, points: number, of: number, sentence: string}} Part
 * @typedef {Score & {github: string, of: number, signals: Part[], can_help_with: string[], not_offered: string[], unstated: string[]}} Match
 */

import { fits, reasonsAgainst } from "./eligibility.js";
import { howOffered, SENTENCES } from "./explanations.js";
import { basisOf, candidateOf, seekerOf } from "./prepared.js";
import { SIGNALS } from "./signals.js";
import { hundredths } from "./choices.js";

export { basisOf, candidateOf, reasonsAgainst, seekerOf };

const OF = 100;
const MORE_IMPORTANT = 1.5;
const BUCKET = 5;

/** The points of each signal, scaled to make 100. @returns {number[]} in the order of SIGNALS */
export function weightsFor(mostImportant, settings) {
  const raw = SIGNALS.map(([name]) => settings.weights[name] * (name === mostImportant ? MORE_IMPORTANT : 1));
  const total = raw.reduce((sum, weight) => sum + weight, 0);
  return raw.map((weight) => (total ? (100 * weight) / total : 0));
}

/** Count a pair's points. @returns {Score} */
export function score(seeker, candidate, weights, bands) {
  let earned = 0;
  let stated = 0;
  for (let at = 0; at < FUNCTIONS.length; at++) {
    const share = FUNCTIONS[at](seeker, candidate);
    earned += weights[at] * share[0];
    stated += weights[at] * share[1];
  }
  if ((!seeker.wanted.length && !seeker.goals) || !stated) return { points: null, stated: 0, band: null };
  const points = hundredths((100 * earned) / stated);
  return { points, stated: Math.floor(stated + 0.5), band: bandOf(points, bands) };
}

const FUNCTIONS = SIGNALS.map(([, signal]) => signal);

function bandOf(points, { strong, good, some }) {
  return points >= strong ? "strong" : points >= good ? "good" : points >= some ? "some" : "little";
}

/**
 * Tell why a pair has its points.
 * @param {object} learner as in a learner's file @param {object} mentor as in the API @param {object} basis @returns {Match}
 */
export function explain(learner, mentor, basis) {
  return explainReady(seekerOf(learner, basis), candidateOf(mentor, basis), basis);
}

/** The same for sides that are ready. @returns {Match} */
export function explainReady(seeker, candidate, basis) {
  const weights = weightsFor(seeker.learner.most_important, basis.settings);
  const whole = score(seeker, candidate, weights, basis.settings.bands);
  const match = { github: candidate.mentor.github, of: OF, ...whole, signals: [], can_help_with: [], not_offered: [], unstated: [] };
  if (whole.points === null) return match;
  SIGNALS.forEach(([name, signal], at) => {
    const weight = weights[at];
    const [part, known] = signal(seeker, candidate);
    if (!weight) return;
    if (!known) match.unstated.push(name);
    else {
      const sentence = SENTENCES[name](seeker, candidate, basis);
      match.signals.push({ signal: name, points: hundredths(weight * part), of: hundredths(weight * known), sentence });
    }
  });
  for (const wanted of seeker.wanted) {
    const way = howOffered(wanted, candidate);
    if (way === "not") match.not_offered.push(wanted.id);
    else if (way !== "related") match.can_help_with.push(wanted.id);
  }
  return match;
}

/**
 * Sort mentors into those who fit, best first, and those who do not, by handle. Best means: the five points in which
 * the score lies; then whoever has open places; then the fewest waiting for each; then today's rotation; then the handle.
 * @param {object} learner @param {object[]} mentors @param {object} basis
 * @returns {{ranked: (Score & {mentor: object})[], gated: {mentor: object, reasons: string[]}[]}}
 */
export function rank(learner, mentors, basis) {
  const seeker = seekerOf(learner, basis);
  const { ranked, gated } = rankReady(seeker, inTurn(mentors.map((mentor) => candidateOf(mentor, basis))), basis);
  gated.sort(byHandle);
  return {
    ranked: ranked.map(({ candidate, ...scored }) => ({ mentor: candidate.mentor, ...scored })),
    gated: gated.map((candidate) => ({ mentor: candidate.mentor, reasons: reasonsAgainst(seeker, candidate, basis) })),
  };
}

/**
 * The same for sides that are ready. Whose points are equals keep the order of the candidates, who have to be in turn.
 * @returns {{ranked: (Score & {candidate: object})[], gated: object[]}}
 */
export function rankReady(seeker, candidates, basis) {
  const weights = weightsFor(seeker.learner.most_important, basis.settings);
  const buckets = Array.from({ length: OF / BUCKET + 1 }, () => []);
  const gated = [];
  for (const candidate of candidates) {
    if (!fits(seeker, candidate)) gated.push(candidate);
    else {
      const { points, stated, band } = score(seeker, candidate, weights, basis.settings.bands);
      buckets[Math.floor((points ?? 0) / BUCKET)].push({ candidate, points, stated, band });
    }
  }
  return { ranked: buckets.reverse().flat(), gated };
}

/**
 * Put candidates into the order that holds among equals: whoever has open places and can be asked for them, the
 * fewest waiting for each, today's rotation, the handle.
 * @param {object[]} candidates @returns {object[]}
 */
export function inTurn(candidates) {
  return candidates.toSorted(
    (one, other) =>
      isFull(one) - isFull(other) || one.waiting - other.waiting || one.turn - other.turn || byHandle(one, other),
  );
}

function isFull({ openings, availability }) {
  return openings === 0 || availability === "waitlist";
}

function byHandle(one, other) {
  return one.handle < other.handle ? -1 : one.handle > other.handle ? 1 : 0;
}
