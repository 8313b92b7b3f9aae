/**
 * `<mentor-directory>` starts the finder around the list that the server already wrote.
 *
 * The list is right without this. The index is asked for when the page has nothing else to do, because
 * filters need their choices before someone opens one; with a saver of data on, at the first touch of
 * the form; and at once when the address already holds a search or goals are stated. What only a sentence,
 * the form of the goals, the comparison or an opened card needs is fetched when someone comes near it.
 */

import "./goals-view.js";
import "./shortlist-view.js";
import { asksForEveryone, emptySearch, isEmpty, readUrl, writeHash, writeUrl } from "../search/url-state.js";
import { addTools, showKept } from "./card-tools.js";
import { filledCard, showTime } from "./card-view.js";
import { DirectoryClient } from "../search/directory-client.js";
import { dayOf, ownZone } from "../lib/local-time.js";
import { countInWords, showAdvice, showChosen, showCorrections, showLeftOut, showPresets, showUnknown } from "./result-view.js";
import { _ } from "../lib/messages.js";
import { isOneTerm, saysMore, SearchForm } from "./search-form.js";
import { withoutWish, withTerm } from "../search/wishes.js";

const SHOWN_AT_ONCE = 24;
const TYPING_PAUSE = 120;

class MentorDirectory extends HTMLElement {
  #cards = new Map();
  #facets = null;
  #pause = 0;
  #search = emptySearch();
  #shown = SHOWN_AT_ONCE;
  #typing = false;

