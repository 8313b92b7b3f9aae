/**
 * The page on which one asks: fills itself with the mentor named after the `#` and with the goals of this browser, shows
 * what becomes public, and leads to GitHub's form with exactly that filled in.
 */

import { asksWhen, composed, goalsText, missingOf, textOf } from "../lib/asking.js";
import { element, setText, slotsOf } from "../lib/dom.js";
import { availabilityOn, dayOf, ownZone } from "../lib/local-time.js";
import { _, LOCALE, N_, ngettext } from "../lib/messages.js";
import { StoredValue } from "../lib/storage.js";
import { cityOf, distances, linesOf, moved, timesOf, weekday } from "../lib/week.js";
import { shortName } from "../lib/wording.js";
import { readLearner } from "../match/learner.js";

const ASKABLE = ["open", "limited"];
/** @type {Record<string, string>} */
const PROBLEMS = { what: N_("Choose at least one, or say it in your own words."), why: N_("Please write one sentence."), when: N_("Choose a time, or say that messages are enough.") };

class AskForm {
  /** @param {HTMLElement} page */
  constructor(page) {
    this.page = page;
    this.root = page.dataset.root;
    this.form = page.querySelector("[data-compose]");
    this.slotOf = slotsOf(page);
    this.labels = JSON.parse(document.querySelector("[data-labels]").textContent);
    this.words = new StoredValue("words", this.root).read() ?? {};
    this.learner = readLearner(new StoredValue("goals", this.root).read() ?? {}).learner;
    this.tried = false;
    this.title = this.slotOf("title").textContent;
    this.problem = this.slotOf("problem");
  }

