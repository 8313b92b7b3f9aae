/** The form in which someone says what they're looking for: what it says becomes goals, and goals what it shows. */

import { fromTemplate, slotsOf } from "../lib/dom.js";
import { parseLearner, writeLearner } from "../match/learner.js";
import { _, LOCALE } from "../lib/messages.js";
import { ownZone } from "../lib/local-time.js";
import { HoursFields } from "./goals-hours.js";
import { WantsFields } from "./goals-wants.js";
import { fold } from "../search/tokenize.js";

/** @typedef {import("../match/learner.js").Learner} Learner */

const FILE = "my-goals.json";
const LISTS = ["goals", "formats", "relationship_types"];
const CHOICES = ["stage", "commitment", "most_important"];
const AXES = ["structure", "guidance"];

export class GoalsForm {
  /** @type {Map<string, {kind: string, id: string, label: string}>} */
  #terms = new Map();

  /** @param {any} goals the element around the form, which keeps them */
  constructor(goals) {
    this.goals = goals;
    this.form = goals.fields;
    this.slotOf = slotsOf(goals);
    this.hours = new HoursFields(goals, () => this.#save());
    this.wants = new WantsFields(goals, {
      read: () => this.read(),
      write: (learner) => goals.take(learner),
      label: (kind, id) => goals.label(kind, id),
    });
    this.#listen();
  }

  /** @param {Map<string, {kind: string, id: string, label: string, synonyms?: string[]}>} terms skills, topics and languages, by kind and id */
  takeTerms(terms) {
    this.#terms = terms;
    this.wants.terms = new Map([...terms].filter(([, { kind }]) => kind !== "languages"));
    if (this.goals.panel.open) this.#fillLists();
  }

  /** A thousand options keep a phone busy, so they wait until someone opens the form. */
  #fillLists() {
    const { compare } = new Intl.Collator(LOCALE);
    const fill = (id, words) => {
      const options = [...new Set(words)].sort(compare).map((word) => new Option(word, word));
      this.goals.querySelector(`#${id}`).replaceChildren(...options);
    };
    fill("mentor-terms", [...this.wants.terms.values()].map(({ label }) => label));
    fill("mentor-tongues", this.#languages().map(({ label }) => label));
    fill("mentor-zones", Intl.supportedValuesOf?.("timeZone") ?? []);
  }

  #languages() {
    return [...this.#terms.values()].filter(({ kind }) => kind === "languages");
  }

  #listen() {
    this.goals.panel.addEventListener("toggle", () => this.goals.panel.open && this.#terms.size && this.#fillLists());
    this.form.addEventListener("change", (event) => this.#changed(event.target));
    for (const [field, act] of Object.entries({ add: () => this.wants.add(), add_language: () => this.#addLanguage() })) {
      this.form.elements[field].addEventListener("keydown", (event) => {
        if (event.key !== "Enter") return;
        event.preventDefault();
        act();
      });
    }
    const acts = {
      add: () => this.wants.add(),
      "add-language": () => this.#addLanguage(),
      export: () => this.#export(),
      clear: () => this.#clear(),
      done: () => this.#close(),
    };
    for (const [name, act] of Object.entries(acts)) this.form.querySelector(`[data-do="${name}"]`).addEventListener("click", act);
  }

  #close() {
    const { panel } = this.goals;
    panel.open = false;
    this.goals.scrollIntoView({ block: "nearest" });
    panel.querySelector("summary").focus();
  }

  #changed(field) {
    if (field.name === "file") return this.#import(field);
    // Typing into these fields is finished by the button beside them; choosing from their list is not.
    if (field.name === "add" || field.name === "add_language") return;
    this.#save();
  }

  #save() {
    this.goals.take(this.read());
  }

  /** Read the form; wants and languages are read from what was taken over, because they are no fields. @returns {Learner} */
  read() {
    const { elements } = this.form;
    const checked = (name) => [...this.form.querySelectorAll(`input[name="${name}"]:checked`)].map(({ value }) => value);
    const { topics, languages } = this.goals.learner;
    return {
      want: this.wants.read(),
      topics,
      languages,
      timezone: elements.timezone.value.trim(),
      windows: this.hours.read(),
      style: Object.fromEntries(AXES.map((axis) => [axis, elements[axis].value])),
      ...Object.fromEntries(CHOICES.map((name) => [name, elements[name].value])),
      ...Object.fromEntries(LISTS.map((name) => [name, checked(name)])),
    };
  }

  /** @param {Learner} learner */
  show(learner) {
    const { elements } = this.form;
    for (const name of CHOICES) elements[name].value = learner[name] ?? "";
    for (const axis of AXES) elements[axis].value = learner.style?.[axis] ?? "";
    for (const name of LISTS) {
      for (const box of this.form.querySelectorAll(`input[name="${name}"]`)) box.checked = (learner[name] ?? []).includes(box.value);
    }
    elements.timezone.value = learner.timezone ?? ownZone();
    this.slotOf("zone").textContent = elements.timezone.value.replaceAll("_", " ");
    this.wants.show(learner);
    this.#showLanguages(learner);
    this.hours.show(learner.windows ?? []);
  }

  /** Bring the reader to where a wish was stated. @param {string} field of the goals @param {string} id one of a list, or "" */
  goTo(field, id) {
    const named = (name) => `input[name="${name}"]`;
    /** @type {Record<string, string>} */
    const places = {
      want: `[data-id="${CSS.escape(id)}"] select`,
      topics: `[data-kind=topics][data-id="${CSS.escape(id)}"] .mentor-remove`,
      languages: named("add_language"),
      windows: `${named("times")}:checked, .mentor-hours__row select`,
    };
    const listed = LISTS.includes(field) ? `${named(field)}[value="${CSS.escape(id)}"]` : `${named(field)}:checked`;
    const place = this.form.querySelector(places[field] ?? listed);
    for (let part = place; part && part !== this.form; part = part.parentElement) if (part.matches("details")) part.open = true;
    place?.scrollIntoView({ block: "center" });
    place?.focus({ preventScroll: true });
  }

  #showLanguages({ languages = [] }) {
    const template = this.goals.querySelector('template[data-template="chosen"]');
    const parts = languages.map((tag) => {
      const part = fromTemplate(template, { label: this.goals.label("languages", tag) });
      part.querySelector("button").addEventListener("click", () => {
        this.goals.take({ ...this.read(), languages: languages.filter((one) => one !== tag) });
        this.form.elements.add_language.focus();
      });
      return part;
    });
    this.slotOf("languages").replaceChildren(...parts);
  }

  #addLanguage() {
    const field = this.form.elements.add_language;
    const found = this.#languages().find(({ id, label }) => [fold(id), fold(label)].includes(fold(field.value)));
    if (!found) return;
    field.value = "";
    this.goals.take({ ...this.read(), languages: [...(this.goals.learner.languages ?? []), found.id] });
    field.focus();
  }

  #export() {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([writeLearner(this.goals.learner)], { type: "application/json" }));
    link.download = FILE;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
    this.slotOf("done").textContent = _("Saved as {file}.", { file: FILE });
  }

  async #import(field) {
    const [file] = field.files;
    if (!file) return;
    const { learner, refused } = parseLearner(await file.text());
    field.value = "";
    const nothing = Object.keys(learner).length === 0;
    if (!nothing) this.goals.take(learner);
    const left = refused.length ? _("We couldn't read: {fields}.", { fields: refused.join(", ") }) : "";
    this.slotOf("done").textContent = nothing ? _("We found no goals in this file.") : `${_("Opened {file}.", { file: file.name })} ${left}`.trim();
  }

  #clear() {
    this.goals.take({});
    this.slotOf("done").textContent = _("Your goals are deleted from this browser.");
  }
}