  connectedCallback() {
    if (this.form) return;
    this.root = this.dataset.root;
    this.hears = true;
    this.named = (name) => this.querySelector(`.mentor-${name}`);
    this.goals = this.querySelector("mentor-goals");
    this.shortlist = this.querySelector("mentor-shortlist");
    this.pages = document.querySelector(".mentor-pages");
    this.list = this.named("cards");
    this.count = this.named("count");
    this.still = { cards: [...this.list.children], count: this.count.textContent };
    const base = new URL(this.dataset.index, document.baseURI).href;
    this.client = new DirectoryClient(base, {
      show: (answer, question) => this.#show(answer, question),
      facets: (facets) => this.#takeFacets(facets),
      fail: () => this.#fail(),
    });
    this.form = new SearchForm(this, { typed: () => this.#typed(), changed: () => this.#changed(false), opened: () => this.#ask() });
    this.goals.start(this.root);
    this.form.takeGoals(this.goals.learner, Boolean(this.goals.stated));
    this.shortlist.start(this.root, {
      explain: (mentors) => (this.goals.stated ? this.client.explain(mentors, this.goals.stated, dayOf(new Date())) : null),
      label: (kind, id) => this.#label(kind, id),
    });
    this.#listen();
    const typed = this.form.text.value;
    this.#followAddress();
    if (typed && isEmpty(this.#search)) this.#take({ text: typed });
    if (this.#isStill()) this.#askWhenIdle();
  }

  #listen() {
    this.addEventListener("focusin", () => this.#wake(), { once: true });
    this.form.part.addEventListener("lodestar:asked", (event) => this.#asked(event));
    this.goals.addEventListener("opened", () => this.#offerTerms());
    this.goals.addEventListener("goals", () => this.#goalsChanged());
    this.shortlist.addEventListener("shortlist", () => this.#showShortlist());
    for (const clear of this.querySelectorAll(".mentor-clear")) clear.addEventListener("click", (event) => this.#clear(event));
    this.named("more").addEventListener("click", () => this.#showMore());
    this.named("share").addEventListener("click", () => this.#share());
    for (const button of this.named("shelves").querySelectorAll("button")) {
      button.addEventListener("click", () => this.#take({ preset: button.dataset.shelf }));
    }
    window.addEventListener("popstate", () => this.#followAddress());
    setInterval(() => this.#showTimes(), 60_000);
  }

  #askWhenIdle() {
    if (navigator.connection?.saveData) return;
    const idle = window.requestIdleCallback ?? ((then) => setTimeout(then, 500));
    idle(() => this.client.started || this.#ask(), { timeout: 3000 });
  }

  /** Fetch the index, and what understands a sentence, as soon as someone may need them. */
  async #wake() {
    if (!this.client.started) this.#ask();
    try {
      await import("./ask-box.js");
    } catch {
      this.hears = false;
    }
  }

  /** One word is searched as it is written; a sentence is read first. */
  #typed() {
    clearTimeout(this.#pause);
    if (this.hears && saysMore(this.form.text.value)) return;
    this.form.rest = null;
    this.#pause = setTimeout(() => {
      this.goals.hear({});
      this.#changed(true);
    }, TYPING_PAUSE);
  }

  /** Take in a sentence: its wishes become goals, the rest is searched as text. Sent, it makes room for the next one. */
  #asked(event) {
    const { asked, learner, chosen, text, sent } = event.detail;
    event.preventDefault();
    if (!sent && !saysMore(this.form.text.value)) return;
    const plain = !sent && isOneTerm(asked, this.form.text.value);
    this.form.rest = plain ? null : text;
    this.goals.hear(plain ? {} : learner);
    if (sent) this.goals.settle();
    if (sent || chosen.country) this.#take({ text: sent ? text : this.form.read(this.#search).text, chosen: { ...this.#search.chosen, ...chosen } });
    else this.#changed(true);
  }

  /** Take over what the form says. While someone types, one step back leads to before the typing. */
  #changed(typing) {
    clearTimeout(this.#pause);
    this.#search = this.form.read(this.#search);
    this.form.showSort(this.#search);
    this.#shown = SHOWN_AT_ONCE;
    this.#remember(typing && this.#typing);
    this.#typing = typing;
    this.#ask();
  }

  /** Change parts of the search that the form shows. @param {Partial<import("../search/url-state.js").Search>} parts */
  #take(parts) {
    this.goals.settle();
    this.#search = { ...this.#search, ...parts };
    this.#shown = SHOWN_AT_ONCE;
    this.#typing = false;
    this.#remember(false);
    this.form.show(this.#search);
    this.#ask();
  }

  #remember(replace) {
    const address = location.pathname + writeUrl(this.#search, location.search) + writeHash(this.#search.text, location.hash);
    history[replace ? "replaceState" : "pushState"]({ shown: this.#shown }, "", address);
  }

  #followAddress() {
    clearTimeout(this.#pause);
    this.goals.settle();
    this.#search = readUrl(location.search, location.hash);
    this.#shown = history.state?.shown ?? SHOWN_AT_ONCE;
    this.#typing = false;
    this.form.show(this.#search);
    if (!this.#isStill() || this.#facets) this.#ask();
  }

  #clear(event) {
    event.preventDefault();
    this.#take({ ...emptySearch(), sort: this.#search.sort });
    this.form.focus();
  }

  #showMore() {
    const first = this.#shown;
    this.#shown += SHOWN_AT_ONCE;
    history.replaceState({ shown: this.#shown }, "");
    this.#ask(first);
  }

  async #share() {
    const said = this.named("shared");
    try {
      await navigator.clipboard.writeText(location.href);
      said.textContent = _("Link copied. It includes your filters, never your goals.");
    } catch {
      said.textContent = _("Copy the link from your browser's address bar.");
    }
  }

  async #offerTerms() {
    if (this.termsAsked) return;
    this.termsAsked = true;
    try {
      const terms = await this.client.terms();
      const { values, labels } = this.#facets.languages;
      this.goals.takeTerms((kind) => (kind === "languages" ? values.map((id, at) => ({ id, label: labels[at] })) : terms[kind]));
      this.#showFilters(!this.#isStill());
    } catch {
      this.termsAsked = false;
    }
  }

  #goalsChanged() {
    this.#shown = SHOWN_AT_ONCE;
    document.documentElement.toggleAttribute("data-goals", Boolean(this.goals.stated));
    if (this.goals.stated) this.#offerTerms();
    this.form.takeGoals(this.goals.learner, Boolean(this.goals.stated));
    this.#ask();
  }

  /** Nothing is asked and no goals are stated: the server's list is the answer. */
  #isStill() {
    return isEmpty(this.#search) && !this.goals.stated;
  }

  /** Ask for the cards from `from` on; 0 shows them instead of the present ones, more adds to them. */
  #ask(from = 0) {
    this.form.showNumbers(this.#search);
    const still = this.#isStill();
    if (still) this.#restore();
    else this.#showFilters(true);
    const { learner, stated } = this.goals;
    this.client.ask({
      search: this.#search,
      from,
      limit: still ? 0 : this.#shown - from,
      counted: this.form.counted,
      learner: stated,
      zone: learner.timezone || ownZone(),
      windows: learner.windows ?? [],
      today: dayOf(new Date()),
    });
  }

  #show({ total, complete, counts, cards, presets, advice, corrections, unknown, leftOut }, { from }) {
    this.form.showCounts(counts);
    if (complete) this.form.showTotal(this.#isStill() ? this.still.cards.length : total);
    showPresets(this.named("shelves"), this.named("shelf"), presets, this.#search.preset);
    this.#dress(this.still.cards);
    if (this.#isStill()) return;
    // Names are still on their way: what skills alone find is shown, but "nobody" would be a guess.
    if (!complete && !cards.length) return;
    this.#showCards(cards, from);
    if (!complete) return;
    this.named("order").hidden = !total || Boolean(this.#search.sort);
    const sentence = countInWords(total, Boolean(this.goals.stated));
    if (this.count.textContent !== sentence) this.count.textContent = sentence;
    this.named("empty").hidden = total > 0;
    this.named("more").hidden = total <= this.#shown;
    const title = (part) => this.form.title(part);
    if (!total) showAdvice(this.named("advice"), advice, (wish) => this.form.nameOf(wish), (wish) => (wish.part === "goals" ? this.goals.drop(wish) : this.#take(withoutWish(this.#search, wish))));
    showCorrections(this.named("corrected"), corrections);
    showUnknown(this.named("unknown"), unknown, (typed, near) => this.#take(withTerm(this.#search, typed, near)));
    showLeftOut(this.named("left-out"), leftOut, title, this.root);
  }

  #showCards(cards, from) {
    if (from === 0) this.#cards.clear();
    for (const card of cards) this.#cards.set(card.handle, card);
    const parts = cards.map((card) => filledCard(this.named("card-template"), card, this.root));
    if (from === 0) this.list.replaceChildren(...parts);
    else {
      // An answer in two parts brings the same cards twice.
      while (this.list.children.length > from) this.list.lastElementChild.remove();
      this.list.append(...parts);
      parts[0]?.querySelector("a").focus();
    }
    this.#dress(parts);
    this.#showTimes();
  }

  #dress(parts) {
    for (const part of parts) {
      const { handle } = part.dataset;
      addTools(part, this.named("tools-template"), {
        card: this.#cards.get(handle) ?? null,
        root: this.root,
        kept: this.shortlist.has(handle),
        toggle: (one, name) => this.shortlist.toggle(one, name),
        label: (kind, id) => this.#label(kind, id),
      });
    }
  }

  #showTimes() {
    const now = new Date();
    for (const part of this.list.children) {
      const card = this.#cards.get(part.dataset.handle);
      if (card && part.querySelector("[data-slot=time]")) showTime(part, card, now);
    }
  }

  #showShortlist() {
    for (const part of this.list.children) {
      const button = part.querySelector("[data-do=shortlist]");
      if (button) showKept(button, this.shortlist.has(part.dataset.handle));
    }
  }

  #takeFacets(facets) {
    this.#facets = facets;
    this.form.fill(facets, this.#search);
    this.#showFilters(!this.#isStill());
    this.shortlist.refresh();
    if (this.goals.stated) this.#offerTerms();
  }

  #label(kind, id) {
    const facet = this.#facets?.[kind];
    const place = facet ? facet.values.indexOf(id) : -1;
    return place >= 0 ? facet.labels[place] : this.goals.label(kind, id);
  }

  #restore() {
    this.#cards.clear();
    this.list.replaceChildren(...this.still.cards);
    this.count.textContent = this.still.count;
    for (const name of ["empty", "more", "corrected", "unknown", "left-out"]) this.named(name).hidden = true;
    this.#showFilters(false);
  }

  #showFilters(filtering) {
    if (this.pages) this.pages.hidden = filtering;
    const chosen = [...this.goals.wishes, ...this.form.chosen(this.#search, (parts) => this.#take(parts))];
    showChosen(this.querySelector("ul.mentor-chosen:not([data-slot])"), this.named("chosen-template"), chosen);
    const narrowed = !asksForEveryone(this.#search);
    document.documentElement.toggleAttribute("data-chosen", narrowed || chosen.length > 0);
    for (const name of ["clear", "share"]) this.querySelector(`.mentor-set > .mentor-${name}`).hidden = !narrowed;
    this.named("shared").textContent = "";
  }

  #fail() {
    this.#restore();
    this.form.hide();
    this.goals.hidden = true;
    this.named("shelves").hidden = true;
    this.count.textContent = _("{count}. Search isn't available right now, but you can browse the list.", { count: this.still.count });
  }
}

customElements.define("mentor-directory", MentorDirectory);
