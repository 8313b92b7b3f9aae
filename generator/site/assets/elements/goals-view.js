/**
 * `<mentor-goals>` keeps in this browser what someone looks for, and tells the directory with a `goals` event whenever it
 * changes. The form in which goals are stated is fetched once someone is about to open it.
 */

import { isStated, learnerWithout, readLearner } from "../match/learner.js";
import { slotsOf } from "../lib/dom.js";
import { _ } from "../lib/messages.js";
import { StoredValue } from "../lib/storage.js";
import { wishesOf, withWishes } from "./goals-chips.js";

class MentorGoals extends HTMLElement {
  #kept = null;
  #words = null;
  #learner = {};
  /** The goals before the sentence that someone is typing. */
  #before = null;
  /** What skills, topics and languages are called, by kind and id. @type {Map<string, {kind: string, id: string, label: string, synonyms?: string[]}> | null} */
  #terms = null;
  /** @type {import("./goals-form.js").GoalsForm | null} */
  #form = null;

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
    this.take(learnerWithout(this.#learner, field, value));
  }

  /** @returns {{label: string, change: () => void, remove: () => void}[]} what is wished for, each with how to change it and to take it back */
  get wishes() {
    const wishes = wishesOf(this.#learner, (kind, id) => this.label(kind, id));
    return wishes.map(({ label, field, id, learner }) => ({ label, change: () => this.#openAt(field, id), remove: () => this.take(learner) }));
  }

  /** Take in what a sentence wishes for, until it says something else. @param {object} learner */
  hear(learner) {
    const before = this.#before ?? this.#learner;
    if (!this.#before && !Object.keys(learner).length) return;
    this.take(withWishes(before, learner));
    this.#before = before;
  }

  /** Keep what was heard: the next sentence adds to it. */
  settle() {
    this.#before = null;
  }

  /** @param {string} root the address of the site's root */
  start(root) {
    this.panel = this.querySelector("details.mentor-goals");
    this.fields = this.querySelector(".mentor-goals__form");
    this.sentence = this.querySelector(".mentor-goals__ask");
    this.slotOf = slotsOf(this);
    this.#kept = new StoredValue("goals", root);
    this.#words = new StoredValue("words", root);
    this.#kept.onChange(() => this.#takeOver(this.#kept.read() ?? {}, false));
    this.panel.hidden = false;
    // What is tapped before the form listens would be lost.
    this.fields.inert = true;
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

  /** Open the form at the question that a wish answers. @param {string} field @param {string} id */
  async #openAt(field, id) {
    this.panel.open = true;
    (await this.#ready())?.goTo(field, id);
  }

  /** Take the words for skills, topics and languages. @param {(kind: string) => {id: string, label: string, synonyms?: string[]}[]} termsOf */
  takeTerms(termsOf) {
    const all = ["skills", "topics", "languages"].flatMap((kind) => termsOf(kind).map((term) => ({ kind, ...term })));
    this.#terms = new Map(all.map((term) => [`${term.kind} ${term.id}`, term]));
    this.#form?.takeTerms(this.#terms);
    this.#keepWords();
    this.#form?.show(this.#learner);
  }

  /** Keep what the ids in the goals are called, for pages that know no vocabulary. */
  #keepWords() {
    const { want = [], topics, languages } = this.#learner;
    const ids = { skills: want.map(({ skill }) => skill), topics, languages };
    const named = Object.entries(ids).filter(([, list]) => list?.length);
    const words = named.map(([kind, list]) => [kind, Object.fromEntries(list.map((id) => [id, this.label(kind, id)]))]);
    if (this.#terms || !named.length) this.#words.write(named.length ? Object.fromEntries(words) : null);
  }

  /** @param {string} kind @param {string} id @returns {string} */
  label(kind, id) {
    return this.#terms?.get(`${kind} ${id}`)?.label ?? this.#words.read()?.[kind]?.[id] ?? id;
  }

  #listen() {
    // Until the form is here, nothing on it may lead to another page.
    this.addEventListener("submit", (event) => event.preventDefault());
    this.sentence.addEventListener("lodestar:asked", (event) => this.#asked(event));
    this.panel.addEventListener("toggle", async () => {
      if (!this.panel.open) return;
      this.#tell("opened");
      await this.#ready();
    });
    const summary = this.panel.querySelector("summary");
    for (const near of ["focus", "pointerenter"]) summary.addEventListener(near, () => import("./goals-form.js").catch(() => {}), { once: true });
  }

  /** @returns {Promise<import("./goals-form.js").GoalsForm | null>} the form, ready for use; null where it cannot be fetched */
  async #ready() {
    try {
      const { GoalsForm } = await import("./goals-form.js");
      this.#form ??= this.#filled(new GoalsForm(this));
    } catch {
      this.slotOf("said").textContent = _("We couldn't load this right now. Please try again.");
    }
    return this.#form;
  }

  /** @param {import("./goals-form.js").GoalsForm} form */
  #filled(form) {
    if (this.#terms) form.takeTerms(this.#terms);
    form.show(this.#learner);
    this.fields.inert = false;
    return form;
  }

  /** A sentence that is sent adds its wishes; until then its chips only show what was heard. */
  #asked(event) {
    event.preventDefault();
    if (!event.detail.sent) return;
    this.take(withWishes(this.#form?.read() ?? this.#learner, event.detail.learner));
    if (Object.keys(event.detail.learner).length) this.sentence.reset();
  }

  #tell(name) {
    this.dispatchEvent(new CustomEvent(name, { bubbles: true }));
  }

  /** Take over goals and keep them. @param {object} learner */
  take(learner) {
    this.#takeOver(learner, true);
  }

  #takeOver(given, keep) {
    this.#learner = readLearner(given).learner;
    this.#before = null;
    if (keep) this.#kept.write(Object.keys(this.#learner).length ? this.#learner : null);
    if (keep) this.#keepWords();
    const said = this.slotOf("said");
    said.dataset.nothing ??= said.textContent;
    said.textContent = Object.keys(this.#learner).length ? _("Change or delete") : said.dataset.nothing;
    this.#form?.show(this.#learner);
    this.#tell("goals");
  }
}

customElements.define("mentor-goals", MentorGoals);
