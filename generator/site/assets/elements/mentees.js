/**
 * The page of mentees: a mentor says what they can help with, or who they are, and sees who fits and why. Nothing
 * leaves the browser. What is over by the visitor's own day is no longer shown.
 */

import { slotsOf } from "../lib/dom.js";
import { dayOf } from "../lib/local-time.js";
import { _, ngettext } from "../lib/messages.js";
import { StoredValue } from "../lib/storage.js";
import { verdict } from "../lib/wording.js";
import { fittingMentees } from "../match/for-mentors.js";
import { matchContext, prepareMentee, prepareMentor } from "../match/prepared.js";
import { offerManaging } from "./offer-managing.js";

const LOGIN = /^[a-z\d](?:-?[a-z\d]){0,38}$/i;

class Mentees {
  #cards;
  #known = null;
  #asked = 0;

  /** @param {HTMLElement} part */
  constructor(part) {
    this.part = part;
    this.root = part.dataset.root;
    this.slotOf = slotsOf(part);
    this.list = part.querySelector(".lo-mentees");
    this.form = part.querySelector("[data-who]");
    this.me = new StoredValue("me", this.root);
    this.#cards = [...this.list.children];
  }

  start() {
    this.part.addEventListener("change", ({ target }) => target instanceof HTMLInputElement && target.name === "skill" && this.#bySkills());
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#byLogin(this.form.elements.login.value.trim().replace(/^@/, ""));
    });
    const login = this.me.read()?.login;
    if (typeof login === "string" && LOGIN.test(login)) this.form.elements.login.value = login;
    // Sent before this listens, the name would be in an address.
    this.form.inert = false;
    this.part.dataset.ready = "";
  }

  async #bySkills() {
    const skills = [...this.part.querySelectorAll("[name=skill]:checked")].map(({ value }) => value);
    if (!skills.length) return this.#showAll(_("This stays in your browser."));
    await this.#show({ github: "", skills, languages: [], timezone: "", commitment: "", capacity: 1 }, "");
  }

  async #byLogin(login) {
    if (!LOGIN.test(login)) return this.#showAll(_("This can't be a GitHub name. It has letters, digits and single hyphens."));
    for (const box of this.part.querySelectorAll("[name=skill]:checked")) box.checked = false;
    try {
      const response = await fetch(`${this.root}api/mentors/${encodeURIComponent(login.toLowerCase())}.json`);
      if (!response.ok) return this.#showAll(_("There is no mentor with this name here."));
      this.me.write({ login });
      await this.#show(await response.json(), login.toLowerCase());
    } catch {
      this.#showAll(_("We couldn't compare right now. The list is complete without it."));
    }
  }

  /** Show whom a mentor could help first, with the reasons. @param {any} profile @param {string} self */
  async #show(profile, self) {
    const asked = ++this.#asked;
    const { context, mentees } = await this.#everyone();
    if (asked !== this.#asked) return;
    const open = mentees.filter(([handle]) => handle !== self);
    // Someone who only named skills speaks any language here, and meets in any way.
    const ready = profile.languages.length ? open : open.map(([handle, { learner }]) => [handle, prepareMentee({ want: learner.want }, context)]);
    const found = fittingMentees(prepareMentor(profile, context), ready, context);
    const fits = new Map(found.map((fit) => [fit.handle, fit]));
    const shown = found.map(({ handle }) => this.#cards.find((card) => card.dataset.handle === handle)).filter(Boolean);
    for (const card of this.#cards) fill(card, fits.get(card.dataset.handle));
    this.list.replaceChildren(...shown);
    this.slotOf("nobody").hidden = shown.length > 0;
    this.slotOf("said").textContent = ngettext("You could help {count} person here.", "You could help {count} people here.", shown.length);
  }

  #showAll(words) {
    this.#asked += 1;
    for (const card of this.#cards) fill(card, null);
    this.list.replaceChildren(...this.#cards);
    this.slotOf("nobody").hidden = true;
    this.slotOf("said").textContent = words;
  }

  /** Fetch what the match needs, once. */
  async #everyone() {
    this.#known ??= fetch(`${this.root}api/mentees.json`).then((response) => response.json());
    const { vocabularies, settings, languages, mentees } = await this.#known;
    const context = matchContext({ vocabularies, settings, languages, today: dayOf(new Date()) });
    return { context, mentees: mentees.map(({ handle, learner }) => [handle, prepareMentee(learner, context)]) };
  }
}

/** Show on a card why its mentee fits, or nothing. */
function fill(card, fit) {
  const slotOf = slotsOf(card);
  slotOf("fit").hidden = !fit;
  if (!fit) return;
  slotOf("band").textContent = fit.band ? verdict(fit.band) : "";
  slotOf("why").textContent = fit.sentences.join(" ");
}

/** Take away who is no longer looking on the visitor's own day. */
for (const shown of document.querySelectorAll("[data-until]")) {
  if (shown.dataset.until < dayOf(new Date())) shown.remove();
}
const fold = document.querySelector("[data-manage]");
if (fold instanceof HTMLElement) offerManaging(fold, fold.dataset.manage, fold.dataset.root);
const part = document.querySelector("[data-mentees]");
if (part instanceof HTMLElement) new Mentees(part).start();
