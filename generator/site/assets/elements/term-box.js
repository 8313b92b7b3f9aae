/**
 * A field that holds several terms as chips: skills, topics or languages. It accepts what people call things; what means
 * nothing here stays as a chip of its own, which can be proposed or removed.
 *
 * @typedef {import("../profile/known.js").Known} Known
 * @typedef {{value: string, proposed?: boolean}} Chosen
 */

import { element } from "../lib/dom.js";
import { _, LOCALE } from "../lib/messages.js";
import { languageOf, termOf } from "../profile/known.js";
import { fold } from "../search/tokenize.js";
import { Suggestions } from "./suggestions.js";

const MOST = 7;
const PARTS = /\s*[,;\n]+\s*/;

/** What a kind of term is called and how it is read. */
export class Reader {
  /** @param {string} kind @param {() => Known} known */
  constructor(kind, known) {
    this.kind = kind;
    this.known = known;
  }

  /** @param {string} value @returns {string} */
  label(value) {
    if (this.kind !== "languages") return this.known().vocabularies[this.kind].terms.get(value) ?? value;
    try {
      return new Intl.DisplayNames([LOCALE], { type: "language" }).of(value) ?? value;
    } catch {
      return value;
    }
  }

  /** @param {string} word @returns {string | null | undefined} */
  read(word) {
    return this.kind === "languages" ? languageOf(word, this.known()) : termOf(word, this.known().vocabularies[this.kind]);
  }

  /** @param {string} value @returns {boolean} */
  knows(value) {
    if (this.kind !== "languages") return this.known().vocabularies[this.kind].terms.has(value);
    return !this.known().names || languageOf(value, this.known()) !== null;
  }

  /** @param {string} text @returns {[value: string, spelling: string][]} what it may become, the likeliest first */
  matching(text) {
    const wanted = fold(text);
    if (!wanted) return [];
    /** @type {Map<string, {rank: number, spelling: string}>} */
    const found = new Map();
    for (const [value, spelling] of this.#spellings()) {
      const at = fold(spelling).indexOf(wanted);
      const rank = at < 0 ? -1 : fold(spelling) === wanted ? 0 : at === 0 ? 1 : 2;
      if (rank >= 0 && (found.get(value)?.rank ?? 9) > rank) found.set(value, { rank, spelling });
    }
    const sorted = [...found].sort(([, one], [, other]) => one.rank - other.rank || one.spelling.length - other.spelling.length);
    return sorted.map(([value, { spelling }]) => [value, spelling]);
  }

  *#spellings() {
    const { names, vocabularies } = this.known();
    if (this.kind === "languages") for (const [name, tag] of Object.entries(names?.languages ?? {})) yield [tag, name];
    else for (const [id, words] of vocabularies[this.kind].words) for (const word of words) yield [id, word];
  }
}

export class TermBox {
  /** @type {Chosen[]} */
  chosen = [];
  #changed;
  #misread;

  /**
   * @param {HTMLElement} field @param {Reader} reader
   * @param {{changed: () => void, misread: (words: string) => boolean}} told `misread` may find a text elsewhere
   */
  constructor(field, reader, { changed, misread }) {
    this.reader = reader;
    this.#changed = changed;
    this.#misread = misread;
    this.input = field.querySelector("input");
    this.chips = field.querySelector("[data-slot=chosen]");
    this.suggestions = new Suggestions(this.input, field.querySelector("[role=listbox]"), (text) => this.#offer(text));
    this.input.addEventListener("keydown", (event) => this.#key(event));
    this.input.addEventListener("blur", () => this.#takeText());
    field.querySelector(".lo-chipbox").addEventListener("click", ({ target, currentTarget }) => target === currentTarget && this.input.focus());
  }

  /** @param {Chosen[]} chosen */
  set(chosen) {
    this.chosen = chosen;
    this.#show();
  }

  /** @param {string} value */
  add(value, proposed = false) {
    if (!this.chosen.some((one) => one.value === value)) this.set([...this.chosen, { value, ...(proposed && { proposed }) }]);
  }

  /** @param {string} value */
  remove(value) {
    this.set(this.chosen.filter((one) => one.value !== value));
  }

  #offer(text) {
    const there = new Set(this.chosen.map(({ value }) => value));
    const found = this.reader.matching(text.split(PARTS).at(-1) ?? "").filter(([value]) => !there.has(value));
    return found.slice(0, MOST).map(([value, spelling]) => {
      const label = this.reader.label(value);
      return { label, detail: fold(label) === fold(spelling) ? "" : spelling, take: () => this.#took(value) };
    });
  }

  #took(value) {
    const parts = this.input.value.split(PARTS);
    this.input.value = "";
    for (const part of parts.slice(0, -1)) this.#read(part);
    this.add(value);
    this.#changed();
  }

  #key(event) {
    if (event.isComposing) return;
    if (event.key === "Enter") {
      event.preventDefault();
      this.#takeText();
    } else if (event.key === "Backspace" && !this.input.value && this.chosen.length) {
      this.remove(this.chosen.at(-1)?.value ?? "");
      this.#changed();
    }
  }

  #takeText() {
    const text = this.input.value.trim();
    if (!text) return;
    this.input.value = "";
    this.suggestions.close();
    const whole = this.reader.read(text);
    for (const part of whole ? [text] : text.split(PARTS)) this.#read(part);
    this.#changed();
  }

  #read(part) {
    const value = part && this.reader.read(part);
    if (value) this.add(value);
    else if (part && !this.#misread(part)) this.add(part);
  }

  #show() {
    this.chips.replaceChildren(
      ...this.chosen.map(({ value, proposed }) => {
        const label = this.reader.label(value);
        const known = this.reader.knows(value);
        const chip = element("li", "", known || proposed ? "lo-chip lo-chip--wish" : "lo-chip lo-chip--wish lo-chip--odd");
        chip.append(element("bdi", label), ...(proposed ? [element("small", _("new"))] : []), this.#remover(value, label));
        return chip;
      }),
    );
  }

  #remover(value, label) {
    const remove = element("button", "");
    remove.type = "button";
    remove.setAttribute("aria-label", _("Remove {name}", { name: label }));
    const icon = element("span", "", "lo-i lo-i--close");
    icon.setAttribute("aria-hidden", "true");
    remove.append(icon);
    remove.addEventListener("click", () => {
      this.remove(value);
      this.#changed();
      this.input.focus();
    });
    return remove;
  }
}
