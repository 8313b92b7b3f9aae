/** Carry what someone looks for into the text fields of the request form; they read it there before they send it. */

import { _, N_ } from "./messages.js";
import { choice, timeInWords } from "./wording.js";

/** Bytes of an address that every browser and GitHub still take. */
export const LONGEST = 7500;
/** @type {Record<string, string>} */
const NOW = { new: N_("I'm new to it"), basics: N_("I know the basics"), working: N_("I can work with it"), confident: N_("I'm confident with it") };
/** @type {Record<string, string>} */
const REACH = {
  new: N_("I'd like a first look"), basics: N_("I'd like to know the basics"), working: N_("I'd like to be able to work with it"), confident: N_("I'd like to be confident with it"),
};

/**
 * @param {string} form the address of the empty form @param {{github: string, name: string}} mentor
 * @param {import("../match/learner.js").Learner | null} learner
 * @param {(kind: string, id: string) => string} label words for skills, topics and languages @returns {string}
 */
export function requestAddress(form, { github, name }, learner, label) {
  /** @type {Record<string, string>} */
  const fields = { title: _("Mentorship request: {name}", { name }), mentor: github, ...(learner && fieldsOf(learner, label)) };
  return shortened(form, fields);
}

/**
 * What does not fit is left out, the longest text first: a form that opens matters more than one that is filled in.
 * @param {string} form @param {Record<string, string>} fields @returns {string}
 */
function shortened(form, fields) {
  for (const dropped of ["", "goals", "title", "skills"]) {
    if (dropped) delete fields[dropped];
    const address = formAddress(form, fields);
    if (address.length <= LONGEST) return address;
  }
  return form;
}

/** Fill in a form by its address. @param {string} form @param {Record<string, string>} fields @returns {string} */
export function formAddress(form, fields) {
  const [path, query] = form.split("?");
  const parameters = new URLSearchParams(query);
  for (const [name, value] of Object.entries(fields)) if (value) parameters.set(name, value);
  return `${path}?${parameters}`;
}

/** @param {import("../match/learner.js").Learner} learner @param {(kind: string, id: string) => string} label @returns {Record<string, string>} */
function fieldsOf(learner, label) {
  const wanted = (learner.want ?? []).map(({ skill, importance }) => label("skills", skill) + (importance === "must" ? "!" : ""));
  return {
    skills: [...wanted, ...(learner.topics ?? []).map((id) => label("topics", id))].join(", "),
    languages: (learner.languages ?? []).map((tag) => label("languages", tag)).join(", "),
    timezone: learner.timezone ?? "",
    goals: goalsText(learner, label),
  };
}

/** @param {import("../match/learner.js").Learner} learner @param {(kind: string, id: string) => string} label @returns {string} the goals as sentences, to be read and changed in the form */
export function goalsText(learner, label) {
  const levels = (learner.want ?? []).filter(({ now, reach }) => now || reach).map((want) => levelSentence(want, label));
  const style = Object.values(learner.style ?? {}).map(choice);
  const list = (/** @type {string[]} */ ids) => ids.map(choice).join(", ");
  const sentences = [
    learner.goals?.length && _("I'm looking for: {goals}.", { goals: list(learner.goals) }),
    ...levels,
    learner.stage && _("My stage: {stage}.", { stage: choice(learner.stage) }),
    learner.commitment && _("I'd like {time} a month.", { time: timeInWords(learner.commitment) }),
    learner.formats?.length && _("These formats suit me: {formats}.", { formats: list(learner.formats) }),
    style.length && _("The style I like: {styles}.", { styles: style.join(", ") }),
    learner.windows?.length && _("I'm usually free: {hours}.", { hours: learner.windows.join(", ") }),
  ];
  return sentences.filter(Boolean).join("\n");
}

/** @param {import("../match/learner.js").Want} want @param {(kind: string, id: string) => string} label */
function levelSentence({ skill, now, reach }, label) {
  const name = label("skills", skill);
  if (now && reach) return _("{skill}: {now}; {reach}.", { skill: name, now: _(NOW[now]), reach: _(REACH[reach]) });
  return _("{skill}: {level}.", { skill: name, level: now ? _(NOW[now]) : _(REACH[reach ?? ""]) });
}
