/**
 * The form on which one becomes a mentor: reads the answers, says what `lodestar check` would say, shows the card, keeps
 * a draft in this browser, and leads to GitHub with the file filled in. Nothing is sent from here.
 */

import { slotsOf } from "../lib/dom.js";
import { dayOf, ownZone } from "../lib/local-time.js";
import { _, integer } from "../lib/messages.js";
import { StoredValue } from "../lib/storage.js";
import { problemsOf } from "../profile/check.js";
import { knownFrom, namesFrom, zoneOf } from "../profile/known.js";
import { fieldsFrom, fileText, handleFrom, isEmpty, proposalAddress } from "../profile/proposal.js";
import { after } from "../profile/times.js";
import { answerOf } from "./join-answers.js";
import { offerToEdit, originalFrom } from "./join-edit.js";
import { CardPreview } from "./join-card.js";
import { JoinProblems } from "./join-problems.js";
import { JoinRole, isForOthers } from "./join-role.js";
import { JoinWords, KINDS } from "./join-words.js";
import { TakenHandles } from "./join-taken.js";
import { Reader } from "./term-box.js";
import { zoneSuggestions } from "./zone-field.js";

const MOST_LANGUAGES = 3;

class JoinForm {
  /** @type {import("../profile/known.js").Known} */
  known;
  /** @type {import("./join-edit.js").Original | null} */
  original = null;
  stem = "";
  text = "";
  #guessed = "";
  #handleIsOwn = false;
  #listening = false;
  #pressed = false;
  #waits = false;

  /** @param {HTMLElement} page */
  constructor(page) {
    this.page = page;
    this.root = page.dataset.root ?? "";
    this.slotOf = slotsOf(page);
    this.form = page.querySelector("[data-form]");
    this.draft = new StoredValue("profile", this.root);
  }

