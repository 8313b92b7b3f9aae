/**
 * A sentence for each signal of a match: why it earns what it earns. The twin of matching/explanations.py.
 *
 * @typedef {import("./prepared.js").PreparedMentee} PreparedMentee
 * @typedef {import("./prepared.js").PreparedMentor} PreparedMentor
 * @typedef {"help" | "introduce" | "general" | "related" | "not"} Way
 */

import { GUIDANCES, SIMILARITY, STRUCTURES, TAUGHT } from "../lib/choices.js";
import { _, dayInWords, decimal, listed, ngettext, N_ } from "../lib/messages.js";
import { choice, choicesInOrder, timeInWords } from "../lib/wording.js";
import { sharedTime } from "./overlap.js";
import { freeOf } from "./prepared.js";
import { asynchronous, bestOffer, nearPeers, supportsStage } from "./signals.js";

const DAY = 86_400_000;
/** @type {Record<Way, string>} */
const OFFERED = {
  help: N_("Can help you with: {what}."),
  introduce: N_("Can introduce you to: {what}."),
  general: "",
  related: N_("Knows something related to: {what}."),
  not: N_("Not offered: {what}."),
};
/** What a mentee may prefer more of, and by how much. @type {Record<string, [string, string]>} */
const MORE = {
  structured: [N_("more structured"), N_("much more structured")],
  flexible: [N_("more flexible"), N_("much more flexible")],
  directive: [N_("more directive"), N_("much more directive")],
  exploratory: [N_("more exploratory"), N_("much more exploratory")],
};
const FAR = 3;

/**
 * What a mentor listed for something: "help" and "introduce" are for itself or something narrower, "general" is for
 * something broader. Who knows JavaScript may never have written React.
 * @param {import("./prepared.js").Wanted} wanted @param {PreparedMentor} mentor @returns {Way}
 */
export function howOffered(wanted, mentor) {
  const offers = mentor[wanted.kind];
  let level = 0;
  for (let at = 0; at < offers.length; at += 2) {
    if (wanted.similar[offers[at]] === SIMILARITY.same) return offers[at + 1] === TAUGHT.confident ? "help" : "introduce";
    if (wanted.narrower.has(offers[at])) level = Math.max(level, offers[at + 1]);
  }
  if (level) return level === TAUGHT.confident ? "help" : "introduce";
  if (offersOfBroader(wanted, mentor).length) return "general";
  return bestOffer(wanted, mentor) ? "related" : "not";
}

/**
 * The id of the broader term that a mentor offers best, the first by its id; for who listed nothing closer.
 * @param {import("./prepared.js").Wanted} wanted @param {PreparedMentor} mentor @param {import("./prepared.js").Vocabulary} vocabulary
 * @returns {string}
 */
export function knownInGeneral(wanted, mentor, { numbers }) {
  const offers = mentor[wanted.kind];
  const levels = offersOfBroader(wanted, mentor).map((at) => offers[at + 1]);
  const best = new Set(offersOfBroader(wanted, mentor).filter((at) => offers[at + 1] === Math.max(...levels)).map((at) => offers[at]));
  return [...numbers.keys()].filter((id) => best.has(numbers.get(id) ?? -1)).sort()[0];
}

/** Where among a mentor's offers the broader terms are. @param {import("./prepared.js").Wanted} wanted @param {PreparedMentor} mentor @returns {number[]} */
function offersOfBroader({ kind, similar }, mentor) {
  return [...mentor[kind].keys()].filter((at) => at % 2 === 0 && similar[mentor[kind][at]] === SIMILARITY.broader);
}

/**
 * What follows from broader terms, said as exactly that.
 * @param {PreparedMentee} mentee @param {PreparedMentor} mentor @param {import("./prepared.js").MatchContext["vocabularies"]} vocabularies
 * @returns {string[]}
 */
export function inGeneral(mentee, mentor, vocabularies) {
  return [...knownBroadly(mentee, mentor, vocabularies)].map(([broader, labels]) =>
    ngettext("Knows {broader} in general; {what} isn't listed.", "Knows {broader} in general; {what} aren't listed.", labels.length, {
      broader,
      what: listed(labels),
    }),
  );
}

/**
 * The labels of what is wanted and known only in general, by the label of the broader term.
 * @param {PreparedMentee} mentee @param {PreparedMentor} mentor @param {import("./prepared.js").MatchContext["vocabularies"]} vocabularies
 */
export function knownBroadly({ wanted }, mentor, vocabularies) {
  /** @type {Map<string, string[]>} */
  const groups = new Map();
  for (const one of wanted) {
    if (howOffered(one, mentor) !== "general") continue;
    const id = knownInGeneral(one, mentor, vocabularies[one.kind]);
    const broader = vocabularies[one.kind].terms.get(id)?.label ?? id;
    groups.set(broader, [...(groups.get(broader) ?? []), one.label]);
  }
  return groups;
}

