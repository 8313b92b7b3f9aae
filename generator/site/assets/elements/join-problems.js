/**
 * Says what is wrong with each answer, beside it: once its field was left, and everything when someone wants to go on.
 *
 * @typedef {import("../profile/violation.js").Violation} Violation
 */

import { element, setText, slotsOf } from "../lib/dom.js";
import { _, ngettext } from "../lib/messages.js";
import { handleViolations } from "../profile/check.js";
import { violation } from "../profile/violation.js";
import { newTermLine, vocabularyFile } from "../profile/words.js";
import { isForOthers } from "./join-role.js";

const UNKNOWN = ["unknown-skill", "unknown-topic", "unknown-domain", "unknown-career-path"];

/** What only a form asks about: a file of that name is on the site. */
const TAKEN = "handle-taken";

export class JoinProblems {
  #left = new Set();
  #all = false;
  #notes = new Map();
  /** @type {Map<string, Violation[]>} */
  #found = new Map();

  /** @param {HTMLElement} page @param {Map<string, HTMLElement>} places the fields by name */
  constructor(page, places) {
    this.page = page;
    this.places = places;
    this.slotOf = slotsOf(page);
  }

  /** @param {string} name of a field that was left @param {any} value what it holds */
  left(name, value) {
    if (value !== "" && (value?.length ?? 1) > 0) this.#left.add(name);
  }

  /** From now on, show every problem at once. */
  all() {
    this.#all = true;
  }

  forget() {
    this.#left.clear();
    this.#notes.clear();
    this.#all = false;
  }

  /** Say something beside a field that is no problem. @param {string} name @param {string} words */
  tell(name, words) {
    this.#notes.set(name, words);
  }

  /** @param {Violation[]} problems @param {{stem: string, isTaken: boolean}} handle @param {(name: string) => boolean} isEmpty */
  show(problems, handle, isEmpty) {
    this.#found = new Map();
    for (const problem of [...problems.filter(({ path }) => path.length), ...this.#aboutHandle(handle)]) {
      const name = this.#placeOf(problem);
      this.#found.set(name, [...(this.#found.get(name) ?? []), problem]);
    }
    for (const [name, field] of this.places) {
      const shown = this.#all || this.#left.has(name);
      const waits = !this.#all && isEmpty(name);
      this.#mark(name, field, shown && !waits ? (this.#found.get(name) ?? []) : []);
    }
    this.#summary();
  }

  /** Without a GitHub name, the short name of the page is judged; it is no field of the file. */
  #aboutHandle({ stem, isTaken }) {
    const without = this.slotOf("with-github").hidden;
    const path = [without ? "handle" : "github"];
    if (!stem) return [violation("file-name", path, _("your page needs a short name"), _("write your GitHub name, or say that you don’t have one"))];
    if (isTaken) return [violation(TAKEN, path, _("there is a profile of {handle} here already", { handle: stem }), "")];
    return without ? handleViolations(stem).map((one) => ({ ...one, path, help: _("use letters from a to z, digits and single hyphens, at most 39") })) : [];
  }

  /** The field that a problem is shown at; one of a whole group is shown at its first. */
  #placeOf({ path }) {
    const name = path.filter((part) => typeof part === "string").join(".");
    const names = [...this.places.keys()];
    const exact = names.find((one) => one === name || name.startsWith(`${one}.`));
    const place = exact ?? names.find((one) => one.startsWith(`${name}.`)) ?? "name";
    if (name === "seeking_mentor") return "learning.skills";
    return isForOthers(this.places.get(place)) ? "offer_to_mentor" : place;
  }

  #mark(name, field, problems) {
    const slot = field.querySelector(":scope > [data-slot=problem]");
    const note = this.#notes.get(name);
    const lines = problems.flatMap(inWords);
    const wrong = problems.some(({ severity }) => severity === "error");
    slot.replaceChildren(...(lines.length ? lines : note ? [element("span", note)] : []));
    slot.hidden = !slot.children.length;
    slot.classList.toggle("lo-error--hint", !wrong);
    for (const control of field.querySelectorAll("input, textarea, select")) {
      if (control.closest("[data-field]") === field && !control.closest("details.lo-exact")) control.setAttribute("aria-invalid", String(wrong));
    }
  }

  #summary() {
    const wrong = [...this.places.keys()].filter((name) => this.#found.get(name)?.some(({ severity }) => severity === "error"));
    const slot = this.slotOf("summary");
    const count = this.#all ? wrong.length : 0;
    setText(slot, count ? ngettext("{count} answer needs a look. We marked it above.", "{count} answers need a look. We marked them above.", count) : "");
    return wrong;
  }

  /** Show every problem and go to the first. @returns {boolean} whether there is none */
  everything() {
    this.#all = true;
    for (const [name, field] of this.places) this.#mark(name, field, this.#found.get(name) ?? []);
    const [first] = this.#summary();
    const field = this.places.get(first ?? "");
    if (!field) return true;
    for (let fold = field.closest("details"); fold; fold = fold.parentElement?.closest("details")) fold.open = true;
    field.querySelector("input, textarea, select, button").focus();
    return false;
  }

  /**
   * Offer to propose a word that no list has yet: it stays out of the file's fields, and a comment names it.
   * @param {Map<string, import("./join-answers.js").Answer>} answers @param {() => void} changed
   */
  propose(answers, changed) {
    const slot = this.slotOf("new");
    const unknown = [...this.#found.values()].flat().filter(({ code }) => UNKNOWN.includes(code));
    const words = unknown.flatMap(({ path }) => {
      const box = answers.get(path.filter((part) => typeof part === "string").join("."))?.box;
      const word = box?.chosen.filter(({ proposed }) => !proposed)[/** @type {number} */ (path.at(-1))]?.value;
      return box && word ? [{ box, word }] : [];
    });
    // A button that is being pressed must stay where it is.
    const key = JSON.stringify(words.map(({ box, word }) => [box.reader.kind, word]));
    if (slot.dataset.offers === key) return;
    slot.dataset.offers = key;
    slot.replaceChildren(...words.map(({ box, word }) => this.#offer(box, word, changed)));
    slot.hidden = !words.length;
  }

  #offer(box, word, changed) {
    const row = element("span", _("“{word}” isn’t in our list yet.", { word }));
    const button = element("button", _("Propose it"), "lo-link");
    button.type = "button";
    button.title = `${vocabularyFile(box.reader.kind)}: ${newTermLine(word)}`;
    button.addEventListener("click", () => {
      box.set(box.chosen.map((one) => (one.value === word ? { ...one, proposed: true } : one)));
      changed();
      box.input.focus();
    });
    row.append(" ", button);
    return row;
  }
}

/** @param {Violation} problem @returns {HTMLElement[]} what is wrong, and what to do, for a form rather than for a file */
function inWords({ code, message, help }) {
  const wrong = element("span", sentence(message));
  if (code === TAKEN) {
    const change = element("button", _("Change that one"), "lo-link");
    change.type = "button";
    change.dataset.do = "taken";
    return [wrong, change];
  }
  return code === "missing-field" ? [wrong] : [wrong, element("span", sentence(help), "lo-error__help")];
}

/** Begin with a capital and end with a full stop. @param {string} text */
function sentence(text) {
  const [first = "", ...rest] = text;
  const whole = first.toLocaleUpperCase() + rest.join("");
  return /[.?!:]$|: /.test(whole) ? whole : `${whole}.`;
}
