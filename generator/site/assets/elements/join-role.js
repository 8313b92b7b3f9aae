/**
 * What brings someone to the form: to mentor, to look for a mentor, or both. It decides what is asked, and is written in the
 * file as `offer_to_mentor` and `seeking_mentor`.
 */

import { slotsOf } from "../lib/dom.js";

/** @typedef {{offer_to_mentor?: boolean, seeking_mentor?: boolean}} Said */
/** @type {Record<string, Said>} */
const ROLES = { mentor: {}, learner: { offer_to_mentor: false, seeking_mentor: true }, both: { seeking_mentor: true } };

export class JoinRole {
  /** @type {Said} as a draft or a file says it */
  #said = {};

  /** @param {HTMLElement} page */
  constructor(page) {
    this.page = page;
    this.slotOf = slotsOf(page);
    /** @type {HTMLInputElement[]} */
    this.radios = [...page.querySelectorAll("[name=f-role]")];
    this.skills = page.querySelector("[data-field=skills]");
  }

  /** @returns {string} nothing where a file says that its owner neither offers nor seeks mentoring */
  get chosen() {
    return this.radios.find(({ checked }) => checked)?.value ?? "";
  }

  /** @param {string} role */
  choose(role) {
    for (const radio of this.radios) radio.checked = radio.value === role;
  }

  /**
   * What was written stays as it was written, as long as the choice is the same.
   * @param {"offer_to_mentor" | "seeking_mentor"} name @returns {import("./join-answers.js").Answer}
   */
  answerOf(name) {
    return {
      read: () => (this.chosen === roleOf(this.#said) ? this.#said : ROLES[this.chosen])[name],
      write: (value) => {
        this.#said = { ...this.#said, [name]: value };
        this.choose(roleOf(this.#said));
      },
    };
  }

  /** Show what this role is asked, and nothing else. What it may answer moves to what may be left out. */
  show() {
    const role = this.chosen || "mentor";
    for (const part of this.page.querySelectorAll("[data-for]")) part.hidden = !part.dataset.for.split(" ").includes(role);
    const place = this.slotOf(role === "learner" ? "skills-later" : "skills-first");
    if (this.skills.parentElement !== place) place.append(this.skills);
    this.slotOf("skills-later").hidden = role !== "learner";
    this.slotOf("skills-first").hidden = role === "learner";
    for (const fold of this.page.querySelectorAll("[data-group]")) fold.hidden = !fold.querySelector("[data-field]:not([hidden])");
  }
}

/** @param {Said} said */
function roleOf({ offer_to_mentor: offers, seeking_mentor: seeks }) {
  if (offers === false) return seeks ? "learner" : "";
  return seeks ? "both" : "mentor";
}

/** @param {HTMLElement | undefined} field @returns {boolean} whether who has another role is asked this */
export function isForOthers(field) {
  return Boolean(field?.matches("[data-for][hidden]"));
}