  async start() {
    const answer = await fetch(`${this.root}api/join.json`);
    this.known = knownFrom(await answer.json());
    const readers = new Map([...KINDS, "languages"].map((kind) => [kind, new Reader(kind, () => this.known)]));
    const parts = { reader: (kind) => readers.get(kind), misread: (field, words) => this.words.elsewhere(field, words), changed: () => this.#changed() };
    this.places = new Map([...this.form.querySelectorAll("[data-field]")].map((field) => [field.dataset.field, field]));
    this.role = new JoinRole(this.page);
    this.answers = new Map([...this.places].map(([name, field]) => [name, answerOf(field, parts)]));
    for (const name of /** @type {const} */ (["offer_to_mentor", "seeking_mentor"])) this.answers.set(name, this.role.answerOf(name));
    this.card = new CardPreview(this.page, (kind, id) => readers.get(kind)?.label(id) ?? id);
    this.problems = new JoinProblems(this.page, this.places);
    this.taken = new TakenHandles(this.root, () => this.#changed());
    this.words = new JoinWords(this, () => this.#changed());
    this.#listen();
    this.#preset();
    this.#restore();
    this.#comeAs();
    this.#listening = true;
    this.#show();
    this.page.setAttribute("data-ready", "");
    await this.#loadNames();
    await this.#restoreEdit();
    const open = offerToEdit(this.page, (original) => this.#edit(original));
    this.openTaken = () => open(this.stem);
    this.page.setAttribute("data-ready", "all");
  }

  /** The long lists of places and languages come when the page is there already. */
  async #loadNames() {
    try {
      const answer = await fetch(`${this.root}api/names.json`);
      this.known = { ...this.known, names: namesFrom(await answer.json()) };
      for (const { box } of this.answers.values()) box?.set(box.chosen);
      this.page.setAttribute("data-ready", "names");
      if (!this.draft.read()) this.#guessCountry();
      this.#show();
    } catch {
      // Without them a time zone is written as Region/City, and a language as its code.
    }
  }

  #listen() {
    const act = { without: () => this.#account(false), with: () => this.#account(true), clear: () => this.#clear(), copy: () => this.#copy(), taken: () => this.openTaken?.() };
    this.page.addEventListener("click", ({ target }) => act[/** @type {Element} */ (target).closest("[data-do]")?.dataset.do]?.());
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.form.addEventListener("input", (event) => this.#typed(event.target));
    this.form.addEventListener("change", () => this.#changed());
    this.form.addEventListener("focusout", ({ target }) => this.#left(target));
    this.form.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && event.target.matches("input[type=text], input[type=number], input[type=url]")) event.preventDefault();
    });
    this.page.addEventListener("pointerdown", () => (this.#pressed = true), true);
    for (const end of ["pointerup", "pointercancel"]) addEventListener(end, () => setTimeout(() => this.#released()));
    this.slotOf("go").addEventListener("click", (event) => this.#go(event));
    this.slotOf("download").addEventListener("click", () => this.#download());
    const zone = this.places.get("timezone");
    zoneSuggestions(zone, () => this.known, () => this.#changed());
  }

  #released() {
    this.#pressed = false;
    if (this.#waits) this.#changed();
    this.#waits = false;
  }

  #typed(target) {
    if (target.id === "f-handle") this.#handleIsOwn = true;
    if (target.getAttribute("role") === "combobox" && target.id !== "f-timezone") return;
    this.#changed();
  }

  #left(target) {
    const field = target.closest("[data-field]");
    if (!field) return;
    const name = field.dataset.field;
    if (name === "timezone") {
      const answer = this.answers.get(name);
      answer.write(zoneOf(answer.read(), this.known, this.answers.get("location.country").read()) ?? answer.read());
      if (this.#guessed) this.#guessCountry();
    }
    this.problems.left(name, this.answers.get(name).read());
    this.#changed();
    if (["name", "github", "handle"].includes(name)) this.taken.look(this.stem);
  }

  /** What the browser knows, for who says nothing else. */
  #preset() {
    this.answers.get("timezone").write(this.known.zones.has(ownZone()) ? ownZone() : "");
    const spoken = [...new Set(navigator.languages.map((tag) => tag.split("-")[0].toLowerCase()))];
    this.answers.get("languages").write(spoken.slice(0, MOST_LANGUAGES));
    this.answers.get("learning.until").write(after(dayOf(new Date()), this.known.mostDaysSeeking));
  }

  /** The country of the time zone, as a choice that everyone sees and can take away; one made by hand stays. */
  #guessCountry() {
    const country = this.answers.get("location.country");
    if ((country.read() || "") !== this.#guessed) return;
    this.#guessed = this.known.names?.homes[this.answers.get("timezone").read()] ?? "";
    country.write(this.#guessed);
  }

  /** A link can say what brings someone here: `#as=learner`, or after a mentorship what they have learned: `#skills=python`. */
  #comeAs() {
    const link = new URLSearchParams(location.hash.slice(1));
    if (link.get("as") === "learner" && !this.draft.read()?.edit && this.role.chosen === "mentor") this.role.choose("learner");
    for (const name of ["skills", "topics"]) {
      const answer = this.answers.get(name);
      const learned = (link.get(name) ?? "").split(",").filter((id) => /^[a-z0-9-]{1,60}$/.test(id));
      if (learned.length && isEmpty(answer.read())) answer.write(learned.slice(0, 12));
    }
  }

  #restore() {
    const kept = this.draft.read();
    if (!kept?.answers) return;
    for (const [name, answer] of this.answers) if (name in kept.answers) answer.write(kept.answers[name]);
    this.#handleIsOwn = Boolean(kept.answers.handle);
    if (kept.withoutAccount) this.#account(false, false);
    this.slotOf("draft").hidden = false;
  }

  /** Go on with a profile that is there already: what it says is in the form, and its problems beside it. */
  #edit(original, withAnswers = true) {
    this.original = original;
    this.#guessed = "";
    const fields = original.read(this.known);
    if (withAnswers) for (const [name, answer] of this.answers) answer.write(name.split(".").reduce((part, one) => part?.[one], fields));
    this.answers.get("handle").write(original.stem);
    this.#handleIsOwn = true;
    this.#account(Boolean(fields.github), false);
    this.problems.all();
    this.slotOf("draft").hidden = true;
    this.slotOf("editing").hidden = false;
    this.slotOf("editing-name").textContent = original.stem ? `mentors/${original.stem}.yml` : _("the file you pasted");
    this.#changed();
    if (withAnswers) this.form.querySelector("#f-name").focus();
  }

  async #restoreEdit() {
    const kept = this.draft.read()?.edit;
    if (!kept) return;
    const original = await originalFrom(kept.text, kept.stem);
    if (original.fields) this.#edit(original, false);
  }

  #clear() {
    this.original = null;
    this.#guessed = "";
    this.slotOf("editing").hidden = true;
    this.draft.write(null);
    this.form.reset();
    for (const answer of this.answers.values()) answer.write(undefined);
    for (const radio of this.form.querySelectorAll("input[type=radio]")) radio.checked = radio.defaultChecked;
    this.answers.get("capacity").write(this.form.querySelector("#f-capacity").defaultValue);
    this.#handleIsOwn = false;
    this.#account(true, false);
    this.#preset();
    this.#guessCountry();
    this.problems.forget();
    this.slotOf("draft").hidden = true;
    this.#show();
    this.form.querySelector("#f-name").focus();
  }

  #account(has, byHand = true) {
    this.slotOf("with-github").hidden = !has;
    this.slotOf("without-github").hidden = has;
    if (!byHand) return;
    this.form.querySelector(has ? "#f-github" : "#f-handle").focus();
    this.#changed();
  }

  #changed() {
    if (!this.#listening) return;
    // While a button is pressed, nothing moves away from under it.
    if (this.#pressed) return void (this.#waits = true);
    const values = Object.fromEntries([...this.answers].map(([name, answer]) => [name, answer.box ? answer.box.chosen : answer.read()]));
    const edit = this.original && { text: this.original.text, stem: this.original.stem };
    this.draft.write({ version: 1, answers: values, withoutAccount: this.slotOf("with-github").hidden, ...(edit && { edit }) });
    this.#show();
  }

  #show() {
    this.role.show();
    const values = new Map([...this.answers].map(([name, answer]) => [name, answer.read()]));
    for (const [name, field] of this.places) if (isForOthers(field) && !this.#keeps(name)) values.delete(name);
    const without = this.slotOf("with-github").hidden;
    if (without) values.delete("github");
    if (!this.#handleIsOwn) this.answers.get("handle").write(handleFrom(values.get("name")));
    this.stem = (without ? this.answers.get("handle").read() : values.get("github")).toLowerCase() || "";
    this.slotOf("address").textContent = this.stem || "your-name";
    const today = dayOf(new Date());
    const fields = { ...this.#notAsked(), ...fieldsFrom(this.known.schema, values.set("last_confirmed", today)) };
    const proposed = [...this.answers].flatMap(([, { box }]) => (box?.chosen ?? []).filter((one) => one.proposed).map(({ value }) => ({ kind: box.reader.kind, word: value })));
    this.text = this.original ? this.original.edited(fields, Object.keys(this.known.schema.properties)) : fileText(fields, proposed);
    this.problems.show(problemsOf(fields, this.known, { stem: this.stem, today }), { stem: this.stem, isTaken: !this.original && this.taken.has(this.stem) }, (name) => isEmpty(values.get(name)));
    this.card.show(fields, this.stem, values, this.places);
    this.#offer();
    this.#count();
    this.problems.propose(this.answers, () => this.#changed());
  }

  /** What a file says about another role stays in it, but nobody is said to learn who isn't looking. @param {string} name */
  #keeps(name) {
    const top = name.split(".")[0];
    return Object.hasOwn(this.original?.fields ?? {}, top) && (top !== "learning" || this.original.fields.seeking_mentor !== true);
  }

  /** What a file says that the form has no question for stays in it. */
  #notAsked() {
    const asked = new Set([...this.answers.keys()].map((name) => name.split(".")[0]));
    return Object.fromEntries(Object.entries(this.original?.fields ?? {}).filter(([name]) => !asked.has(name)));
  }

  /** Say how long a text is, once there is one. */
  #count() {
    for (const slot of this.form.querySelectorAll("[data-slot=count]")) {
      const length = [...slot.closest("[data-field]").querySelector("input, textarea").value].length;
      slot.hidden = !length;
      slot.textContent = _("{length} of {most}", { length: integer(length), most: integer(Number(slot.dataset.most)) });
    }
  }

  #offer() {
    const edits = Boolean(this.original);
    const { address, whole } = proposalAddress(this.page.dataset.new ?? "", this.stem || "your-name", this.text);
    this.slotOf("go").href = edits ? `${this.page.dataset.edit}${encodeURIComponent(this.original.stem || this.stem)}.yml` : address;
    this.slotOf("propose").hidden = edits;
    this.slotOf("change").hidden = !edits;
    this.slotOf("short").hidden = edits || !whole;
    this.slotOf("long").hidden = edits || whole;
    this.slotOf("paste").hidden = !edits;
    this.slotOf("file").textContent = this.text;
    this.slotOf("download").download = `${this.stem || "your-name"}.yml`;
  }

  #go(event) {
    this.#show();
    if (!this.problems.everything()) event.preventDefault();
    else if (this.original) this.#copy();
  }

  async #copy() {
    const said = this.slotOf("said");
    try {
      await navigator.clipboard.writeText(this.text);
      said.textContent = _("Your file is copied.");
    } catch {
      const shown = this.slotOf("file").closest("details");
      shown.open = true;
      said.textContent = _("Your browser doesn't let a page copy. Select the file below and copy it.");
    }
  }

  #download() {
    const link = this.slotOf("download");
    link.href = URL.createObjectURL(new Blob([this.text], { type: "text/yaml" }));
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  }
}

const page = document.querySelector("[data-joining]");
if (page) new JoinForm(page).start();