  async start() {
    this.#choose(new URLSearchParams(location.search).get("roadmap"));
    this.form.addEventListener("input", () => this.#show());
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.slotOf("go").addEventListener("click", (event) => this.#go(event));
    this.page.querySelector("[data-do=copy]")?.addEventListener("click", () => this.#copy());
    window.addEventListener("hashchange", () => this.#meet());
    // GitHub's page has a way back; what was answered is still there, and the address must be of this mentor.
    window.addEventListener("pageshow", ({ persisted }) => persisted && this.#show());
    await this.#meet();
  }

  /** Take in the mentor who is named in the address. */
  async #meet() {
    const handle = decodeURIComponent(location.hash.slice(1)).toLowerCase();
    this.mentor = null;
    if (handle) {
      try {
        const response = await fetch(`${this.root}api/mentors/${encodeURIComponent(handle)}.json`);
        if (!response.ok) throw new Error(response.statusText);
        this.mentor = await response.json();
      } catch {
        this.#tell(_("We couldn't find this mentor. You can ask without naming one, and we suggest mentors who fit."), "mentors/", _("Find a mentor"));
      }
    }
    if (this.mentor) this.#greet(handle);
    this.#offer();
    this.#show();
  }

  #greet(handle) {
    const { name, contact } = this.mentor;
    const availability = availabilityOn(this.mentor);
    const back = this.slotOf("back");
    back.textContent = name;
    back.href = `${this.root}mentors/${encodeURIComponent(handle)}/`;
    this.slotOf("title").textContent = _("Ask {name}", { name: shortName(name) });
    document.title = document.title.replace(this.title, this.slotOf("title").textContent);
    this.problem.hidden = true;
    const two = this.page.querySelector(".lo-two");
    two.toggleAttribute("data-closed", !ASKABLE.includes(availability) || contact?.mode === "private" || (contact?.mode === "link" && Boolean(contact.url)));
    if (!ASKABLE.includes(availability)) this.#tell(_("{name} can't take requests right now. Their profile says why.", { name }), `mentors/${encodeURIComponent(handle)}/`, _("See the profile"));
    else if (contact?.mode === "link" && contact.url) this.#tell(_("{name} takes requests on a page of their own, outside this directory.", { name }), `mentors/${encodeURIComponent(handle)}/`, _("See the profile"));
    else if (contact?.mode === "private") this.#tell(_("{name} is asked in private. The button on their profile opens the form.", { name }), `mentors/${encodeURIComponent(handle)}/`, _("See the profile"));
    else if (!this.mentor.github) this.#tell(_("{name} isn’t on GitHub. A coordinator passes your request on, and writes the answer in it.", { name: shortName(name) }), `mentors/${encodeURIComponent(handle)}/`, _("See the profile"));
    setText(this.slotOf("notified"), this.mentor.github ? _("Your mentor is notified.") : _("A coordinator is notified, and passes it on."));
    const reply = this.mentor.expectations?.reply_within_days;
    if (reply) this.slotOf("answer-within").textContent = ngettext("Within {count} day", "Within {count} days", reply);
  }

  #tell(sentence, path, words) {
    const link = element("a", words);
    link.href = this.root + path;
    this.problem.replaceChildren(element("span", sentence), link);
    this.problem.hidden = false;
  }

  /** Offer what the mentor offers, with what the goals want chosen already. */
  #offer() {
    const { learner, mentor } = this;
    const wants = new Map((learner.want ?? []).map(({ skill, importance }) => [skill, importance]));
    const skills = [...new Set([...(mentor?.skills ?? []), ...(mentor?.can_introduce ?? [])])];
    const own = mentor ? skills : [...wants.keys()];
    const topics = mentor?.topics ?? (mentor ? [] : (learner.topics ?? []));
    const offers = [
      ...own.map((id) => ({ text: this.#label("skills", id), value: this.#label("skills", id) + (wants.get(id) === "must" ? "!" : ""), on: wants.has(id) })),
      ...topics.map((id) => ({ text: this.#label("topics", id), value: this.#label("topics", id), on: learner.topics?.includes(id) ?? false })),
    ];
    this.#fill("offers", "offer", offers.sort((one, other) => Number(other.on) - Number(one.on)));
    setText(this.slotOf("own-what"), offers.length ? _("Or in your own words") : _("In your own words"));
    this.#offerHours();
    this.#offerLanguages();
    this.goals = goalsText(learner, (kind, id) => this.#label(kind, id));
    this.slotOf("goals-field").hidden = !this.goals && !learner.commitment && !learner.formats?.length;
  }

  /** The mentor's hours, shown on the visitor's clock and sent on the mentor's own. */
  #offerHours() {
    const { mentor } = this;
    this.zone = this.learner.timezone || ownZone();
    const [now] = mentor && this.zone ? distances(mentor.timezone, this.zone, dayOf(new Date())) : [];
    const own = mentor?.windows ?? [];
    const hours = own.map((window) => {
      const here = moved([window], now?.ahead ?? 0);
      const [{ days, times }] = linesOf(moved([window], 0));
      return { text: here.map((span) => `${weekday(span.day, "short")} ${timesOf(span)}`).join(", "), value: `${days} ${times}`, on: false };
    });
    this.#fill("hours", "hour", hours);
    const note = !mentor || !own.length ? "" : now ? _("{name}’s free hours in your time, {city}.", { name: shortName(mentor.name), city: cityOf(this.zone) }) : _("{name}’s free hours in {city} time.", { name: shortName(mentor.name), city: cityOf(mentor.timezone) });
    setText(this.slotOf("zone"), note);
  }

  /** Choose the languages both speak, as far as the goals or the browser say so. */
  #offerLanguages() {
    const names = new Intl.DisplayNames([LOCALE], { type: "language" });
    const main = (tag) => tag.split("-")[0].toLowerCase();
    const spoken = new Set((this.learner.languages ?? navigator.languages).map(main));
    const offered = this.mentor?.languages ?? this.learner.languages ?? [];
    const choices = offered.map((tag) => ({ text: names.of(tag) ?? tag, value: names.of(tag) ?? tag, on: spoken.has(main(tag)) }));
    this.#fill("languages", "language", choices);
    this.slotOf("languages-field").hidden = !choices.length;
  }

  #fill(slot, name, choices) {
    const parts = choices.map(({ text, value, on }) => {
      const label = document.createElement("label");
      label.append(Object.assign(document.createElement("input"), { type: "checkbox", name, value, checked: on }), element("span", text));
      return label;
    });
    this.slotOf(slot).replaceChildren(...parts);
  }

  #label(kind, id) {
    return this.labels[kind]?.[id] ?? this.words[kind]?.[id] ?? id;
  }

  /** @returns {import("../lib/asking.js").Answers} */
  #answers() {
    const { elements } = this.form;
    const checked = (name) => [...this.form.querySelectorAll(`input[name="${name}"]:checked`)].map(({ value }) => value);
    return {
      way: this.#way().value,
      chosen: checked("offer"), what: elements.what.value, why: elements.why.value,
      hours: checked("hour"), there: _("{zone} time", { zone: cityOf(this.mentor?.timezone ?? "") }), messages: elements.messages.checked, when: elements.when.value,
      languages: checked("language"), timezone: this.zone,
      goals: elements.goals.checked ? this.goals : "",
      learner: elements.goals.checked ? this.learner : undefined,
      roadmap: elements.roadmap?.value ?? "",
    };
  }

  /** Choose the roadmap that a link to this page names. @param {string | null} id */
  #choose(id) {
    const named = [...(this.form.elements.roadmap?.options ?? [])].find(({ dataset }) => id && dataset.id === id);
    if (named) named.selected = true;
  }

  #way() {
    return this.form.querySelector("input[name=way]:checked");
  }

  #show() {
    const way = this.#way();
    const answers = this.#answers();
    this.page.querySelector("[data-roadmap]")?.toggleAttribute("hidden", way.value !== "mentorship");
    this.request = composed(way.dataset.form, this.mentor, answers);
    this.slotOf("go").href = this.request.address;
    this.slotOf("question").textContent = way.dataset.question;
    this.slotOf("hint").textContent = way.dataset.hint;
    this.slotOf("count").textContent = String(answers.why.length);
    this.form.querySelector("[data-need=when]").hidden = !asksWhen(answers.way);
    for (const part of this.page.querySelectorAll("[data-way]")) part.hidden = part.dataset.way !== answers.way;
    this.#preview();
    this.#judge(missingOf(answers));
  }

