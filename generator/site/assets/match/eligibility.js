/**
 * What must be true before points are counted. A gate is a pair of the test whether it is open and the sentence that
 * says why it is not. The twin of matching/gates.py.
 */

import { bestOffer } from "./signals.js";
import { MONTHS, choice, listed } from "./choices.js";

const GATES = [
  [offersMentoring, () => "Does not offer mentoring at the moment."],
  [isNotPaused, pausedUntil],
  [isConfirmed, ({ availability }) => `Has not confirmed this profile ${availability === "stale" ? "lately" : "for a long time"}.`],
  [sharesALanguage, noLanguage],
  [sharesAFormat, ({ mentor }, { learner }) => nothingShared("format", learner.formats, mentor.formats)],
  [sharesARelationshipType, ({ mentor }, { learner }) => nothingShared("kind of mentorship", learner.relationship_types, mentor.relationship_types)],
  [canHelpWithAll, ({ refused }, { wanted }) => `Cannot help with: ${labels(wanted.filter(({ id }) => refused.includes(id))).join(", ")}.`],
  [coversSomething, (them, { wanted, learner }) => `Offers nothing of what you want: ${[...labels(wanted), ...goalWords(learner)].join(", ")}.`],
];

/** Whether nothing keeps a mentor out. @param {object} seeker @param {object} candidate @returns {boolean} */
export function fits(seeker, candidate) {
  for (const [isOpen] of GATES) if (!isOpen(candidate, seeker)) return false;
  return true;
}

/**
 * Every reason that keeps a mentor out, as sentences; none when all gates are open.
 * @param {object} seeker @param {object} candidate @param {object} basis @returns {string[]}
 */
export function reasonsAgainst(seeker, candidate, basis) {
  return GATES.filter(([isOpen]) => !isOpen(candidate, seeker)).map(([, reason]) => reason(candidate, seeker, basis));
}

function offersMentoring({ offered, availability }) {
  return offered && availability !== "closed";
}

function isNotPaused({ availability }) {
  return availability !== "paused";
}

function pausedUntil({ mentor }) {
  if (!mentor.paused_until) return "Is paused at the moment.";
  const [year, month, day] = mentor.paused_until.split("-").map(Number);
  return `Is paused until ${day} ${MONTHS[month - 1]} ${year}.`;
}

function isConfirmed({ offered, availability }) {
  return availability !== "stale" && !(availability === "hidden" && offered);
}

function sharesALanguage({ languages }, seeker) {
  return !seeker.languages.length || seeker.languages.some((language) => languages.includes(language));
}

function noLanguage({ mentor }, { learner }, basis) {
  const named = (tags) => listed((tags ?? []).map((tag) => basis.languages.get(tag) ?? tag));
  return `No language in common: you ${named(learner.languages)}, they ${named(mentor.languages)}.`;
}

function sharesAFormat({ formats }, seeker) {
  return !seeker.formats || !formats || (seeker.formats & formats) !== 0;
}

function sharesARelationshipType({ relationshipTypes }, seeker) {
  return !seeker.relationshipTypes || !relationshipTypes || (seeker.relationshipTypes & relationshipTypes) !== 0;
}

function nothingShared(noun, mine, theirs) {
  return `No ${noun} in common: you ${listed(mine.map(choice))}, they ${listed(theirs.map(choice))}.`;
}

function canHelpWithAll({ refused }, { wanted }) {
  if (refused.length) for (const { id } of wanted) if (refused.includes(id)) return false;
  return true;
}

function coversSomething(candidate, { wanted, goals }) {
  if (goals & candidate.goals) return true;
  for (const one of wanted) if (bestOffer(one, candidate)) return true;
  return !wanted.length && !(goals && candidate.goals);
}

function labels(wanted) {
  return wanted.map(({ label }) => label);
}

function goalWords({ goals }) {
  return [...new Set(goals)].map(choice);
}
