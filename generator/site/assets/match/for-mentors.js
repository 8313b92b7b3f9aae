/**
 * The same match, told to the mentor: what they could help a mentee with, and why. The twin of matching/for_mentors.py.
 * Points and verdicts are those that the mentee would see. Only the sentences turn round.
 *
 * @typedef {import("./prepared.js").PreparedMentee} PreparedMentee
 * @typedef {import("./prepared.js").PreparedMentor} PreparedMentor
 * @typedef {import("./prepared.js").MatchContext} MatchContext
 * @typedef {(mentee: PreparedMentee, mentor: PreparedMentor, context: MatchContext) => string} Sentence
 * @typedef {{handle: string, band: import("./match.js").Band | null, covered: number, sentences: string[]}} FittingMentee
 */

import { GUIDANCES, STRUCTURES } from "../lib/choices.js";
import { _, listed, N_, ngettext } from "../lib/messages.js";
import { choice, choicesInOrder } from "../lib/wording.js";
import { canHelpWithAll, sharesAFormat, sharesALanguage, sharesARelationshipType } from "./eligibility.js";
import { howOffered, knownBroadly, SENTENCES } from "./explanations.js";
import { explain } from "./match.js";
import { bestOffer, nearPeers, supportsStage } from "./signals.js";

const BANDS = ["strong", "good", "some", "little"];
/** @type {Record<string, string>} */
const OFFERED = {
  help: N_("You can help with: {what}."),
  introduce: N_("You can introduce: {what}."),
  general: "",
  related: N_("You know something related to: {what}."),
  not: N_("Not on your list: {what}."),
};

/**
 * The mentees whom a mentor could help: best verdict first, then who is helped with most, then by handle.
 * @param {PreparedMentor} mentor @param {[string, PreparedMentee][]} mentees @param {MatchContext} context @returns {FittingMentee[]}
 */
export function fittingMentees(mentor, mentees, context) {
  return mentees
    .filter(([, mentee]) => !against(mentee, mentor, context).length)
    .map(([handle, mentee]) => {
      const { band, covered } = explain(mentee, mentor, context);
      return { handle, band, covered, sentences: told(mentee, mentor, context) };
    })
    .sort((one, other) => placeOf(one.band) - placeOf(other.band) || other.covered - one.covered || (one.handle < other.handle ? -1 : 1));
}

/** @param {string | null} band */
function placeOf(band) {
  return band ? BANDS.indexOf(band) : 0;
}

/** Why a mentor would not fit a mentee, told to the mentor. @param {PreparedMentee} mentee @param {PreparedMentor} mentor @param {MatchContext} context @returns {string[]} */
export function against(mentee, mentor, context) {
  return AGAINST.map((reason) => reason(mentee, mentor, context)).filter(Boolean);
}

/** @type {Sentence[]} */
const AGAINST = [
  function noLanguage(mentee, mentor, { languages }) {
    if (sharesALanguage(mentee, mentor)) return "";
    const named = (/** @type {string[]} */ tags = []) => listed(tags.map((tag) => languages.get(tag) ?? tag));
    return _("No language in common: you speak {mine}, and they speak {theirs}.", { mine: named(mentor.profile.languages), theirs: named(mentee.learner.languages) });
  },
  function noFormat(mentee, mentor) {
    if (sharesAFormat(mentee, mentor)) return "";
    return _("No format in common: you offer {mine}, and they'd like {theirs}.", both(mentor.profile.formats, mentee.learner.formats));
  },
  function noRelationship(mentee, mentor) {
    if (sharesARelationshipType(mentee, mentor)) return "";
    const gaps = both(mentor.profile.relationship_types, mentee.learner.relationship_types);
    return _("No kind of mentorship in common: you offer {mine}, and they'd like {theirs}.", gaps);
  },
  function refused(mentee, mentor) {
    if (canHelpWithAll(mentee, mentor)) return "";
    const what = mentee.wanted.filter(({ id }) => mentor.refused.includes(id)).map(({ label }) => label).join(", ");
    return _("You don't help with: {what}.", { what });
  },
  function coversNothing(mentee, mentor) {
    if (!mentee.wanted.length || mentee.wanted.some((wanted) => bestOffer(wanted, mentor) > 0)) return "";
    return _("They want: {what}.", { what: mentee.wanted.map(({ label }) => label).join(", ") });
  },
];

