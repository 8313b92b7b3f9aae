/**
 * A request before it is sent: which fields of GitHub's form it fills, and what is still missing. What is shown as
 * public and what is sent are the same fields.
 *
 * @typedef {"mentorship" | "quick-question" | "interview"} Way
 * @typedef {object} Answers
 * @property {Way} way @property {string[]} chosen labels of what the mentor offers @property {string} what in own words
 * @property {string} why @property {string[]} hours of the mentor, as "Tuesday 18:00–20:00" @property {string} there whose clock these hours go by
 * @property {boolean} messages whether messages are enough @property {string} when another time @property {string[]} languages
 * @property {string} timezone @property {string} goals what the goals say, or nothing
 * @typedef {{id: string, label: string, value: string}} Field
 * @typedef {{title: string, fields: Field[], address: string}} Composed
 */

import { _, N_ } from "./messages.js";
import { formAddress, LONGEST } from "./request.js";

/** @type {Record<Way, {title: string, nobody: string, free: string, when: boolean}>} */
const WAYS = {
  mentorship: { title: N_("Mentorship request: {name}"), nobody: N_("A request for a mentor"), free: N_("Your goals"), when: true },
  "quick-question": { title: N_("Quick question: {name}"), nobody: N_("A quick question"), free: N_("Your question"), when: false },
  interview: { title: N_("Informational interview: {name}"), nobody: N_("An informational interview"), free: N_("What you would like to hear about"), when: true },
};

/** Whether one says when; a question needs no time. @param {Way} way */
export function asksWhen(way) {
  return WAYS[way].when;
}

/** @param {Answers} answers @returns {("what" | "why" | "when")[]} what is missing, in the order of the page */
export function missingOf({ way, chosen, what, why, hours, messages, when }) {
  /** @type {["what" | "why" | "when", boolean][]} */
  const parts = [
    ["what", chosen.length > 0 || what.trim() !== ""],
    ["why", why.trim() !== ""],
    ["when", !asksWhen(way) || hours.length > 0 || messages || when.trim() !== ""],
  ];
  return parts.filter(([, said]) => !said).map(([name]) => name);
}

/**
 * Put the request together. What the goals say is left out where the address would grow too long for GitHub.
 * @param {string} form the address of the empty form @param {{github: string, name: string} | null} mentor @param {Answers} answers
 * @returns {Composed}
 */
export function composed(form, mentor, answers) {
  const { title, nobody } = WAYS[answers.way];
  const named = mentor ? _(title, { name: mentor.name }) : _(nobody);
  const make = (/** @type {Answers} */ these) => {
    const fields = fieldsOf(mentor, these);
    const values = { title: named, ...Object.fromEntries(fields.map(({ id, value }) => [id, value])) };
    return { title: named, fields, address: formAddress(form, values) };
  };
  const whole = make(answers);
  return whole.address.length <= LONGEST ? whole : make({ ...answers, goals: "" });
}

/** @param {{github: string, name: string} | null} mentor @param {Answers} answers @returns {Field[]} those that say something */
function fieldsOf(mentor, answers) {
  const { way, chosen, what, languages, timezone } = answers;
  const fields = [
    { id: "mentor", label: _("Mentor"), value: mentor?.github ?? "" },
    { id: "skills", label: _("Skills and topics"), value: [...chosen, what.trim()].filter(Boolean).join(", ") },
    { id: "languages", label: _("Languages"), value: languages.join(", ") },
    { id: "timezone", label: _("Time zone"), value: asksWhen(way) ? timezone : "" },
    { id: "goals", label: _(WAYS[way].free), value: [answers.why.trim(), whenInWords(answers), answers.goals].filter(Boolean).join("\n\n") },
  ];
  return fields.filter(({ value }) => value);
}

/** @param {Answers} answers @returns {string} */
function whenInWords({ way, hours, there, messages, when }) {
  if (!asksWhen(way)) return "";
  const lines = [
    hours.length > 0 && _("I can talk at these of your hours: {hours} ({there}).", { hours: hours.join(", "), there }),
    when.trim() && _("I can talk: {when}.", { when: when.trim().replace(/\.$/, "") }),
    messages && _("Messages are enough for me."),
  ];
  return lines.filter(Boolean).join("\n");
}

/** Write the request as one text to be copied. @param {Composed} request @returns {string} */
export function textOf({ title, fields }) {
  return [title, ...fields.map(({ label, value }) => `${label}:\n${value}`)].join("\n\n");
}
