/** The form of the search: its words, its filters, its order; what it says becomes a Search, and a Search what it shows. */

import { FACETS } from "../lib/choices.js";
import { FacetView } from "./facet-view.js";
import { slotsOf } from "../lib/dom.js";
import { _, integer, N_, ngettext } from "../lib/messages.js";

/** @type {Record<string, string>} */
const LIMITS = { within: N_("Time difference"), common: N_("Hours in common") };
/** @type {Record<string, string>} */
const CHOSEN = { within: N_("Time difference: up to {count} h"), common: N_("Hours in common: {count} h or more") };

/** @param {string} sentence @returns {boolean} whether it has more than one word */
export const saysMore = (sentence) => /\S\s+\S/.test(sentence);

/** A term alone is searched as text while it is typed: it finds whoever names it, and wishes for nothing yet. @param {import("../search/sentence.js").Asked} asked @param {string} typed */
export function isOneTerm({ text, avoid, known, place, ...wishes }, typed) {
  const heard = Object.values(wishes).flat();
  return heard.length === 1 && heard[0].words.toLowerCase() === typed.trim().toLowerCase();
}

export class SearchForm {
  /** What is left to search as text of a sentence that was understood. @type {string | null} */
  rest = null;
  #facets = [];
  #goalsStated = false;
  #asked = false;

