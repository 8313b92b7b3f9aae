/** What someone wishes for, as chips: each with what it is called, the question it answers and the goals without it. */

import { _ } from "../lib/messages.js";
import { choice, timeInWords } from "../lib/wording.js";

/**
 * @typedef {import("../match/learner.js").Learner} Learner
 * @param {Learner} learner @param {(kind: string, id: string) => string} label
 * @returns {{label: string, field: string, id: string, learner: Learner}[]} the most telling first; a time zone and what matters most are no wishes
 */
export function wishesOf(learner, label) {
  const { want = [], style = {} } = learner;
  /** @type {(name: "topics" | "goals" | "languages" | "formats" | "relationship_types", write: (id: string) => string) => {label: string, field: string, id: string, learner: Learner}[]} */
  const each = (name, write) => (learner[name] ?? []).map((id) => ({ label: write(id), field: name, id, learner: { ...learner, [name]: learner[name]?.filter((one) => one !== id) } }));
  const one = (/** @type {"stage" | "commitment" | "windows"} */ name, /** @type {string} */ written) => (learner[name]?.length ? [{ label: written, field: name, id: "", learner: { ...learner, [name]: undefined } }] : []);
  return [
    ...want.map(({ skill, importance }) => ({
      label: importance === "must" ? _("{skill} (must)", { skill: label("skills", skill) }) : label("skills", skill),
      field: "want",
      id: skill,
      learner: { ...learner, want: want.filter((other) => other.skill !== skill) },
    })),
    ...each("topics", (id) => label("topics", id)),
    ...each("goals", choice),
    ...one("windows", _("my free hours")),
    ...each("languages", (tag) => label("languages", tag)),
    ...one("stage", choice(learner.stage ?? "")),
    ...one("commitment", _("{time} a month", { time: timeInWords(learner.commitment ?? "") })),
    ...each("formats", choice),
    ...Object.entries(style).filter(([, id]) => id).map(([axis, id]) => ({ label: choice(id), field: axis, id, learner: { ...learner, style: { ...style, [axis]: undefined } } })),
    ...each("relationship_types", choice),
  ];
}

/**
 * Add wishes to goals. What there can be only one of is replaced; how much a skill matters stays as it was said before.
 * @param {Learner} learner @param {Learner} more @returns {Learner}
 */
export function withWishes(learner, more) {
  const known = new Set((learner.want ?? []).map(({ skill }) => skill));
  const lists = /** @type {const} */ (["topics", "goals", "languages", "formats", "windows", "relationship_types"]);
  const joined = lists.map((name) => [name, [...new Set([...(learner[name] ?? []), ...(more[name] ?? [])])]]);
  return {
    ...learner,
    ...more,
    want: [...(learner.want ?? []), ...(more.want ?? []).filter(({ skill }) => !known.has(skill))],
    ...Object.fromEntries(joined.filter(([, list]) => list.length)),
  };
}
