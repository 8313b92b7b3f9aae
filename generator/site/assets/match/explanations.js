/**
 * A sentence for each signal of a match: why it earns what it earns. The twin of matching/explanations.py.
 *
 * @typedef {import("./prepared.js").PreparedMentee} PreparedMentee
 * @typedef {import("./prepared.js").PreparedMentor} PreparedMentor
 * @typedef {"help" | "introduce" | "related" | "not"} Way
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
 * Where a mentor's best offer for something comes from.
 * @param {import("./prepared.js").Wanted} wanted @param {PreparedMentor} mentor @returns {Way}
 */
export function howOffered(wanted, mentor) {
  const best = bestOffer(wanted, mentor);
  if (!best) return "not";
  const offers = mentor[wanted.kind];
  const at = offers.findIndex((term, at) => at % 2 === 0 && wanted.similar[term] * offers[at + 1] === best);
  if (wanted.similar[offers[at]] === SIMILARITY.related) return "related";
  return offers[at + 1] === TAUGHT.confident ? "help" : "introduce";
}

/** Why a stated signal earns what it earns. @type {Record<import("./signals.js").SignalName, (mentee: PreparedMentee, mentor: PreparedMentor) => string>} */
export const SENTENCES = {
  expertise(mentee, mentor) {
    const sentences = Object.entries(OFFERED).map(([way, sentence]) => {
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
    const gaps = { wanted: timeInWords(learner.commitment ?? ""), offered: timeInWords(profile.commitment), name: profile.name ?? profile.github };
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