  /** @param {HTMLElement} directory @param {{typed: () => void, changed: () => void, opened: () => void}} tell */
  constructor(directory, tell) {
    this.part = directory.querySelector("form[role=search]");
    const { elements } = this.part;
    this.text = elements.namedItem("q");
    this.bios = elements.namedItem("bios");
    this.mode = elements.namedItem("mode");
    this.limits = { within: elements.namedItem("within"), common: elements.namedItem("common") };
    this.hours = this.part.querySelector('[data-name="hours"]');
    this.more = this.part.querySelector(".mentor-facets__more");
    this.sort = directory.querySelector("select[name=sort]");
    this.sortPart = directory.querySelector(".mentor-sort");
    const template = directory.querySelector(".mentor-choice-template");
    for (const part of this.part.querySelectorAll(".mentor-facet[data-name]")) {
      const facet = FACETS[part.dataset.name];
      if (facet) this.#facets.push(new FacetView(part, facet, template, tell));
    }
    this.sheet = this.part.querySelector(".mentor-filters");
    this.open = directory.querySelector(".mentor-open");
    this.open.addEventListener("click", () => this.sheet.showModal());
    for (const done of this.sheet.querySelectorAll(".mentor-filters__close, .mentor-filters__done")) done.addEventListener("click", () => this.sheet.close());
    this.sheet.addEventListener("click", (event) => event.target === this.sheet && this.sheet.close());
    this.part.addEventListener("submit", (event) => event.preventDefault());
    this.part.addEventListener("keydown", (event) => this.#closeOnEscape(event));
    document.addEventListener("click", ({ target }) => this.#closeOthers(target));
    this.text.addEventListener("input", tell.typed);
    for (const field of [this.bios, this.sort, ...Object.values(this.limits)]) field.addEventListener("change", tell.changed);
    this.part.hidden = false;
    this.sortPart.hidden = false;
    this.takeGoals({}, false);
  }

  /** @returns {string[]} the facets whose counts are seen */
  get counted() {
    return this.#facets.filter(({ open }) => open).map(({ name }) => name);
  }

  /** @param {import("../search/url-state.js").Search} before @returns {import("../search/url-state.js").Search} what the form says now */
  read(before) {
    /** @type {Record<string, string[]>} */
    const chosen = {};
    for (const { name, chosen: ids } of this.#facets) if (ids.length) chosen[name] = ids;
    return {
      ...before,
      text: this.rest ?? this.text.value,
      chosen,
      all: this.mode.value === "all",
      written: this.bios.checked,
      within: Number(this.limits.within.value),
      common: Number(this.limits.common.value),
      sort: this.#ownSort(this.text.value.trim() !== "" || Object.keys(chosen).length > 0),
    };
  }

  /** An order that is what the page would show anyway is not written into its address. */
  #ownSort(asked) {
    return this.sort.value === this.#usualSort(asked) || this.sort.value === this.#usualSort(this.#asked) ? "" : this.sort.value;
  }

  /** Best match for goals, else what fits the search best, else who is free. */
  #usualSort(asked) {
    return this.#goalsStated ? "match" : asked ? "relevance" : "availability";
  }

  /** @param {import("../search/url-state.js").Search} search */
  show(search) {
    this.text.value = search.text;
    this.rest = null;
    this.bios.checked = search.written;
    this.mode.value = search.all ? "all" : "any";
    for (const [name, field] of Object.entries(this.limits)) this.#showLimit(field, search[name]);
    for (const facet of this.#facets) facet.show(search.chosen[facet.name] ?? []);
    this.showNumbers(search);
    this.showSort(search);
  }

  /** Say on each filter how many values are chosen. @param {import("../search/url-state.js").Search} search */
  showNumbers(search) {
    const filters = Object.values(search.chosen).flat().length + Object.keys(this.limits).filter((name) => search[name]).length;
    slotsOf(this.open)("all").textContent = filters ? integer(filters) : "";
    const write = (part, number) => (slotsOf(part.querySelector("summary"))("number").textContent = number ? integer(number) : "");
    for (const { part, name } of this.#facets) write(part, search.chosen[name]?.length);
    write(this.hours, Number(search.within > 0) + Number(search.common > 0));
    write(this.more, this.#facets.filter(({ part, name }) => this.more.contains(part) && search.chosen[name]).length);
  }

  #showLimit(field, value) {
    const text = value ? String(value) : "";
    if (![...field.options].some((option) => option.value === text)) field.add(new Option(_("{hours} h", { hours: text }), text));
    field.value = text;
  }

  /** Offer the orders that say something for this search. @param {import("../search/url-state.js").Search} search */
  showSort({ sort, text, chosen }) {
    this.sortAsked = sort;
    this.#asked = text.trim() !== "" || Object.keys(chosen).length > 0;
    this.#showSort();
  }

  #showSort() {
    const possible = { match: this.#goalsStated, relevance: this.#asked };
    for (const [name, offered] of Object.entries(possible)) this.sort.querySelector(`option[value=${name}]`).hidden = !offered;
    this.sort.value = (possible[this.sortAsked] ?? true) && this.sortAsked ? this.sortAsked : this.#usualSort(this.#asked);
  }

  /** @param {object} learner @param {boolean} stated whether mentors can be ranked */
  takeGoals(learner, stated) {
    this.#goalsStated = stated;
    slotsOf(this.hours)("zone").textContent = (learner.timezone ?? Intl.DateTimeFormat().resolvedOptions().timeZone ?? "").replaceAll("_", " ");
    const free = Boolean(learner.windows?.length);
    this.limits.common.disabled = !free && !this.limits.common.value;
    slotsOf(this.hours)("no-hours").hidden = free;
    this.#showSort();
  }

  /** @param {object} facets words and sizes by name @param {import("../search/url-state.js").Search} search */
  fill(facets, search) {
    for (const facet of this.#facets) {
      facet.fill(facets[facet.name]);
      // Only the choices are shown: someone may be typing words that the search does not know yet.
      facet.show(search.chosen[facet.name] ?? []);
    }
  }

  /** @param {Record<string, number[]>} counts */
  showCounts(counts) {
    for (const facet of this.#facets) if (counts[facet.name]) facet.count(counts[facet.name]);
  }

  /** @param {string} part of a search @returns {string} what it is called */
  title(part) {
    return this.#facets.find(({ name }) => name === part)?.title ?? (Object.hasOwn(LIMITS, part) ? _(LIMITS[part]) : part);
  }

  /** @param {import("../search/wishes.js").Wish} wish @returns {string} what one wish of a search is called */
  nameOf({ part, value }) {
    if (part === "text" && value) return _("“{word}”", { word: value });
    const facet = this.#facets.find(({ name }) => name === part);
    return facet && value ? _("{filter}: {choice}", { filter: facet.title, choice: facet.label(value) }) : this.title(part);
  }

  /** Open one filter: in the sheet on a phone, in place at a desk. @param {HTMLDetailsElement} filter */
  #openAt(filter) {
    if (this.more.contains(filter)) this.more.open = true;
    filter.open = true;
    if (this.open.checkVisibility?.() ?? this.open.offsetParent) this.sheet.showModal();
    filter.querySelector("summary").focus();
  }

  /** List what is chosen, each with how to change it and how to take it back. @param {(parts: object) => void} take */
  chosen(search, take) {
    const facets = this.#facets.flatMap((facet) =>
      (search.chosen[facet.name] ?? []).map((id) => ({
        label: _("{filter}: {choice}", { filter: facet.title, choice: facet.label(id) }),
        change: () => this.#openAt(facet.part),
        remove: () => take(withoutValue(search, facet.name, id)),
      })),
    );
    const limits = Object.keys(this.limits).filter((name) => search[name]);
    return [
      ...facets,
      ...limits.map((name) => ({
        label: _(CHOSEN[name], { count: integer(search[name]) }),
        change: () => this.#openAt(this.hours),
        remove: () => take({ [name]: 0 }),
      })),
    ];
  }

  /** Say on the sheet's button how many mentors there are behind it. @param {number} total */
  showTotal(total) {
    this.sheet.querySelector(".mentor-filters__done").textContent = ngettext("Show {count} mentor", "Show {count} mentors", total);
  }

  /** Bring the reader back to the words. */
  focus() {
    if (this.sheet.open) this.sheet.close();
    this.text.focus();
  }

  hide() {
    this.part.hidden = true;
    this.open.hidden = true;
    this.sortPart.hidden = true;
  }

  #closeOnEscape(event) {
    if (event.key !== "Escape") return;
    const open = event.target.closest("details.mentor-facet[open]");
    if (!open) return;
    open.open = false;
    open.querySelector("summary").focus();
  }

  #closeOthers(target) {
    for (const open of this.part.querySelectorAll("details.mentor-facet[open]")) if (!open.contains(target)) open.open = false;
  }
}

function withoutValue({ chosen }, facet, id) {
  const rest = chosen[facet].filter((value) => value !== id);
  const { [facet]: _, ...others } = chosen;
  return { chosen: rest.length ? { ...others, [facet]: rest } : others };
}
