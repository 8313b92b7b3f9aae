/**
 * `<mentor-goals>` is the form in which someone says what they're looking for. It keeps the goals in this browser, and tells
 * the directory with a `goals` event whenever they change.
 */

import { fromTemplate, slotsOf } from "../lib/dom.js";
import { goalsInWords, isStated, parseLearner, readLearner, readWindow, writeLearner } from "../match/learner.js";
import { _, LOCALE } from "../lib/messages.js";
import { StoredValue } from "../lib/storage.js";
import { ownZone } from "../lib/local-time.js";
import { wishesOf } from "./goals-chips.js";
import { fold } from "../search/tokenize.js";

const FILE = "my-goals.json";
const LISTS = ["goals", "formats", "relationship_types"];
const CHOICES = ["stage", "commitment", "most_important"];
const AXES = ["structure", "guidance"];

class MentorGoals extends HTMLElement {
  #kept = null;
  #words = null;
  #learner = {};
  #terms = new Map();
  #languages = null;

  /** @returns {object} a learner's file; empty while nothing is stated */
  get learner() {
    return this.#learner;
  }

  /** @returns {object | null} the same once it says what to look for */
  get stated() {
    return isStated(this.#learner) ? this.#learner : null;
  }

  /** @returns {{label: string, remove: () => void}[]} what is wished for, each with how to take it back */
  get wishes() {
    return wishesOf(this.#learner, (kind, id) => this.label(kind, id)).map(({ label, learner }) => ({ label, remove: () => this.#takeOver(learner, true) }));
  }

  /** @param {string} root the address of the site's root */
  start(root) {
    this.panel = this.querySelector("details.mentor-goals");
    this.form = this.querySelector("form");
    this.slotOf = slotsOf(this);
    this.template = (name) => this.querySelector(`template[data-template="${name}"]`);
    this.#kept = new StoredValue("goals", root);
    this.#words = new StoredValue("words", root);
    this.#kept.onChange(() => this.#takeOver(this.#kept.read() ?? {}, false));
    this.panel.hidden = false;
    this.#listen();
    this.#takeOver(this.#kept.read() ?? {}, false);
  }

  /** Take the words for skills, topics and languages. @param {(kind: string) => {id: string, label: string, synonyms?: string[]}[]} termsOf */
  takeTerms(termsOf) {
    for (const kind of ["skills", "topics"]) {
      for (const term of termsOf(kind)) this.#terms.set(`${kind} ${term.id}`, { kind, ...term });
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
    const term = kind === "languages" ? this.#languages?.get(id) : this.#terms.get(`${kind} ${id}`)?.label;
    return term ?? this.#words.read()?.[kind]?.[id] ?? id;
  }

  /** A thousand options keep a phone busy, so they wait until someone opens the form. */
  #fillLists() {
    const { compare } = new Intl.Collator(LOCALE);
    const fill = (id, words) => {
      const options = [...new Set(words)].sort(compare).map((word) => new Option(word, word));
      this.querySelector(`#${id}`).replaceChildren(...options);
    };
    fill("mentor-terms", [...this.#terms.values()].map(({ label }) => label));
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
    for (const [field, act] of Object.entries({ add: () => this.#addTerm(), add_language: () => this.#addLanguage() })) {
      this.form.elements[field].addEventListener("keydown", (event) => {
        if (event.key !== "Enter") return;
        event.preventDefault();
        act();
      });
    }
    const acts = {
      add: () => this.#addTerm(),
      "add-language": () => this.#addLanguage(),
      "add-hours": () => this.#addHours(),
      export: () => this.#export(),
      clear: () => this.#clear(),
    };
    for (const [name, act] of Object.entries(acts)) this.querySelector(`[data-do="${name}"]`).addEventListener("click", act);
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
    const wants = [...this.slotOf("wants").children].filter((part) => part.dataset.kind === "skills");
    return {
      want: wants.map((part) => ({
        skill: part.dataset.id,
        ...Object.fromEntries(["importance", "now", "reach"].map((name) => [name, part.querySelector(`[name=${name}]`).value || undefined])),
      })),
      topics: this.#learner.topics,
      languages: this.#learner.languages,
      timezone: elements.timezone.value.trim(),
      windows: [...this.slotOf("windows").children].map(windowOf).filter(readWindow),
      style: Object.fromEntries(AXES.map((axis) => [axis, elements[axis].value])),
      ...Object.fromEntries(CHOICES.map((name) => [name, elements[name].value])),
      ...Object.fromEntries(LISTS.map((name) => [name, checked(name)])),
    };
  }

  #takeOver(given, keep) {
    this.#learner = readLearner(given).learner;
    if (keep) this.#kept.write(Object.keys(this.#learner).length ? this.#learner : null);
    if (keep) this.#keepWords();
    this.#show();
    this.#tell("goals");
  }

  #show() {
    const learner = this.#learner;
    const { elements } = this.form;
    const said = this.slotOf("said");
    const words = goalsInWords(learner, (kind, id) => this.label(kind, id));
    said.dataset.nothing ??= said.textContent;
    said.textContent = words || said.dataset.nothing;
    for (const name of CHOICES) elements[name].value = learner[name] ?? "";
    for (const axis of AXES) elements[axis].value = learner.style?.[axis] ?? "";
    for (const name of LISTS) {
      for (const box of this.form.querySelectorAll(`input[name="${name}"]`)) box.checked = (learner[name] ?? []).includes(box.value);
    }
    elements.timezone.value = learner.timezone ?? ownZone();
    this.#showWants(learner);
    this.#showLanguages(learner);
    const written = [...this.slotOf("windows").children].map(windowOf).join();
    if (written !== (learner.windows ?? []).join()) this.#showWindows(learner.windows ?? []);
  }

  #showWants({ want = [], topics = [] }) {
    const all = [...want.map((one) => ({ kind: "skills", id: one.skill, one })), ...topics.map((id) => ({ kind: "topics", id, one: null }))];
    const list = this.slotOf("wants");
    const shown = [...list.children].map((part) => `${part.dataset.kind} ${part.dataset.id}`).join();
    if (shown !== all.map(({ kind, id }) => `${kind} ${id}`).join()) list.replaceChildren(...all.map((term) => this.#wantPart(term)));
    all.forEach(({ kind, id, one }, at) => {
      const part = list.children[at];
      part.querySelector('[data-slot="label"]').textContent = this.label(kind, id);
      for (const slot of part.querySelectorAll('[data-slot="of"]')) slot.textContent = this.label(kind, id);
      if (!one) return;
      part.querySelector("[name=importance]").value = one.importance ?? "nice";
      for (const name of ["now", "reach"]) part.querySelector(`[name=${name}]`).value = one[name] ?? "";
    });
  }

  #wantPart({ kind, id, one }) {
    const part = fromTemplate(this.template("want"), {});
    part.dataset.kind = kind;
    part.dataset.id = id;
    if (!one) for (const name of ["importance", "now", "reach"]) slotsOf(part)(name).remove();
    part.querySelector(".mentor-remove").addEventListener("click", () => this.#removeTerm(kind, id));
    return part;
  }

  #removeTerm(kind, id) {
    const written = this.#written();
    written.want = written.want.filter(({ skill }) => kind !== "skills" || skill !== id);
    written.topics = (written.topics ?? []).filter((topic) => kind !== "topics" || topic !== id);
    this.#takeOver(written, true);
    this.form.elements.add.focus();
  }

  #addTerm() {
    const field = this.form.elements.add;
    const found = this.#spelled(fold(field.value));
    this.slotOf("problem").textContent = found || !field.value.trim() ? "" : _("“{word}” isn't in our lists. Please pick one of the suggestions.", { word: field.value });
    if (!found) return;
    const written = this.#written();
    if (found.kind === "skills" && !written.want.some(({ skill }) => skill === found.id)) written.want.push({ skill: found.id, importance: "must" });
    if (found.kind === "topics") written.topics = [...(written.topics ?? []), found.id];
    field.value = "";
    this.#takeOver(written, true);
    field.focus();
  }

  /** Return the term that is written like this; skills come first. */
  #spelled(word) {
    const spellings = ({ id, label, synonyms = [] }) => [id, label, ...synonyms];
    return [...this.#terms.values()].find((term) => spellings(term).some((other) => fold(other) === word));
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

  #showWindows(windows) {
    this.slotOf("windows").replaceChildren(...windows.map((text) => this.#windowPart(text)));
  }

  #windowPart(text) {
    const part = fromTemplate(this.template("hours"), {});
    const [, day, from, to] = /^(\w+) ([\d:]+)-([\d:]+)$/.exec(text);
    part.querySelector("[name=day]").value = day;
    part.querySelector("[name=from]").value = from;
    part.querySelector("[name=to]").value = to === "24:00" ? "23:59" : to;
    part.querySelector(".mentor-remove").addEventListener("click", () => {
      part.remove();
      this.#save();
      this.querySelector("[data-do=add-hours]").focus();
    });
    return part;
  }

  #addHours() {
    this.slotOf("windows").append(this.#windowPart("Tue 18:00-20:00"));
    this.#save();
    this.slotOf("windows").lastElementChild.querySelector("select").focus();
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
    this.slotOf("windows").replaceChildren();
    this.#takeOver({}, true);
    this.slotOf("done").textContent = _("Your goals are deleted from this browser.");
  }
}

function windowOf(part) {
  const value = (name) => part.querySelector(`[name=${name}]`).value;
  return `${value("day")} ${value("from")}-${value("to") === "23:59" ? "24:00" : value("to")}`;
}

customElements.define("mentor-goals", MentorGoals);