/** @param {string[] | undefined} mine @param {string[] | undefined} theirs */
function both(mine, theirs) {
  return { mine: listed(choicesInOrder(mine)), theirs: listed(choicesInOrder(theirs)) };
}

/** The reasons as the mentor reads them; what one side does not state has none. @type {(...pair: Parameters<Sentence>) => string[]} */
export function told(mentee, mentor, context) {
  return TOLD.map((sentence) => sentence(mentee, mentor, context)).filter(Boolean);
}

/** What a mentor wants to know first. @type {Sentence[]} */
const TOLD = [
  function expertise(mentee, mentor, { vocabularies }) {
    const sentences = Object.entries(OFFERED).flatMap(([way, sentence]) => {
      if (way === "general") return inGeneral(mentee, mentor, vocabularies);
      const labels = mentee.wanted.filter((wanted) => howOffered(wanted, mentor) === way).map(({ label }) => label);
      return labels.length ? [_(sentence, { what: labels.join(", ") })] : [];
    });
    return sentences.join(" ");
  },
  function goals({ learner, goals }, mentor) {
    if (!goals || !mentor.goals) return "";
    const shared = [...new Set(learner.goals)].filter((goal) => mentor.profile.goals?.includes(goal)).map(choice);
    if (!shared.length) return _("Their goals aren't among those you support.");
    return ngettext("You support their goal: {goals}.", "You support their goals: {goals}.", shared.length, { goals: shared.join(", ") });
  },
  (mentee, mentor, context) => SENTENCES.overlap(mentee, mentor, context),
  function style(mentee, mentor) {
    const same = [];
    let apart = false;
    for (const [axis, steps, balanced] of /** @type {const} */ ([
      ["structure", STRUCTURES, N_("balanced in structure")],
      ["guidance", GUIDANCES, N_("balanced in guidance")],
    ])) {
      const [mine, theirs] = [mentor[axis], mentee[axis]];
      if (mine === null || theirs === null) continue;
      if (mine === theirs) same.push(steps[mine] === "balanced" ? _(balanced) : choice(steps[mine]));
      else apart = true;
    }
    if (same.length) return _("You like the same style: {styles}.", { styles: listed(same) });
    return apart ? _("You like another style.") : "";
  },
  function stage(mentee, mentor) {
    if (mentee.stage === null) return "";
    if (!supportsStage(mentee, mentor)) {
      const stages = choicesInOrder(mentor.profile.stages_supported).join(", ");
      return _("They're at another stage than those you mentor: {stages}.", { stages });
    }
    if (mentor.stage === null) return "";
    const ahead = mentor.stage - mentee.stage;
    if (ahead === 0) return nearPeers(mentee, mentor) ? _("You're at the same stage, so you'd be near-peers.") : _("You're at the same stage.");
    if (ahead < 0) return ngettext("They're {count} step ahead of you.", "They're {count} steps ahead of you.", -ahead);
    return ngettext("You're {count} step ahead.", "You're {count} steps ahead.", ahead);
  },
];

/** @param {PreparedMentee} mentee @param {PreparedMentor} mentor @param {MatchContext["vocabularies"]} vocabularies */
function inGeneral(mentee, mentor, vocabularies) {
  return [...knownBroadly(mentee, mentor, vocabularies)].map(([broader, labels]) =>
    ngettext("You know {broader} in general; {what} isn't on your list.", "You know {broader} in general; {what} aren't on your list.", labels.length, {
      broader,
      what: listed(labels),
    }),
  );
}
