/** What someone wants help with, in the goals: each skill with how much it matters, each topic, and the field that adds one. */

import { fromTemplate, slotsOf } from "../lib/dom.js";
import { _ } from "../lib/messages.js";
import { fold } from "../search/tokenize.js";

const LEVELS = ["importance", "now", "reach"];

export class WantsFields {
  /** @type {Map<string, {kind: string, id: string, label: string, synonyms?: string[]}>} */
  terms = new Map();

  /** @param {HTMLElement} goals the element of the form @param {{read: () => any, write: (learner: object) => void, label: (kind: string, id: string) => string}} around */
  constructor(goals, around) {
    this.goals = goals;
    this.around = around;
    this.list = slotsOf(goals)("wants");
    this.field = /** @type {HTMLInputElement} */ (goals.querySelector("input[name=add]"));
    this.problem = slotsOf(goals)("problem");
  }

  /** @returns {import("../match/learner.js").Want[]} */
  read() {
    const wants = [...this.list.children].filter((part) => part.dataset.kind === "skills");
    return wants.map((part) => ({
      skill: part.dataset.id,
      ...Object.fromEntries(LEVELS.map((name) => [name, part.querySelector(`[name=${name}]`).value || undefined])),
    }));
  }

  /** @param {import("../match/learner.js").Learner} learner */
  show({ want = [], topics = [] }) {
    const all = [...want.map((one) => ({ kind: "skills", id: one.skill, one })), ...topics.map((id) => ({ kind: "topics", id, one: null }))];
    const shown = [...this.list.children].map((part) => `${part.dataset.kind} ${part.dataset.id}`).join();
    if (shown !== all.map(({ kind, id }) => `${kind} ${id}`).join()) this.list.replaceChildren(...all.map((term) => this.#part(term)));
    slotsOf(this.goals)("levels").hidden = !want.length;
    all.forEach(({ kind, id, one }, at) => {
      const part = this.list.children[at];
      part.querySelector('[data-slot="label"]').textContent = this.around.label(kind, id);
      for (const slot of part.querySelectorAll('[data-slot="of"]')) slot.textContent = this.around.label(kind, id);
      if (!one) return;
      part.querySelector("[name=importance]").value = one.importance ?? "nice";
      for (const name of ["now", "reach"]) part.querySelector(`[name=${name}]`).value = one[name] ?? "";
    });
  }

  #part({ kind, id, one }) {
    const part = fromTemplate(this.goals.querySelector('template[data-template="want"]'), {});
    part.dataset.kind = kind;
    part.dataset.id = id;
    if (!one) for (const name of ["importance", "level"]) slotsOf(part)(name).remove();
    else if (one.now || one.reach) slotsOf(part)("level").open = true;
    part.querySelector(".mentor-remove").addEventListener("click", () => {
      const { want, topics = [], ...rest } = this.around.read();
      const left = { want: want.filter(({ skill }) => kind !== "skills" || skill !== id), topics: topics.filter((topic) => kind !== "topics" || topic !== id) };
      this.around.write({ ...rest, ...left });
      /** @type {HTMLElement} */ (this.goals.querySelector("#goals-q")).focus();
    });
    return part;
  }

  /** Add what the field names, where it is a term of ours. */
  add() {
    const found = this.#spelled(fold(this.field.value));
    this.problem.textContent = found || !this.field.value.trim() ? "" : _("“{word}” isn't in our lists. Please pick one of the suggestions.", { word: this.field.value });
    if (!found) return;
    const { want, topics = [], ...rest } = this.around.read();
    if (found.kind === "skills" && !want.some(({ skill }) => skill === found.id)) want.push({ skill: found.id, importance: "must" });
    if (found.kind === "topics") topics.push(found.id);
    this.field.value = "";
    this.around.write({ ...rest, want, topics });
    this.field.focus();
  }

  /** Return the term that is written like this; skills come first. */
  #spelled(word) {
    const spellings = ({ id, label, synonyms = [] }) => [id, label, ...synonyms];
    return [...this.terms.values()].find((term) => spellings(term).some((other) => fold(other) === word));
  }
}
