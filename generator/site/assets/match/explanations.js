/** A sentence for each signal of a match: why it earns what it earns. The twin of matching/sentences.py. */

import { CONFIDENT, freeOf, RELATED } from "./prepared.js";
import { asynchronous, bestOffer, nearPeers, supportsStage } from "./signals.js";
import { AXES, COMMITMENT_WORDS, choice, counted, dayAfter, listed, number } from "./choices.js";
import { sharedTime } from "./overlap.js";

const WAYS = { help: "Can help you with", introduce: "Can introduce", related: "Knows something related to", not: "Not offered" };

/** How a mentor's best offer for something came about. @returns {"help" | "introduce" | "related" | "not"} */
export function howOffered(wanted, candidate) {
  const best = bestOffer(wanted, candidate);
  if (!best) return "not";
  const offers = candidate[wanted.kind];
  const at = offers.findIndex((term, at) => at % 2 === 0 && wanted.similar[term] * offers[at + 1] === best);
  return wanted.similar[offers[at]] === RELATED ? "related" : offers[at + 1] === CONFIDENT ? "help" : "introduce";
}

/** Why a stated signal earns what it earns. @type {Record<string, (seeker: object, candidate: object, basis: object) => string>} */
export const SENTENCES = {
  expertise(seeker, candidate) {
    const parts = Object.entries(WAYS).map(([way, words]) => {
      const labels = seeker.wanted.filter((wanted) => howOffered(wanted, candidate) === way).map(({ label }) => label);
      return labels.length ? `${words}: ${labels.join(", ")}.` : "";
    });
    return parts.filter(Boolean).join(" ");
  },

  goals({ learner }, { mentor }) {
    const goals = [...new Set(learner.goals)];
    const shared = goals.filter((goal) => mentor.goals.includes(goal)).map(choice);
    if (!shared.length) return goals.length === 1 ? `Does not support your goal: ${choice(goals[0])}.` : `Supports none of your ${goals.length} goals.`;
    const which = goals.length === 1 ? "your goal" : `${shared.length} of your ${goals.length} goals`;
    return `Supports ${which}: ${shared.join(", ")}.`;
  },

  commitment({ learner }, { mentor }) {
    return `You want ${COMMITMENT_WORDS[learner.commitment]}, offers ${COMMITMENT_WORDS[mentor.commitment]}.`;
  },

  overlap(seeker, candidate, basis) {
    if (asynchronous(seeker, candidate)) return "No common hours needed.";
    const [first, ...later] = sharedTime(freeOf(seeker), freeOf(candidate));
    const now = first.minutes ? `${hours(first)} in common` : "No hours in common";
    const changes = later.map((part) => `${hours(part)} from ${dayAfter(basis.today, part.fromDay)}`);
    return changes.length ? `${now}; clocks change: ${changes.join(", ")}.` : `${now}.`;
  },

  openings(seeker, { openings, pending }) {
    return `${openings ? counted(openings, "place") : "No place"} open, ${pending || "nobody"} waiting.`;
  },

  style(seeker, candidate) {
    const alike = [];
    const apart = [];
    for (const [axis, steps] of Object.entries(AXES)) {
      const [mine, theirs] = [seeker[axis], candidate[axis]];
      if (mine === null || theirs === null) continue;
      const distance = mine - theirs;
      if (distance === 0) alike.push(steps[mine] === "balanced" ? `balanced in ${axis}` : steps[mine]);
      else apart.push(`${Math.abs(distance) === 2 ? "much " : ""}more ${steps[distance < 0 ? 0 : 2]}`);
    }
    const parts = [alike.length && `both ${listed(alike)}`, apart.length && `you prefer ${listed(apart)}`];
    const sentence = parts.filter(Boolean).join("; ");
    return `${sentence.slice(0, 1).toUpperCase()}${sentence.slice(1)}.`;
  },

  stage(seeker, candidate) {
    if (!supportsStage(seeker, candidate)) return `Mentors at other stages than yours: ${candidate.mentor.stages_supported.map(choice).join(", ")}.`;
    const ahead = candidate.stage - seeker.stage;
    if (ahead === 0) return nearPeers(seeker, candidate) ? "At your own stage, as near-peers are." : "At your own stage.";
    if (ahead < 0) return `${counted(-ahead, "step")} behind you.`;
    return `${counted(ahead, "step")} ahead of you${ahead > 3 ? ", which is far" : ""}.`;
  },
};

function hours({ minutes }) {
  return `${number(minutes / 60)} h/week`;
}
