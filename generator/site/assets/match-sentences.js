/** A sentence for each signal of a match, and for each gate that is closed. The twin of matching/sentences.py and gates.py. */

import { CONFIDENT, RELATED } from "./match-sides.js";
import { asynchronous, bestOffer, nearestOffer, nearPeers, supportsStage } from "./match-signals.js";
import { AXES, COMMITMENT_WORDS, MONTHS, choice, counted, dayAfter, listed, number } from "./match-words.js";
import { sharedTime } from "./overlap.js";

const WAYS = { help: "Can help you with", introduce: "Can introduce", related: "Knows something related to", not: "Not offered" };

/** How a mentor's best offer for something came about. @returns {"help" | "introduce" | "related" | "not"} */
export function howOffered(wanted, candidate) {
  const [near, level] = nearestOffer(wanted, candidate);
  if (!near) return "not";
  return near === RELATED ? "related" : level === CONFIDENT ? "help" : "introduce";
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

  goals({ goals }, candidate) {
    const shared = goals.filter((goal) => candidate.goals.has(goal)).map(choice);
    if (!shared.length) return goals.length === 1 ? `Does not support your goal: ${choice(goals[0])}.` : `Supports none of your ${goals.length} goals.`;
    const which = goals.length === 1 ? "your goal" : `${shared.length} of your ${goals.length} goals`;
    return `Supports ${which}: ${shared.join(", ")}.`;
  },

  commitment({ learner }, { mentor }) {
    return `You want ${COMMITMENT_WORDS[learner.commitment]}, offers ${COMMITMENT_WORDS[mentor.commitment]}.`;
  },

  overlap(seeker, candidate, basis) {
    if (asynchronous(seeker, candidate)) return "No common hours needed.";
    const [first, ...later] = sharedTime(seeker.free, candidate.free);
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
      const [mine, theirs] = [seeker.style[axis], candidate.style[axis]];
      if (!mine || !theirs) continue;
      const distance = steps.indexOf(mine) - steps.indexOf(theirs);
      if (distance === 0) alike.push(mine === "balanced" ? `balanced in ${axis}` : mine);
      else apart.push(`${Math.abs(distance) === 2 ? "much " : ""}more ${steps[distance < 0 ? 0 : 2]}`);
    }
    const parts = [alike.length && `both ${listed(alike)}`, apart.length && `you prefer ${listed(apart)}`];
    const sentence = parts.filter(Boolean).join("; ");
    return `${sentence.slice(0, 1).toUpperCase()}${sentence.slice(1)}.`;
  },

  stage(seeker, candidate) {
    if (!supportsStage(seeker, candidate)) return `Mentors at other stages than yours: ${candidate.stagesSupported.map(choice).join(", ")}.`;
    const ahead = candidate.stage - seeker.stage;
    if (ahead === 0) return nearPeers(seeker, candidate) ? "At your own stage, as near-peers are." : "At your own stage.";
    if (ahead < 0) return `${counted(-ahead, "step")} behind you.`;
    return `${counted(ahead, "step")} ahead of you${ahead > 3 ? ", which is far" : ""}.`;
  },
};

/**
 * Every reason that keeps a mentor out, as sentences; none when all gates are open.
 * @param {object} seeker @param {object} candidate @param {object} basis @returns {string[]}
 */
export function reasonsAgainst(seeker, candidate, basis) {
  return GATES.map((gate) => gate(seeker, candidate, basis)).filter(Boolean);
}

const GATES = [
  offersMentoring,
  isNotPaused,
  isConfirmed,
  sharesALanguage,
  (seeker, candidate) => nothingShared("format", seeker.formats, candidate.formats),
  (seeker, candidate) => nothingShared("kind of mentorship", seeker.relationshipTypes, candidate.relationshipTypes),
  canHelpWithAll,
  coversSomething,
];

function offersMentoring(seeker, { offered, availability }) {
  return !offered || availability === "closed" ? "Does not offer mentoring at the moment." : "";
}

function isNotPaused(seeker, { mentor, availability }) {
  if (availability !== "paused") return "";
  if (!mentor.paused_until) return "Is paused at the moment.";
  const [year, month, day] = mentor.paused_until.split("-").map(Number);
  return `Is paused until ${day} ${MONTHS[month - 1]} ${year}.`;
}

function isConfirmed(seeker, { offered, availability }) {
  if (availability === "stale") return "Has not confirmed this profile lately.";
  return availability === "hidden" && offered ? "Has not confirmed this profile for a long time." : "";
}

function sharesALanguage(seeker, candidate, basis) {
  if (!seeker.languages.length || seeker.languages.some((language) => candidate.languages.includes(language))) return "";
  const named = (tags) => listed((tags ?? []).map((tag) => basis.languages.get(tag) ?? tag));
  return `No language in common: you ${named(seeker.learner.languages)}, they ${named(candidate.mentor.languages)}.`;
}

function nothingShared(noun, mine, theirs) {
  if (!mine.length || !theirs.length || mine.some((value) => theirs.includes(value))) return "";
  return `No ${noun} in common: you ${listed(mine.map(choice))}, they ${listed(theirs.map(choice))}.`;
}

function canHelpWithAll(seeker, { refused }) {
  const labels = seeker.wanted.filter(({ id }) => refused.includes(id)).map(({ label }) => label);
  return labels.length ? `Cannot help with: ${labels.join(", ")}.` : "";
}

function coversSomething(seeker, candidate) {
  const { wanted, goals } = seeker;
  if (!wanted.length && !goals.length) return "";
  if (goals.some((goal) => candidate.goals.has(goal)) || wanted.some((one) => bestOffer(one, candidate))) return "";
  if (!wanted.length && !candidate.goals.size) return "";
  return `Offers nothing of what you want: ${[...wanted.map(({ label }) => label), ...goals.map(choice)].join(", ")}.`;
}

function hours({ minutes }) {
  return `${number(minutes / 60)} h/week`;
}
