/**
 * Who fits, and why: explained arithmetic on what both sides state. The twin of matching/ranking.py; one table of
 * cases decides for both. Knows neither a page nor a network: what a learner states goes nowhere.
 *
 *     const basis = basisOf({ vocabularies, today: "2026-11-21", languages: { de: "German" } });
 *     const { ranked, gated } = rank(learner, mentors, basis);
 *     explain(learner, ranked[0].mentor, basis).signals;
 *
 * @typedef {{points: number | null, stated: number, band: string | null}} Score points out of 100, and how many of
 *   the 100 both sides stated; null before the learner wants anything
 * @typedef {{signal: string, points: number, of: number, sentence: string}} Part
 * @typedef {Score & {github: string, of: number, signals: Part[], can_help_with: string[], not_offered: string[], unstated: string[]}} Match
 */

import { howOffered, reasonsAgainst, SENTENCES } from "./match-sentences.js";
import { basisOf, candidateOf, seekerOf } from "./match-sides.js";
import { SIGNALS } from "./match-signals.js";
import { hundredths } from "./match-words.js";

export { basisOf, candidateOf, seekerOf };

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
  SIGNALS.forEach(([, signal], at) => {
    const [part, known] = signal(seeker, candidate);
    earned += weights[at] * part;
    stated += weights[at] * known;
  });
  if ((!seeker.wanted.length && !seeker.goals.length) || !stated) return { points: null, stated: 0, band: null };
  const points = hundredths((100 * earned) / stated);
  return { points, stated: Math.floor(stated + 0.5), band: bandOf(points, bands) };
}

function bandOf(points, bands) {
  return ["strong", "good", "some"].find((name) => points >= bands[name]) ?? "little";
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
  const { ranked, gated } = rankReady(seekerOf(learner, basis), mentors.map((mentor) => candidateOf(mentor, basis)), basis);
  return {
    ranked: ranked.map(({ candidate, ...scored }) => ({ mentor: candidate.mentor, ...scored })),
    gated: gated.map(({ candidate, reasons }) => ({ mentor: candidate.mentor, reasons })),
  };
}

/** The same for sides that are ready; candidates may be kept while the learner's wishes change. */
export function rankReady(seeker, candidates, basis) {
  const weights = weightsFor(seeker.learner.most_important, basis.settings);
  const ranked = [];
  const gated = [];
  for (const candidate of candidates) {
    const reasons = reasonsAgainst(seeker, candidate, basis);
    if (reasons.length) gated.push({ candidate, reasons });
    else ranked.push({ candidate, ...score(seeker, candidate, weights, basis.settings.bands) });
  }
  ranked.sort(byPlace);
  gated.sort((one, other) => byHandle(one.candidate, other.candidate));
  return { ranked, gated };
}

function byPlace(one, other) {
  const [a, b] = [one.candidate, other.candidate];
  return (
    Math.floor((other.points ?? 0) / BUCKET) - Math.floor((one.points ?? 0) / BUCKET) ||
    (a.openings === 0) - (b.openings === 0) ||
    a.pending / (a.openings || 1) - b.pending / (b.openings || 1) ||
    a.turn - b.turn ||
    byHandle(a, b)
  );
}

function byHandle(one, other) {
  return one.handle < other.handle ? -1 : one.handle > other.handle ? 1 : 0;
}
