/** One filter: a button that opens its choices, each with how many mentors it would leave. */

import { element, fromTemplate, slotsOf } from "../lib/dom.js";
import { _, integer, LOCALE } from "../lib/messages.js";

/** Facets whose choices have an order of their own; the others are sorted by their words. */
const ORDERED = new Set(["commitment", "stages_supported", "availability"]);
const LONG_LIST = 12;
const inWords = new Intl.Collator(LOCALE).compare;

export class FacetView {
  #choices = new Map();
  #template;
  #facet = null;
  #wanted = [];

  /**
   * @param {HTMLDetailsElement} part of the page @param {string} name the facet's
   * @param {HTMLTemplateElement} template of a choice @param {{changed: () => void, opened: () => void}} tell
   */
  constructor(part, name, template, tell) {
    this.part = part;
    this.name = name;
    this.#template = template;
    this.slot = slotsOf(part);
    part.addEventListener("change", tell.changed);
    part.addEventListener("toggle", () => part.open && this.#unfold(tell));
  }

  /** @returns {boolean} whether its choices are seen, so that their counts matter */
  get open() {
    return this.part.open;
  }

  /** @returns {string} what it is called on the page */
  get title() {
    return this.part.querySelector("summary > span").textContent;
  }

  /** @returns {string[]} the chosen value ids; those of an address stay, even where nobody has them */
  get chosen() {
    if (!this.#choices.size) return this.#wanted;
    return [...this.#choices].filter(([, { box }]) => box.checked).map(([id]) => id);
  }

  /**
   * Take the words of the choices. Those of a filter that nobody opens are never made: hundreds of boxes at once would
   * keep a phone busy. @param {{values: string[], labels: string[], sizes: number[]}} facet
   */
  fill(facet) {
    this.#facet = facet;
    this.part.hidden = !facet.sizes.some((size) => size > 0);
    if (this.open) this.#make();
  }

  #make() {
    if (!this.#facet || this.#choices.size) return;
    const { values, labels, sizes } = this.#facet;
    const order = [...values.keys()].filter((value) => sizes[value]);
    const last = (value) => Number(!this.#wanted.includes(values[value]));
    if (!ORDERED.has(this.name)) order.sort((one, other) => last(one) - last(other) || inWords(labels[one], labels[other]));
    const parts = order.map((value) => this.#choice(values[value], labels[value]));
    for (const id of this.#wanted) if (!this.#choices.has(id)) parts.push(this.#choice(id, this.label(id)));
    this.slot("choices").append(...parts);
    if (order.length > LONG_LIST) this.#offerSearch();
    this.show(this.#wanted);
  }

  /** @param {string} id @returns {string} */
  label(id) {
    return this.#facet?.labels[this.#facet.values.indexOf(id)] ?? id;
  }

  /** Check what a search has chosen. @param {string[]} chosen */
  show(chosen) {
    this.#wanted = chosen;
    if (!this.#choices.size) return;
    for (const id of chosen) if (!this.#choices.has(id)) this.slot("choices").append(this.#choice(id, this.label(id)));
    for (const [id, { box }] of this.#choices) box.checked = chosen.includes(id);
  }

  /** Show how many each choice would leave; one that would give nothing says so and cannot be chosen. @param {number[]} counts */
  count(counts) {
    this.#facet.values.forEach((id, value) => {
      const choice = this.#choices.get(id);
      if (!choice) return;
      choice.number.textContent = integer(counts[value]);
      choice.box.disabled = counts[value] === 0 && !choice.box.checked;
      choice.part.classList.toggle("mentor-choice--none", counts[value] === 0);
    });
  }

  #unfold(tell) {
    this.#make();
    const panel = this.part.querySelector(".mentor-facet__panel");
    panel.classList.remove("mentor-facet__panel--end");
    panel.classList.toggle("mentor-facet__panel--end", panel.getBoundingClientRect().right > document.documentElement.clientWidth);
    tell.opened();
  }

  #choice(id, label) {
    const part = fromTemplate(this.#template, { label });
    const box = part.querySelector("input");
    box.value = id;
    this.#choices.set(id, { part, box, number: part.querySelector("[data-slot=count]"), label: label.toLowerCase() });
    return part;
  }

  #offerSearch() {
    const words = element("label", "", "mentor-facet__find");
    const input = document.createElement("input");
    input.type = "search";
    words.append(element("span", _("Search in “{filter}”", { filter: this.title })), input);
    input.addEventListener("change", (event) => event.stopPropagation());
    input.addEventListener("input", () => {
      const wanted = input.value.trim().toLowerCase();
      for (const { part, label } of this.#choices.values()) part.hidden = !label.includes(wanted);
    });
    this.slot("choices").before(words);
  }
}
