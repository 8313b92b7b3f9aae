/**
 * Why a pair fits: explained arithmetic on what both sides state. The twin of matching/ranking.py; one table of cases
 * decides for both. Knows neither a page nor a network: what a mentee states goes nowhere. rank.js counts a whole
 * directory with the same signals.
 *
 *     const context = matchContext({ vocabularies, today: "2026-11-21", languages: { de: "German" } });
 *     explain(prepareMentee(learner, context), prepareMentor(profile, context), context).signals;
 *
 * @typedef {import("./prepared.js").PreparedMentee} PreparedMentee
 * @typedef {import("./prepared.js").PreparedMentor} PreparedMentor
 * @typedef {import("./prepared.js").MatchContext} MatchContext
 * @typedef {import("./prepared.js").Settings} Settings
 * @typedef {"strong" | "good" | "some" | "little"} Band
 * @typedef {{signal: string, points: number, of: number, sentence: string}} Part
 * @typedef {object} Match
 * @property {string} handle @property {string | null} github @property {number} of @property {number | null} points out of 100; null before anything is wanted
 * @property {number} stated how many of the 100 both sides stated @property {Band | null} band
 * @property {Part[]} signals @property {string[]} can_help_with @property {string[]} not_offered @property {string[]} unstated
 * @property {string[]} in_general sentences about what only follows from broader terms
 * @property {number} covered how many wishes are covered, and @property {number} wishes of how many
 */

import { IMPORTANCE } from "../lib/choices.js";
import { hundredths } from "../lib/messages.js";
import { howOffered, inGeneral, SENTENCES } from "./explanations.js";
import { bitCount, SIGNAL_NAMES, SIGNALS } from "./signals.js";

/** @type {Band[]} */
const BANDS = ["strong", "good", "some", "little"];
const OF = 100;
const MORE_IMPORTANT = 1.5;

/** The points of each signal, scaled to make 100. @param {string | undefined} mostImportant @param {Settings} settings @returns {number[]} in the order of SIGNALS */
export function weightsFor(mostImportant, { weights }) {
  const raw = SIGNAL_NAMES.map((name) => weights[name] * (name === mostImportant ? MORE_IMPORTANT : 1));
  const total = raw.reduce((sum, weight) => sum + weight, 0);
  return raw.map((weight) => (total ? (OF * weight) / total : 0));
}

/** Whether a mentor who does not list it is no strong match. @param {import("./prepared.js").Wanted} wanted @returns {boolean} */
export function isMust({ importance }) {
  return importance === IMPORTANCE.must;
}

/** @param {PreparedMentee} mentee @returns {boolean} whether it says what the match is for; before that there is no number */
export function hasGoals({ wanted, goals }) {
  return wanted.length > 0 || goals !== 0;
}

/** Scale what was earned of what was stated. @param {number} earned @param {number} stated @returns {number} */
export function pointsOf(earned, stated) {
  return hundredths((OF * earned) / stated);
}

/**
 * The verdict. Nothing is strong while a must is missing, whatever else fits.
 * @param {number} points @param {import("./prepared.js").Bands} bands @param {boolean} mustMissing @returns {Band}
 */
export function bandOf(points, bands, mustMissing) {
  return BANDS[verdictOf(points, bands, mustMissing)];
}

/** The place of the verdict among all, 0 for the best. @param {number} points @param {import("./prepared.js").Bands} bands @param {boolean} mustMissing */
export function verdictOf(points, { strong, good, some }, mustMissing) {
  return points >= strong && !mustMissing ? 0 : points >= good ? 1 : points >= some ? 2 : 3;
}

/** Tell why a pair has its points. @param {PreparedMentee} mentee @param {PreparedMentor} mentor @param {MatchContext} context @returns {Match} */
export function explain(mentee, mentor, context) {
  const { settings } = context;
  const weights = weightsFor(mentee.learner.most_important, settings);
  const values = SIGNAL_NAMES.map((name) => SIGNALS[name](mentee, mentor));
  const earned = values.reduce((sum, [part], at) => sum + weights[at] * part, 0);
  const stated = values.reduce((sum, [, part], at) => sum + weights[at] * part, 0);
  /** @type {Match} */
  const match = { handle: mentor.profile.handle, github: mentor.profile.github, of: OF, points: null, stated: 0, band: null, signals: [], can_help_with: [], not_offered: [], unstated: [], in_general: [], covered: 0, wishes: 0 };
  if (!hasGoals(mentee) || !stated) return match;
  match.points = pointsOf(earned, stated);
  match.stated = Math.floor(stated + 0.5);
  SIGNAL_NAMES.forEach((name, at) => {
    const [part, known] = values[at];
    if (!weights[at]) return;
    if (!known) match.unstated.push(name);
    else {
      const sentence = SENTENCES[name](mentee, mentor, context);
      match.signals.push({ signal: name, points: hundredths(weights[at] * part), of: hundredths(weights[at] * known), sentence });
    }
  });
  let mustMissing = false;
  for (const wanted of mentee.wanted) {
    const way = howOffered(wanted, mentor);
    if (way === "help" || way === "introduce") match.can_help_with.push(wanted.id);
    else mustMissing ||= isMust(wanted);
    if (way === "not") match.not_offered.push(wanted.id);
  }
  match.band = bandOf(match.points, settings.bands, mustMissing);
  match.in_general = inGeneral(mentee, mentor, context.vocabularies);
  match.covered = mentee.wanted.length ? match.can_help_with.length : bitCount(mentee.goals & mentor.goals);
  match.wishes = mentee.wanted.length || bitCount(mentee.goals);
  return match;
}
