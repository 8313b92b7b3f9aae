/** Carry what somebody looks for into the text fields of the request form; they read it there before they send it. */

import { choice, COMMITMENT_WORDS } from "../match/choices.js";

/** Bytes of an address that every browser and GitHub still take. */
const LONGEST = 7500;
const LEVEL_WORDS = { new: "new to it", basics: "the basics", working: "able to work with it", confident: "confident" };

/**
 * @param {string} form the address of the empty form @param {{github: string, name: string}} mentor
 * @param {import("../match/prepared.js").Learner | null} learner
 * @param {(kind: string, id: string) => string} label words for skills, topics and languages @returns {string}
 */
export function requestAddress(form, { github, name }, learner, label) {
  const fields = { title: `Mentorship request: ${name}`, mentor: github, ...(learner && fieldsOf(learner, label)) };
  // What does not fit is left out, the longest text first: a form that opens matters more than one that is filled in.
  for (const dropped of ["", "goals", "title", "skills"]) {
    if (dropped) delete fields[dropped];
    const address = addressOf(form, fields);
    if (address.length <= LONGEST) return address;
  }
  return form;
}

function addressOf(form, fields) {
  const [path, query] = form.split("?");
  const parameters = new URLSearchParams(query);
  for (const [name, value] of Object.entries(fields)) if (value) parameters.set(name, value);
  return `${path}?${parameters}`;
}

function fieldsOf(learner, label) {
  const wanted = (learner.want ?? []).map(({ skill, importance }) => label("skills", skill) + (importance === "must" ? "!" : ""));
  return {
    skills: [...wanted, ...(learner.topics ?? []).map((id) => label("topics", id))].join(", "),
    languages: (learner.languages ?? []).map((tag) => label("languages", tag)).join(", "),
    timezone: learner.timezone ?? "",
    goals: goalsText(learner, label),
  };
}

/** @returns {string} the goals as sentences, to be read and changed in the form */
export function goalsText(learner, label) {
  const levels = (learner.want ?? []).filter(({ now, reach }) => now || reach).map((want) => levelSentence(want, label));
  const style = Object.values(learner.style ?? {}).map(choice);
  const sentences = [
    learner.goals?.length && `I look for: ${learner.goals.map(choice).join(", ")}.`,
    ...levels,
    learner.stage && `My stage: ${choice(learner.stage)}.`,
    learner.commitment && `I hope for ${COMMITMENT_WORDS[learner.commitment]}.`,
    learner.formats?.length && `These formats suit me: ${learner.formats.map(choice).join(", ")}.`,
    style.length && `The style I like: ${style.join(", ")}.`,
    learner.windows?.length && `I am usually free: ${learner.windows.join(", ")}.`,
  ];
  return sentences.filter(Boolean).join("\n");
}

function levelSentence({ skill, now, reach }, label) {
  const parts = [now && `now ${LEVEL_WORDS[now]}`, reach && `I want to be ${LEVEL_WORDS[reach]}`.replace("be the basics", "know the basics")];
  return `${label("skills", skill)}: ${parts.filter(Boolean).join(", ")}.`;
}
