/**
 * `<mentor-goals>` is the form in which someone says what they're looking for. It keeps the goals in this browser, and tells
 * the directory with a `goals` event whenever they change.
 */

import { fromTemplate, slotsOf } from "../lib/dom.js";
import { isStated, learnerWithout, parseLearner, readLearner, writeLearner } from "../match/learner.js";
import { _, LOCALE } from "../lib/messages.js";
import { StoredValue } from "../lib/storage.js";
import { ownZone } from "../lib/local-time.js";
import { wishesOf, withWishes } from "./goals-chips.js";
import { HoursFields } from "./goals-hours.js";
import { WantsFields } from "./goals-wants.js";
import { fold } from "../search/tokenize.js";

const FILE = "my-goals.json";
const LISTS = ["goals", "formats", "relationship_types"];
const CHOICES = ["stage", "commitment", "most_important"];
const AXES = ["structure", "guidance"];

class MentorGoals extends HTMLElement {
  #kept = null;
  #words = null;
  #learner = {};
  /** The goals before the sentence that someone is typing. */
  #before = null;
  #languages = null;

  /** @returns {object} a learner's file; empty while nothing is stated */
  get learner() {
    return this.#learner;
  }

  /** @returns {object | null} the same once it says what to look for */
  get stated() {
    return isStated(this.#learner) ? this.#learner : null;
  }

  /** Take back one wish. @param {{field: string, value: string}} wish */
  drop({ field, value }) {
    this.#takeOver(learnerWithout(this.#learner, field, value), true);
  }

  /** @returns {{label: string, remove: () => void}[]} what is wished for, each with how to take it back */
  get wishes() {
    return wishesOf(this.#learner, (kind, id) => this.label(kind, id)).map(({ label, learner }) => ({ label, remove: () => this.#takeOver(learner, true) }));
  }

  /** Take in what a sentence wishes for, until it says something else. @param {object} learner */
  hear(learner) {
    const before = this.#before ?? this.#learner;
    if (!this.#before && !Object.keys(learner).length) return;
    this.#takeOver(withWishes(before, learner), true);
    this.#before = before;
  }

  /** Keep what was heard: the next sentence adds to it. */
  settle() {
    this.#before = null;
  }

  /** @param {string} root the address of the site's root */
  start(root) {
    this.panel = this.querySelector("details.mentor-goals");
    this.form = this.querySelector(".mentor-goals__form");
    this.sentence = this.querySelector(".mentor-goals__ask");
    this.hours = new HoursFields(this, () => this.#save());
    this.wants = new WantsFields(this, {
      read: () => this.#written(),
      write: (learner) => this.#takeOver(learner, true),
      label: (kind, id) => this.label(kind, id),
    });
    this.slotOf = slotsOf(this);
    this.template = (name) => this.querySelector(`template[data-template="${name}"]`);
    this.#kept = new StoredValue("goals", root);
    this.#words = new StoredValue("words", root);
    this.#kept.onChange(() => this.#takeOver(this.#kept.read() ?? {}, false));
    this.panel.hidden = false;
    this.#listen();
    this.#takeOver(this.#kept.read() ?? {}, false);
    this.#openIfNamed();
    window.addEventListener("hashchange", () => this.#openIfNamed());
  }

  /** A link to `#goals` opens the form. */
  #openIfNamed() {
    if (location.hash !== "#goals") return;
    this.panel.open = true;
    this.scrollIntoView();
  }

  /** Take the words for skills, topics and languages. @param {(kind: string) => {id: string, label: string, synonyms?: string[]}[]} termsOf */
  takeTerms(termsOf) {
    for (const kind of ["skills", "topics"]) {
      for (const term of termsOf(kind)) this.wants.terms.set(`${kind} ${term.id}`, { kind, ...term });
    }
    this.#languages = new Map(termsOf("languages").map(({ id, label }) => [id, label]));
    if (this.panel.open) this.#fillLists();
    this.#keepWords();
    this.#show();
  }

  /** Keep what the ids in the goals are called, for pages that know no vocabulary. */
  #keepWords() {
    const { want = [], topics, languages } = this.#learner;
    const ids = { skills: want.map(({ skill }) => skill), topics, languages };
    const named = Object.entries(ids).filter(([, list]) => list?.length);
    const words = named.map(([kind, list]) => [kind, Object.fromEntries(list.map((id) => [id, this.label(kind, id)]))]);
    if (this.#languages || !named.length) this.#words.write(named.length ? Object.fromEntries(words) : null);
  }

  /** @param {string} kind @param {string} id @returns {string} */
  label(kind, id) {
    const term = kind === "languages" ? this.#languages?.get(id) : this.wants.terms.get(`${kind} ${id}`)?.label;
    return term ?? this.#words.read()?.[kind]?.[id] ?? id;
  }

  /** A thousand options keep a phone busy, so they wait until someone opens the form. */
  #fillLists() {
    const { compare } = new Intl.Collator(LOCALE);
    const fill = (id, words) => {
      const options = [...new Set(words)].sort(compare).map((word) => new Option(word, word));
      this.querySelector(`#${id}`).replaceChildren(...options);
    };
    fill("mentor-terms", [...this.wants.terms.values()].map(({ label }) => label));
    fill("mentor-tongues", this.#languages.values());
    fill("mentor-zones", Intl.supportedValuesOf?.("timeZone") ?? []);
  }

  #listen() {
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.panel.addEventListener("toggle", () => {
      if (!this.panel.open) return;
      if (this.#languages) this.#fillLists();
      this.#tell("opened");
    });
    this.form.addEventListener("change", (event) => this.#changed(event.target));
    this.sentence.addEventListener("lodestar:asked", (event) => this.#asked(event));
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
    for (const [name, act] of Object.entries(acts)) this.querySelector(`[data-do="${name}"]`).addEventListener("click", act);
  }

  /** A sentence that is sent adds its wishes; until then its chips only show what was heard. */
  #asked(event) {
    event.preventDefault();
    if (!event.detail.sent) return;
    this.#takeOver(withWishes(this.#written(), event.detail.learner), true);
    if (Object.keys(event.detail.learner).length) this.sentence.reset();
  }

  #close() {
    this.panel.open = false;
    this.scrollIntoView({ block: "nearest" });
    this.panel.querySelector("summary").focus();
  }

  #tell(name) {
    this.dispatchEvent(new CustomEvent(name, { bubbles: true }));
  }

  #changed(field) {
    if (field.name === "file") return this.#import(field);
    // Typing into these fields is finished by the button beside them; choosing from their list is not.
    if (field.name === "add" || field.name === "add_language") return;
    this.#save();
  }

  #save() {
    this.#takeOver(this.#written(), true);
  }

  /** Read the form; wants and languages are read from what was taken over, because they are no fields. @returns {import("../match/learner.js").Learner} */
  #written() {
    const { elements } = this.form;
    const checked = (name) => [...this.form.querySelectorAll(`input[name="${name}"]:checked`)].map(({ value }) => value);
    return {
      want: this.wants.read(),
      topics: this.#learner.topics,
      languages: this.#learner.languages,
      timezone: elements.timezone.value.trim(),
      windows: this.hours.read(),
      style: Object.fromEntries(AXES.map((axis) => [axis, elements[axis].value])),
      ...Object.fromEntries(CHOICES.map((name) => [name, elements[name].value])),
      ...Object.fromEntries(LISTS.map((name) => [name, checked(name)])),
    };
  }

