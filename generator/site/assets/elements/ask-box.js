/**
 * A box that takes a sentence: `form[data-ask]` with a field named `q`, `data-index` (the address of the index) and
 * `data-root`. What was heard appears as chips that can be taken away, in the form's `[data-heard]` or below the field.
 * Nothing of it leaves the browser.
 *
 * Each change dispatches `lodestar:asked` on the form, with `detail` an {@link AskedDetail}. When the form is sent, it
 * comes once more with `sent`; unless someone prevents it, the wishes are then kept as goals and the finder opens.
 * With `data-live`, wishes have chips of their own elsewhere on the page, so only what is no wish is shown here.
 *
 * @typedef {object} AskedDetail
 * @property {import("../search/sentence.js").Asked} asked without the chips that were taken away
 * @property {import("../match/learner.js").Learner} learner the wishes in it
 * @property {Record<string, string[]>} chosen what it filters by, value ids by facet
 * @property {string} text words that are no term, to search as text
 * @property {boolean} sent
 */

import { _ } from "../lib/messages.js";
import { element } from "../lib/dom.js";
import { StoredValue } from "../lib/storage.js";
import { choice } from "../lib/wording.js";
import { chosenOf, learnerOf, textOf, without } from "../search/ask-wishes.js";
import { emptySearch, writeHash, writeUrl } from "../search/url-state.js";

const PAUSE = 150;
const WISHES = ["skills", "topics", "domains", "career_paths", "goals", "languages", "stage", "time", "zone", "commitment", "formats"];
const CHOICES = ["goals", "stage", "formats"];

const ONE_WORD = /^\s*\S*\s*$/;

/** Makes one form understand sentences. */
export class AskBox {
  #form;
  #field;
  #chips;
  #reader = null;
  #removed = new Set();
  #added = new Set();
  #timer = 0;

