/**
 * `<mentor-directory>` wakes up the search around the list that the server already wrote.
 *
 * The list is right without this. The index is asked for when the page has nothing else to do, because
 * filters need their choices before somebody opens one; with a saver of data on, at the first touch of
 * the form; and at once when the address already holds a search. Cards come when a search shows some.
 */

import { FACETS, isEmpty, readAddress, writeAddress } from "./address.js";
import { filledCard } from "./card-view.js";
import { chosenIn, fillChoices, showChosen, showCounts } from "./filter-view.js";

const SHOWN_AT_ONCE = 24;
const TYPING_PAUSE = 120;

class MentorDirectory extends HTMLElement {
  #asked = 0;
  #facets = null;
  #pause = 0;
  #search = { text: "", chosen: {} };
  #shown = SHOWN_AT_ONCE;
  #typing = false;
  #worker = null;

  connectedCallback() {
    if (this.form) return;
    this.form = this.querySelector("form[role=search]");
    this.text = this.form.elements.namedItem("q");
    this.selects = [...this.form.querySelectorAll("select.mentor-filter")].filter(({ name }) => name in FACETS);
    this.count = this.querySelector(".mentor-count");
    this.list = this.querySelector(".mentor-cards");
    this.empty = this.querySelector(".mentor-empty");
    this.more = this.querySelector(".mentor-more");
    this.template = this.querySelector("template.mentor-card-template");
    this.pages = document.querySelector(".mentor-pages");
    this.still = { cards: [...this.list.children], count: this.count.textContent };
    this.form.hidden = false;
    this.#listen();
    this.#followAddress();
    if (isEmpty(this.#search)) this.#askWhenIdle();
  }

  #listen() {
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.form.addEventListener("focusin", () => this.#worker ?? this.#ask(), { once: true });
    this.text.addEventListener("input", () => this.#typed());
    for (const select of this.selects) select.addEventListener("change", () => this.#changed(false));
    for (const clear of this.querySelectorAll(".mentor-clear")) {
      clear.addEventListener("click", (event) => this.#clear(event));
    }
    this.more.addEventListener("click", () => this.#showMore());
    window.addEventListener("popstate", () => this.#followAddress());
  }

  #askWhenIdle() {
    if (navigator.connection?.saveData) return;
    const idle = window.requestIdleCallback ?? ((then) => setTimeout(then, 500));
    idle(() => this.#worker ?? this.#ask(), { timeout: 3000 });
  }

  #typed() {
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => this.#changed(true), TYPING_PAUSE);
  }

  /** Take over what the form says. While somebody types, one step back leads to before the typing. */
  #changed(typing) {
    clearTimeout(this.#pause);
    const chosen = {};
    for (const [facet, values] of Object.entries(this.#search.chosen)) if (!this.#selectOf(facet)) chosen[facet] = values;
    for (const select of this.selects) if (chosenIn(select).length) chosen[FACETS[select.name]] = chosenIn(select);
    this.#search = { text: this.text.value, chosen };
    this.#shown = SHOWN_AT_ONCE;
    this.#remember(typing && this.#typing);
    this.#typing = typing;
    this.#ask();
  }

  #remember(replace) {
    const address = location.pathname + writeAddress(this.#search, location.search) + location.hash;
    history[replace ? "replaceState" : "pushState"]({ shown: this.#shown }, "", address);
  }

  #followAddress() {
    clearTimeout(this.#pause);
    this.#search = readAddress(location.search);
    this.#shown = history.state?.shown ?? SHOWN_AT_ONCE;
    this.#typing = false;
    this.text.value = this.#search.text;
    for (const select of this.selects) {
      const chosen = this.#search.chosen[FACETS[select.name]] ?? [];
      showChosen(select, chosen, (id) => id);
      const folded = select.closest("details");
      if (folded && chosen.length) folded.open = true;
    }
    if (!isEmpty(this.#search) || this.#facets) this.#ask();
  }

  #clear(event) {
    event.preventDefault();
    this.text.value = "";
    for (const select of this.selects) select.value = "";
    this.#search = { text: "", chosen: {} };
    this.#changed(false);
    this.text.focus();
  }

  #showMore() {
    const first = this.#shown;
    this.#shown += SHOWN_AT_ONCE;
    history.replaceState({ shown: this.#shown }, "");
    this.#ask(first);
  }

  /** Ask for the cards from `from` on; 0 shows them instead of the present ones, more adds to them. */
  #ask(from = 0) {
    if (isEmpty(this.#search)) this.#restore();
    else this.#showFilters(true);
    if (!this.#worker && !this.#startWorker()) return;
    const limit = isEmpty(this.#search) ? 0 : this.#shown - from;
    const counted = this.selects.map((select) => FACETS[select.name]);
    const base = new URL(this.dataset.index, document.baseURI).href;
    this.#asked += 1;
    this.question = { id: this.#asked, from };
    this.#worker.postMessage({ id: this.#asked, base, search: this.#search, from, limit, counted });
  }

  #startWorker() {
    try {
      this.#worker = new Worker(new URL("directory-worker.js", import.meta.url), { type: "module" });
    } catch {
      this.#fail();
      return false;
    }
    this.#worker.addEventListener("error", () => this.#fail());
    this.#worker.addEventListener("message", ({ data }) => this.#show(data));
    return true;
  }

  #show({ id, failed, total, complete, counts, cards, facets }) {
    if (facets) this.#takeFacets(facets);
    if (id !== this.#asked) return;
    if (failed) return this.#fail();
    for (const select of this.selects) this.#showCounts(select, counts);
    if (isEmpty(this.#search)) return;
    // Names are still on their way: what skills alone find is shown, but "nobody" would be a guess.
    if (!complete && !cards.length) return;
    this.#showCards(cards, this.question.from);
    if (!complete) return;
    this.count.textContent = total === 0 ? "No mentor matches" : counted(total);
    this.empty.hidden = total > 0;
    this.more.hidden = total <= this.#shown;
  }

  #showCards(cards, from) {
    const filled = cards.map((card) => filledCard(this.template, card, this.dataset.root));
    if (from === 0) return this.list.replaceChildren(...filled);
    const [next] = filled.map((card) => card.querySelector("a"));
    // An answer in two parts brings the same cards twice.
    while (this.list.children.length > from) this.list.lastElementChild.remove();
    this.list.append(...filled);
    next?.focus();
  }

  #takeFacets(facets) {
    this.#facets = facets;
    for (const select of this.selects) {
      const facet = FACETS[select.name];
      fillChoices(select, facet, facets[facet]);
      showChosen(select, this.#search.chosen[facet] ?? [], (id) => id);
    }
  }

  #showCounts(select, counts) {
    const facet = FACETS[select.name];
    showCounts(select, this.#facets[facet], counts[facet], this.#search.chosen[facet] ?? []);
  }

  #restore() {
    this.list.replaceChildren(...this.still.cards);
    this.count.textContent = this.still.count;
    this.empty.hidden = true;
    this.more.hidden = true;
    this.#showFilters(false);
  }

  #showFilters(filtering) {
    if (this.pages) this.pages.hidden = filtering;
    for (const clear of this.form.querySelectorAll(".mentor-clear")) clear.hidden = !filtering;
  }

  #fail() {
    this.#worker?.terminate();
    this.#worker = false;
    this.#restore();
    this.form.hidden = true;
    this.count.textContent = `${this.still.count}. Search is not available right now. The list below works without it.`;
  }

  #selectOf(facet) {
    return this.selects.find((select) => FACETS[select.name] === facet);
  }
}

function counted(total) {
  return total === 1 ? "1 mentor matches" : `${total.toLocaleString("en")} mentors match`;
}

customElements.define("mentor-directory", MentorDirectory);