  #takeOver(given, keep) {
    this.#learner = readLearner(given).learner;
    this.#before = null;
    if (keep) this.#kept.write(Object.keys(this.#learner).length ? this.#learner : null);
    if (keep) this.#keepWords();
    this.#show();
    this.#tell("goals");
  }

  #show() {
    const learner = this.#learner;
    const { elements } = this.form;
    const said = this.slotOf("said");
    said.dataset.nothing ??= said.textContent;
    said.textContent = Object.keys(learner).length ? _("Change or delete") : said.dataset.nothing;
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

  #showLanguages({ languages = [] }) {
    const parts = languages.map((tag) => {
      const part = fromTemplate(this.template("chosen"), { label: this.label("languages", tag) });
      part.querySelector("button").addEventListener("click", () => {
        this.#takeOver({ ...this.#written(), languages: languages.filter((one) => one !== tag) }, true);
        this.form.elements.add_language.focus();
      });
      return part;
    });
    this.slotOf("languages").replaceChildren(...parts);
  }

  #addLanguage() {
    const field = this.form.elements.add_language;
    const [tag] = [...(this.#languages ?? [])].find(([id, label]) => [fold(id), fold(label)].includes(fold(field.value))) ?? [];
    if (!tag) return;
    field.value = "";
    this.#takeOver({ ...this.#written(), languages: [...(this.#learner.languages ?? []), tag] }, true);
    field.focus();
  }

  #export() {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([writeLearner(this.#learner)], { type: "application/json" }));
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
    if (!nothing) this.#takeOver(learner, true);
    const left = refused.length ? _("We couldn't read: {fields}.", { fields: refused.join(", ") }) : "";
    this.slotOf("done").textContent = nothing ? _("We found no goals in this file.") : `${_("Opened {file}.", { file: file.name })} ${left}`.trim();
  }

  #clear() {
    this.#takeOver({}, true);
    this.slotOf("done").textContent = _("Your goals are deleted from this browser.");
  }
}

customElements.define("mentor-goals", MentorGoals);