  /** @param {HTMLFormElement} form */
  constructor(form) {
    this.#form = form;
    this.#field = /** @type {HTMLTextAreaElement} */ (form.elements.namedItem("q"));
    this.#chips = form.querySelector("[data-heard]") ?? element("div", "", "lo-heard");
    this.#chips.hidden = true;
    this.#chips.setAttribute("aria-live", "polite");
    if (!this.#chips.isConnected) this.#field.after(this.#chips);
    this.#field.addEventListener("input", () => this.#typed());
    this.#field.addEventListener("keydown", (event) => this.#key(event));
    form.addEventListener("submit", (event) => this.#send(event));
    if (this.#field.value.trim()) this.#typed();
  }

  #typed() {
    clearTimeout(this.#timer);
    if (this.#field.value.trim()) this.#timer = setTimeout(() => this.#show(), PAUSE);
    else this.#forget();
  }

  #key(event) {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.#form.requestSubmit();
  }

  #forget() {
    this.#removed.clear();
    this.#added.clear();
    this.#chips.hidden = true;
    this.#chips.replaceChildren();
  }

  /** The reader and its table are fetched once someone types. */
  async #open() {
    this.#reader ??= Promise.all([
      import("../search/sentence.js"),
      fetch(new URL("ask.json", new URL(this.#form.dataset.index ?? "", document.baseURI))).then((answer) => answer.json()),
    ]).then(([{ indexOf, read }, table]) => {
      const lexicon = indexOf(table);
      return { lexicon, read: (sentence) => read(sentence, lexicon) };
    });
    return this.#reader;
  }

  async #detail(sent) {
    const { read } = await this.#open();
    const asked = without(read(this.#field.value), this.#removed, this.#added);
    return { asked, learner: learnerOf(asked), chosen: chosenOf(asked, this.#added), text: textOf(asked, this.#field.value), sent };
  }

  async #show() {
    let detail;
    try {
      detail = await this.#detail(false);
    } catch {
      // Without the table the words are searched as they are.
      const text = this.#field.value;
      this.#tell({ asked: { text: [text], avoid: [], known: [], place: [] }, learner: {}, chosen: {}, text, sent: false });
      return;
    }
    const { lexicon } = await this.#open();
    const labels = new Map(lexicon.terms.map(([kind, id, label]) => [`${kind} ${id}`, label]));
    const name = (kind, one) => labels.get(`${kind} ${one.value}`) ?? (CHOICES.includes(kind) ? choice(one.value) : one.words);
    const { asked, chosen } = detail;
    const live = "live" in this.#form.dataset;
    const wishes = live ? [] : WISHES.flatMap((part) => asked[part].map((one) => this.#chip(part, one, name(part, one))));
    const others = [
      ...asked.avoid.map((one) => this.#plain(_("Not: {name}", { name: name(one.kind, one) }))),
      ...asked.known.map((one) => this.#offer(_("You know: {name}", { name: name(one.kind, one) }), _("Tap if you want this too"), `${one.kind} ${one.value}`)),
      ...(live && chosen.country ? [] : asked.place.map((one) => this.#place(one, Boolean(chosen.country)))),
    ];
    const unknown = { words: asked.text.join(", ") };
    const telling = detail.text ? _("As text: {words}", unknown) : _("No skill called that yet: {words}", unknown);
    const left = asked.text.length && (!live || !ONE_WORD.test(this.#field.value)) ? [this.#plain(telling)] : [];
    const heading = wishes.length ? [element("b", _("We heard:"))] : [];
    this.#chips.hidden = !wishes.length && !others.length && !left.length;
    this.#chips.replaceChildren(...heading, ...wishes, ...others, ...left);
    this.#tell(detail);
    if (live) for (const country of chosen.country ?? []) this.#added.delete(`place ${country}`);
  }

  #chip(part, one, label) {
    const chip = element("span", label, "lo-chip lo-chip--wish");
    chip.append(
      this.#remover(label, () => {
        this.#removed.add(`${part} ${one.value}`);
        this.#field.focus();
      }),
    );
    return chip;
  }

  #remover(label, act) {
    const remove = element("button", "", "");
    remove.setAttribute("type", "button");
    remove.setAttribute("aria-label", _("Remove {name}", { name: label }));
    const icon = element("span", "", "lo-i lo-i--close");
    icon.setAttribute("aria-hidden", "true");
    remove.append(icon);
    remove.addEventListener("click", () => {
      act();
      this.#show();
    });
    return remove;
  }

  /** What is only a guess: one tap makes it count. */
  #offer(label, hint, key) {
    const chip = element("button", label, "lo-chip lo-chip--no");
    chip.setAttribute("type", "button");
    chip.title = hint;
    chip.addEventListener("click", () => {
      this.#added.add(key);
      this.#show();
    });
    return chip;
  }

  /** A country may be where someone is, or where a mentor should be. */
  #place(one, chosen) {
    const label = _("Mentors from {place}", { place: one.words });
    const key = `place ${one.value}`;
    if (!chosen) return this.#offer(_("Only mentors from {place}?", { place: one.words }), _("Tap to filter by it"), key);
    const chip = element("span", label, "lo-chip lo-chip--wish");
    chip.append(this.#remover(label, () => this.#added.delete(key)));
    return chip;
  }

  #plain(text) {
    return element("span", text, "lo-chip lo-chip--no");
  }

  #tell(detail) {
    return this.#form.dispatchEvent(new CustomEvent("lodestar:asked", { detail, bubbles: true, cancelable: true }));
  }

  async #send(event) {
    event.preventDefault();
    clearTimeout(this.#timer);
    const root = this.#form.dataset.root ?? "";
    const finder = new URL(`${root}mentors/`, document.baseURI);
    try {
      const detail = await this.#detail(true);
      if (!this.#tell(detail)) return this.#forget();
      if (Object.keys(detail.learner).length) {
        const kept = new StoredValue("goals", root);
        const { want, topics, goals, ...rest } = kept.read() ?? {};
        kept.write({ ...rest, ...detail.learner });
      }
      finder.search = writeUrl({ ...emptySearch(), chosen: detail.chosen }, "");
      finder.hash = writeHash(detail.text, "");
    } catch {
      // Without the table the words are searched as they are.
      finder.hash = writeHash(this.#field.value, "");
    }
    location.assign(finder);
  }
}

for (const form of document.querySelectorAll("form[data-ask][data-index]")) new AskBox(/** @type {HTMLFormElement} */ (form));