  #preview() {
    const { title, fields } = this.request;
    this.slotOf("preview-title").textContent = title;
    const parts = fields.flatMap(({ id, label, value }) => {
      const text = element("dd", value);
      text.dataset.field = id;
      text.dir = "auto";
      return [element("dt", label), text];
    });
    this.slotOf("preview").replaceChildren(...parts);
  }

  /** Mark what is answered, and once someone tried to go on, say what is missing. */
  #judge(missing) {
    this.missing = missing;
    for (const name of Object.keys(PROBLEMS)) {
      const lacks = missing.includes(name);
      this.form.querySelector(`[data-need=${name}]`).toggleAttribute("data-done", !lacks);
      setText(this.slotOf(`${name}-problem`), lacks && this.tried ? _(PROBLEMS[name]) : "");
      this.form.elements[name].setAttribute("aria-invalid", String(lacks && this.tried));
    }
  }

  #go(event) {
    this.tried = true;
    this.#show();
    if (!this.missing.length) return;
    event.preventDefault();
    const [first] = this.missing;
    const choice = this.form.querySelector(`[data-need=${first}] .lo-choices input`);
    (choice ?? this.form.elements[first]).focus();
  }

  async #copy() {
    const firstName = this.page.querySelector("input[name=first_name]").value.trim();
    const text = textOf(composed(this.#way().dataset.form, this.mentor, { ...this.#answers(), firstName }), firstName);
    const said = this.slotOf("copied");
    try {
      await navigator.clipboard.writeText(text);
      said.textContent = _("Your text is copied.");
    } catch {
      said.textContent = text;
    }
  }
}

const page = document.querySelector("[data-asking]");
if (page) new AskForm(page).start();