/** Why a stated signal earns what it earns. @type {Record<import("./signals.js").SignalName, (mentee: PreparedMentee, mentor: PreparedMentor, context: import("./prepared.js").MatchContext) => string>} */
export const SENTENCES = {
  expertise(mentee, mentor, { vocabularies }) {
    const sentences = Object.entries(OFFERED).flatMap(([way, sentence]) => {
      if (way === "general") return inGeneral(mentee, mentor, vocabularies);
      const labels = mentee.wanted.filter((wanted) => howOffered(wanted, mentor) === way).map(({ label }) => label);
      return labels.length ? _(sentence, { what: labels.join(", ") }) : "";
    });
    return sentences.filter(Boolean).join(" ");
  },

  goals({ learner }, { profile }) {
    const mine = [...new Set(learner.goals)];
    const shared = mine.filter((goal) => profile.goals?.includes(goal)).map(choice);
    const goals = shared.join(", ");
    if (!shared.length && mine.length === 1) return _("Doesn't support your goal: {goal}.", { goal: choice(mine[0]) });
    if (!shared.length) return ngettext("Doesn't support your {count} goal.", "Supports none of your {count} goals.", mine.length);
    if (mine.length === 1) return _("Supports your goal: {goal}.", { goal: goals });
    return ngettext("Supports {shared} of your {count} goal: {goals}.", "Supports {shared} of your {count} goals: {goals}.", mine.length, { shared: shared.length, goals });
  },

  commitment({ learner }, { profile }) {
    const gaps = { wanted: timeInWords(learner.commitment ?? ""), offered: timeInWords(profile.commitment), name: profile.name ?? profile.handle };
    return _("You'd like {wanted} a month; {name} offers {offered}.", gaps);
  },

  overlap(mentee, mentor) {
    if (asynchronous(mentee, mentor)) return _("You can write, so you don't need free hours in common.");
    const [mine, theirs] = [freeOf(mentee), freeOf(mentor)];
    if (!mine || !theirs) return "";
    const [first, ...later] = sharedTime(mine, theirs);
    const now = first.minutes ? _("You're both free {hours} h a week.", { hours: hoursOf(first) }) : _("You have no free hours in common.");
    const changes = later.map((part) => _("{hours} h a week from {day}", { hours: hoursOf(part), day: dayAfter(mentee.today, part.fromDay) }));
    return changes.length ? `${now} ${_("When the clocks change: {changes}.", { changes: changes.join(", ") })}` : now;
  },

  openings(mentee, { openings, pending }) {
    const open = openings ? ngettext("{count} spot open.", "{count} spots open.", openings) : _("No spots open.");
    const waiting = pending ? ngettext("{count} person is waiting.", "{count} people are waiting.", pending) : _("Nobody is waiting.");
    return `${open} ${waiting}`;
  },

  style(mentee, mentor) {
    const alike = [];
    const apart = [];
    for (const [axis, steps, balanced] of /** @type {const} */ ([
      ["structure", STRUCTURES, N_("balanced in structure")],
      ["guidance", GUIDANCES, N_("balanced in guidance")],
    ])) {
      const [mine, theirs] = [mentee[axis], mentor[axis]];
      if (mine === null || theirs === null) continue;
      const distance = mine - theirs;
      if (distance === 0) alike.push(steps[mine] === "balanced" ? _(balanced) : choice(steps[mine]));
      else apart.push(_(MORE[steps[distance < 0 ? 0 : 2]][Math.abs(distance) - 1]));
    }
    return [
      alike.length && _("You like the same style: {styles}.", { styles: listed(alike) }),
      apart.length && _("You'd like it {differences}.", { differences: listed(apart) }),
    ].filter(Boolean).join(" ");
  },

  stage(mentee, mentor) {
    if (!supportsStage(mentee, mentor)) {
      const stages = choicesInOrder(mentor.profile.stages_supported).join(", ");
      return _("Mentors people at other stages than yours: {stages}.", { stages });
    }
    const ahead = (mentor.stage ?? 0) - (mentee.stage ?? 0);
    if (ahead === 0) return nearPeers(mentee, mentor) ? _("At the same stage as you, so you'd be near-peers.") : _("At the same stage as you.");
    if (ahead < 0) return ngettext("{count} step behind you.", "{count} steps behind you.", -ahead);
    if (ahead > FAR) return ngettext("{count} step ahead of you, which is far.", "{count} steps ahead of you, which is far.", ahead);
    return ngettext("{count} step ahead of you.", "{count} steps ahead of you.", ahead);
  },
};

/** @param {{minutes: number}} part */
function hoursOf({ minutes }) {
  return decimal(minutes / 60);
}

/** @param {string} today @param {number} days */
function dayAfter(today, days) {
  return dayInWords(new Date(Date.parse(`${today}T12:00:00Z`) + days * DAY));
}
