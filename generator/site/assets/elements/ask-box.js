/**
 * A box that takes a sentence: `form[data-ask]` with a text field named `q`, `data-index` (the address of the index)
 * and `data-root`. Below it appears what was heard, as chips that can be taken away. Nothing of it leaves the browser.
 *
 * Each change dispatches `lodestar:asked` on the form, with `detail` an {@link AskedDetail}. When the form is sent, it
 * comes once more with `sent`; unless someone prevents it, the wishes are then kept as goals and the finder opens.
 *
 * @typedef {object} AskedDetail
 * @property {import("../search/sentence.js").Asked} asked without the chips that were taken away
 * @property {import("../match/learner.js").Learner} learner the wishes in it
 * @property {string} text words that are no term, to search as text
 * @property {boolean} sent
 */

import { _ } from "../lib/messages.js";
import { element } from "../lib/dom.js";
import { StoredValue } from "../lib/storage.js";
import { learnerOf, textOf, without } from "../search/ask-wishes.js";
import { writeHash } from "../search/url-state.js";

const PAUSE = 150;
const PARTS = ["skills", "topics", "domains", "career_paths", "languages", "time", "zone", "place", "commitment", "formats"];

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
    this.#chips = element("div", "", "lo-heard");
    this.#chips.hidden = true;
    this.#chips.setAttribute("aria-live", "polite");
    this.#field.after(this.#chips);
    this.#field.addEventListener("input", () => this.#typed());
    this.#field.addEventListener("keydown", (event) => this.#key(event));
    form.addEventListener("submit", (event) => this.#send(event));
    if (this.#field.value.trim()) this.#typed();
  }

  #typed() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#show(), PAUSE);
  }

  #key(event) {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.#form.requestSubmit();
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
    return { asked, learner: learnerOf(asked), text: textOf(asked, this.#field.value), sent };
  }

  async #show() {
    const detail = await this.#detail(false);
    const { lexicon } = await this.#open();
    const labels = new Map(lexicon.terms.map(([kind, id, label]) => [`${kind} ${id}`, label]));
    const name = (kind, one) => labels.get(`${kind} ${one.value}`) ?? one.words;
    const { asked } = detail;
    const wishes = PARTS.flatMap((part) => asked[part].map((one) => this.#chip(part, one, name(part, one))));
    const others = [
      ...asked.avoid.map((one) => this.#plain(_("Not: {name}", { name: name(one.kind, one) }))),
      ...asked.known.map((one) => this.#known(one, name(one.kind, one))),
    ];
    const all = [...wishes, ...others];
    this.#chips.hidden = !all.length && !asked.text.length;
    const heading = wishes.length ? [element("b", _("We heard:"))] : [];
    const unknown = { words: asked.text.join(", ") };
    const telling = detail.text ? _("As text: {words}", unknown) : _("No skill called that yet: {words}", unknown);
    const left = asked.text.length ? [this.#plain(telling)] : [];
    this.#chips.replaceChildren(...heading, ...all, ...left);
    this.#tell(detail);
  }

  #chip(part, one, label) {
    const chip = element("span", label, "lo-chip lo-chip--wish");
    const remove = element("button", "", "");
    remove.setAttribute("type", "button");
    remove.setAttribute("aria-label", _("Remove {name}", { name: label }));
    const icon = element("span", "", "lo-i lo-i--close");
    icon.setAttribute("aria-hidden", "true");
    remove.append(icon);
    remove.addEventListener("click", () => {
      this.#removed.add(`${part} ${one.value}`);
      this.#field.focus();
      this.#show();
    });
    chip.append(remove);
    return chip;
  }

  /** What someone seems to know already: one tap makes it a wish. */
  #known(one, label) {
    const chip = element("button", _("You know: {name}", { name: label }), "lo-chip lo-chip--no");
    chip.setAttribute("type", "button");
    chip.title = _("Tap if you want this too");
    chip.addEventListener("click", () => {
      this.#added.add(`${one.kind} ${one.value}`);
      this.#show();
    });
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
      if (!this.#tell(detail)) return;
      if (Object.keys(detail.learner).length) {
        const kept = new StoredValue("goals", root);
        const { want, topics, goals, ...rest } = kept.read() ?? {};
        kept.write({ ...rest, ...detail.learner });
      }
      finder.hash = writeHash(detail.text, "");
    } catch {
      // Without the table the words are searched as they are.
      finder.hash = writeHash(this.#field.value, "");
    }
    location.assign(finder);
  }
}

for (const form of document.querySelectorAll("form[data-ask][data-index]")) new AskBox(/** @type {HTMLFormElement} */ (form));
