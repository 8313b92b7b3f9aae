/**
 * What must be true before points are counted: each requirement is a test of a pair, with the sentence that says why
 * it is not met. The twin of matching/eligibility.py.
 *
 * @typedef {import("./prepared.js").PreparedMentee} PreparedMentee
 * @typedef {import("./prepared.js").PreparedMentor} PreparedMentor
 * @typedef {import("./prepared.js").MatchContext} MatchContext
 */

import { choice, choicesInOrder } from "../lib/wording.js";
import { _, dayInWords, listed } from "../lib/messages.js";
import { bestOffer } from "./signals.js";

/** @type {[(mentee: PreparedMentee, mentor: PreparedMentor) => boolean, (mentee: PreparedMentee, mentor: PreparedMentor, context: MatchContext) => string][]} */
const REQUIREMENTS = [
  [(mentee, mentor) => offersMentoring(mentor), () => _("Not offering mentoring right now.")],
  [(mentee, mentor) => isNotPaused(mentor), (mentee, { profile }) => pausedUntil(profile.paused_until)],
  [
    (mentee, mentor) => isConfirmed(mentor),
    (mentee, { availability }) =>
      availability === "stale" ? _("Hasn't confirmed this profile recently.") : _("Hasn't confirmed this profile for a long time."),
  ],
  [sharesALanguage, noLanguage],
  [sharesAFormat, noFormat],
  [sharesARelationshipType, noRelationshipType],
  [canHelpWithAll, ({ wanted }, { refused }) => _("Can't help with: {what}.", { what: labels(wanted.filter(({ id }) => refused.includes(id))).join(", ") })],
  [coversSomething, ({ wanted, learner }) => _("Doesn't offer what you're looking for: {what}.", { what: [...labels(wanted), ...goalsOf(learner)].join(", ") })],
];

/**
 * Every reason that keeps a mentor out, as sentences; none when all requirements are met.
 * @param {PreparedMentee} mentee @param {PreparedMentor} mentor @param {MatchContext} context @returns {string[]}
 */
export function reasonsAgainst(mentee, mentor, context) {
  return REQUIREMENTS.filter(([isMet]) => !isMet(mentee, mentor)).map(([, reason]) => reason(mentee, mentor, context));
}

/** Whether a mentor can be asked as far as their own state goes. @param {Pick<PreparedMentor, "offered" | "availability">} mentor */
export function isAvailable(mentor) {
  return offersMentoring(mentor) && isNotPaused(mentor) && isConfirmed(mentor);
}

/** @param {Pick<PreparedMentor, "offered" | "availability">} mentor */
function offersMentoring({ offered, availability }) {
  return offered && availability !== "closed";
}

/** @param {Pick<PreparedMentor, "availability">} mentor */
function isNotPaused({ availability }) {
  return availability !== "paused";
}

/** @param {string | undefined} day */
function pausedUntil(day) {
  return day ? _("Paused until {day}.", { day: dayInWords(new Date(`${day}T12:00:00Z`), true) }) : _("Paused right now.");
}

/** @param {Pick<PreparedMentor, "offered" | "availability">} mentor */
function isConfirmed({ offered, availability }) {
  return availability !== "stale" && !(availability === "hidden" && offered);
}

/** @param {PreparedMentee} mentee @param {Pick<PreparedMentor, "languages">} mentor @returns {boolean} */
export function sharesALanguage(mentee, { languages }) {
  return !mentee.languages.length || mentee.languages.some((language) => languages.includes(language));
}

/** @param {PreparedMentee} mentee @param {PreparedMentor} mentor @param {MatchContext} context */
function noLanguage({ learner }, { profile }, context) {
  const named = (/** @type {string[]} */ tags = []) => listed(tags.map((tag) => context.languages.get(tag) ?? tag));
  return _("No language in common: you speak {mine}, and they speak {theirs}.", { mine: named(learner.languages), theirs: named(profile.languages) });
}

/** @param {PreparedMentee} mentee @param {Pick<PreparedMentor, "formats">} mentor @returns {boolean} */
export function sharesAFormat(mentee, { formats }) {
  return !mentee.formats || !formats || (mentee.formats & formats) !== 0;
}

/** @param {PreparedMentee} mentee @param {PreparedMentor} mentor */
function noFormat({ learner }, { profile }) {
  return _("No format in common: you'd like {mine}, and they offer {theirs}.", { mine: choices(learner.formats), theirs: choices(profile.formats) });
}

/** @param {PreparedMentee} mentee @param {Pick<PreparedMentor, "relationshipTypes">} mentor @returns {boolean} */
export function sharesARelationshipType(mentee, { relationshipTypes }) {
  return !mentee.relationshipTypes || !relationshipTypes || (mentee.relationshipTypes & relationshipTypes) !== 0;
}

/** @param {PreparedMentee} mentee @param {PreparedMentor} mentor */
function noRelationshipType({ learner }, { profile }) {
  const gaps = { mine: choices(learner.relationship_types), theirs: choices(profile.relationship_types) };
  return _("No kind of mentorship in common: you'd like {mine}, and they offer {theirs}.", gaps);
}

/** @param {PreparedMentee} mentee @param {Pick<PreparedMentor, "refused">} mentor @returns {boolean} */
export function canHelpWithAll({ wanted }, { refused }) {
  return !wanted.some(({ id }) => refused.includes(id));
}

/** @param {PreparedMentee} mentee @param {PreparedMentor} mentor */
function coversSomething(mentee, mentor) {
  return covers(mentee, mentor, mentee.wanted.some((wanted) => bestOffer(wanted, mentor) > 0));
}

/**
 * Whether a goal is shared or something near a wanted skill is offered. Where only goals are wanted, a mentor who names
 * none is not kept out for that.
 * @param {PreparedMentee} mentee @param {Pick<PreparedMentor, "goals">} mentor @param {boolean} offersSomething @returns {boolean}
 */
export function covers(mentee, { goals }, offersSomething) {
  return (goals & mentee.goals) !== 0 || offersSomething || (!mentee.wanted.length && !(mentee.goals && goals));
}

/** @param {import("./prepared.js").Wanted[]} wanted */
function labels(wanted) {
  return wanted.map(({ label }) => label);
}

/** @param {string[] | undefined} ids */
function choices(ids) {
  return listed(choicesInOrder(ids));
}

/** @param {import("./learner.js").Learner} learner */
function goalsOf({ goals = [] }) {
  return [...new Set(goals)].map(choice);
}
