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
 * @property {import("../match/learner.js").Learner} [learner] the goals, where what they choose goes along
 * @property {string} [roadmap] the title of the one to follow
 * @property {string} [firstName] of someone without an account, for whom a coordinator asks
 * @typedef {{id: string, label: string, value: string}} Field
 * @typedef {{title: string, fields: Field[], address: string}} Composed
 */

import { _, N_ } from "./messages.js";
import { choice, timeInWords } from "./wording.js";

/** Bytes of an address that every browser and GitHub still take. */
const LONGEST = 7500;
/** @type {Record<string, string>} */
const NOW = { new: N_("I'm new to it"), basics: N_("I know the basics"), working: N_("I can work with it"), confident: N_("I'm confident with it") };
/** @type {Record<string, string>} */
const REACH = {
  new: N_("I'd like a first look"), basics: N_("I'd like to know the basics"), working: N_("I'd like to be able to work with it"), confident: N_("I'd like to be confident with it"),
};
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
 * Put the request together: a few fields of the form, of which `details` has a line for each answer, as the bot reads them.
 * What the goals say is left out where the address would grow too long for GitHub.
 * @param {string} form the address of the empty form @param {{handle: string, github: string | null, name: string} | null} mentor @param {Answers} answers
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
  return whole.address.length <= LONGEST ? whole : make({ ...answers, goals: "", learner: undefined });
}

/** Fill in a form by its address. @param {string} form @param {Record<string, string>} fields @returns {string} */
function formAddress(form, fields) {
  const [path, query] = form.split("?");
  const parameters = new URLSearchParams(query);
  for (const [name, value] of Object.entries(fields)) if (value) parameters.set(name, value);
  return `${path}?${parameters}`;
}

/** @param {{handle: string, github: string | null, name: string} | null} mentor @param {Answers} answers @returns {Field[]} those that say something */
function fieldsOf(mentor, answers) {
  const { way, why, goals } = answers;
  const fields = [
    { id: "mentor", label: _("Mentor"), value: mentor?.github ?? mentor?.handle ?? "" },
    { id: "details", label: _("Details"), value: detailsOf(answers) },
    { id: "goals", label: _(WAYS[way].free), value: [why.trim(), whenInWords(answers), goals].filter(Boolean).join("\n\n") },
  ];
  return fields.filter(({ value }) => value);
}

/** Write each answer as a line that the bot reads. @param {Answers} answers @returns {string} */
function detailsOf({ way, chosen, what, languages, timezone, learner = {}, roadmap = "", firstName = "" }) {
  const [format, ...formats] = learner.formats ?? [];
  const [relationship, ...relationships] = learner.relationship_types ?? [];
  const lines = [
    [_("Skills and topics"), [...chosen, what.trim()].filter(Boolean).join(", ")],
    [_("Format"), asksWhen(way) && format && !formats.length ? choice(format) : ""],
    [_("Time"), way === "mentorship" && learner.commitment ? timeInWords(learner.commitment) : ""],
    [_("Relationship"), way === "mentorship" && relationship && !relationships.length ? choice(relationship) : ""],
    [_("Languages"), languages.join(", ")],
    [_("Time zone"), asksWhen(way) ? timezone : ""],
    [_("Roadmap"), way === "mentorship" ? roadmap : ""],
    [_("On behalf of"), firstName.trim()],
  ];
  return lines.filter(([, value]) => value).map(([name, value]) => `${name}: ${value.replace(/\s+/g, " ")}`).join("\n");
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

/**
 * Write the request as one text to be copied. With a first name, its last line is a link by which a coordinator opens it.
 * @param {Composed} request @param {string} [firstName] @returns {string}
 */
export function textOf({ title, fields, address }, firstName = "") {
  const link = firstName && _("Coordinators: this link opens the request for {name}, filled in. {address}", { name: firstName, address });
  return [title, ...fields.map(({ label, value }) => `${label}:\n${value}`), link].filter(Boolean).join("\n\n");
}

/** @param {import("../match/learner.js").Learner} learner @param {(kind: string, id: string) => string} label @returns {string} what the goals say, as sentences */
export function goalsText(learner, label) {
  const levels = (learner.want ?? []).filter(({ now, reach }) => now || reach).map((want) => levelSentence(want, label));
  const style = Object.values(learner.style ?? {}).map(choice);
  const list = (/** @type {string[]} */ ids) => ids.map(choice).join(", ");
  const sentences = [
    learner.goals?.length && _("I'm looking for: {goals}.", { goals: list(learner.goals) }),
    ...levels,
    learner.stage && _("My stage: {stage}.", { stage: choice(learner.stage) }),
    (learner.formats?.length ?? 0) > 1 && _("These formats suit me: {formats}.", { formats: list(learner.formats ?? []) }),
    style.length && _("The style I like: {styles}.", { styles: style.join(", ") }),
  ];
  return sentences.filter(Boolean).join("\n");
}

/** @param {import("../match/learner.js").Want} want @param {(kind: string, id: string) => string} label */
function levelSentence({ skill, now, reach }, label) {
  const name = label("skills", skill);
  if (now && reach) return _("{skill}: {now}; {reach}.", { skill: name, now: _(NOW[now]), reach: _(REACH[reach]) });
  return _("{skill}: {level}.", { skill: name, level: now ? _(NOW[now]) : _(REACH[reach ?? ""]) });
}
