/** Mentors somebody keeps in mind, by handle, and the lines of a comparison between up to four of them. */

import { choice, COMMITMENT_WORDS, listed } from "../match/choices.js";

export const COMPARED = 4;
const LONGEST = 50;

/** @param {unknown} kept @returns {string[]} */
export function readShortlist(kept) {
  return Array.isArray(kept) ? [...new Set(kept.filter((handle) => typeof handle === "string"))].slice(0, LONGEST) : [];
}

/** @param {string[]} shortlist @param {string} handle @returns {string[]} with it, or without it when it was in */
export function toggled(shortlist, handle) {
  return shortlist.includes(handle) ? shortlist.filter((one) => one !== handle) : [...shortlist, handle].slice(-LONGEST);
}

/**
 * Return the lines of a comparison: what they are about, and a text for each mentor; lines that say nothing are left out.
 * @param {{mentor: object, match?: object, reasons?: string[], hours?: string, time?: string}[]} compared mentors of the API
 * @param {(kind: string, id: string) => string} label @returns {[string, string[]][]}
 */
export function comparison(compared, label) {
  const words = (kind, ids) => (ids ?? []).map((id) => label(kind, id)).join(", ");
  const lines = [
    ["Match", ({ match, reasons }) => (match?.points != null ? `${Math.round(match.points)} of 100, ${match.band}` : (reasons ?? []).join(" "))],
    ["Can help you with", ({ match }) => match?.can_help_with.join(", ")],
    ["Not offered", ({ match }) => match?.not_offered.join(", ")],
    ["Places", ({ mentor }) => placesOf(mentor)],
    ["Time", ({ mentor }) => COMMITMENT_WORDS[mentor.commitment]],
    ["Skills", ({ mentor }) => words("skills", mentor.skills)],
    ["Can introduce", ({ mentor }) => words("skills", mentor.can_introduce)],
    ["Topics", ({ mentor }) => words("topics", mentor.topics)],
    ["Languages", ({ mentor }) => words("languages", mentor.languages)],
    ["Time there now", ({ time }) => time],
    ["Why", ({ match }) => (match?.signals ?? []).filter(({ signal }) => signal !== "expertise").map(({ sentence }) => sentence).join(" ")],
    ["Formats", ({ mentor }) => words("formats", mentor.formats)],
    ["Kind of mentorship", ({ mentor }) => words("relationship_types", mentor.relationship_types)],
    ["Style", ({ mentor }) => listed(Object.values(mentor.style ?? {}).map(choice))],
    ["For people who are", ({ mentor }) => words("stages_supported", mentor.stages_supported)],
    ["Years", ({ mentor }) => (mentor.years_experience === undefined ? "" : String(mentor.years_experience))],
    ["Answers within", ({ mentor }) => days(mentor.expectations?.reply_within_days)],
  ];
  return lines.map(([title, read]) => [title, compared.map((one) => read(one) ?? "")]).filter(([, texts]) => texts.some(Boolean));
}

function placesOf({ availability, openings }) {
  const open = `${openings} ${openings === 1 ? "place" : "places"} open`;
  return { open, limited: open, waitlist: openings ? "Many waiting" : "Full", closed: "Not taking mentees", paused: "Paused", stale: "Not confirmed lately" }[availability];
}

function days(number) {
  return number ? `${number} ${number === 1 ? "day" : "days"}` : "";
}
