/**
 * `<lodestar-mentors>` shows mentors of this directory on a page of someone else:
 *
 *   <script type="module" src="…/assets/lodestar/embed.js"></script>
 *   <lodestar-mentors skill="python,testing" language="es" limit="3"></lodestar-mentors>
 *
 * Each filter of the directory's address is an attribute; `limit` says how many cards, `sort` in which order. It asks
 * the host of this module and no other, keeps nothing, and its styles neither reach that page nor come from it.
 */

import { cardOf } from "./search/cards.js";
import { DirectoryFiles } from "./search/directory-files.js";
import { Finder } from "./search/finder.js";
import { emptySearch, SORTS, writeUrl } from "./search/url-state.js";
import { FACETS } from "./lib/choices.js";
import { element } from "./lib/dom.js";
import { _, LOCALE, ngettext } from "./lib/messages.js";

const ROOT = new URL("../../", import.meta.url).href;
const MOST = 24;
const USUAL = 6;
const ASKABLE = ["open", "limited"];
const SHEET = `
:host { display: block; color: inherit; font: inherit; line-height: 1.45 }
:host([hidden]) { display: none }
ul { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 17em), 1fr)); gap: 1em; margin: 0; padding: 0; list-style: none }
a { color: inherit }
a:focus-visible { outline: 3px solid currentColor; outline-offset: 2px; border-radius: 4px }
.card { position: relative; display: grid; grid-template-columns: 48px 1fr; gap: .2em .9em; align-content: start; height: 100%; box-sizing: border-box; padding: 1em; border: 1px solid color-mix(in srgb, currentColor 25%, transparent); border-radius: 14px; overflow-wrap: anywhere }
.card:hover { border-color: currentColor }
.face { grid-row: span 3; display: grid; place-items: center; width: 48px; height: 48px; border-radius: 34%; overflow: hidden; background: color-mix(in srgb, currentColor 14%, transparent); font-weight: 700 }
.face img { width: 100%; height: 100%; object-fit: cover }
.name { font-weight: 700; text-decoration: none }
.name::after { content: ""; position: absolute; inset: 0; border-radius: 14px }
.headline, .skills, .state, .all, .note { margin: 0 }
.skills, .state { font-size: .875em; opacity: .85 }
.state { font-weight: 600 }
.all { margin-top: 1em }
`;

/** The files of the directory, opened once for all elements of a page. @type {Promise<any> | null} */
let directory = null;

function opened() {
  directory ??= new DirectoryFiles(`${ROOT}api/directory/`, "default").open().then((files) => ({ files, finder: new Finder(files.opened) }));
  directory.catch(() => (directory = null));
  return directory;
}

class LodestarMentors extends HTMLElement {
  static observedAttributes = [...Object.keys(FACETS), "limit", "sort"];
  #latest = 0;
  #waiting = false;

  connectedCallback() {
    if (!this.shadowRoot) {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(SHEET);
      this.attachShadow({ mode: "open" }).adoptedStyleSheets = [sheet];
      this.shadowRoot.append(element("div", ""));
    }
    this.#ask();
  }

  attributeChangedCallback() {
    if (this.shadowRoot) this.#ask();
  }

  /** @returns {import("./search/url-state.js").Search} what the attributes ask for */
  get #search() {
    const search = emptySearch();
    for (const [name, facet] of Object.entries(FACETS)) {
      const values = (this.getAttribute(name) ?? "").split(",").map((value) => value.trim()).filter(Boolean);
      if (values.length) search.chosen[facet] = values;
    }
    const sort = this.getAttribute("sort") ?? "";
    if (SORTS.includes(sort) && sort !== "match") search.sort = sort;
    return search;
  }

  /** Several attributes may change at once; the last word counts. */
  #ask() {
    if (this.#waiting) return;
    this.#waiting = true;
    queueMicrotask(() => {
      this.#waiting = false;
      this.#show(++this.#latest);
    });
  }

  async #show(number) {
    const search = this.#search;
    const limit = Math.min(MOST, Math.max(1, Number.parseInt(this.getAttribute("limit") ?? "", 10) || USUAL));
    try {
      const { files, finder } = await opened();
      if (Object.keys(search.chosen).length) finder.found ??= await import("./search/found.js");
      if (search.sort === "name") await files.readAllCards(() => true);
      const question = { search, from: 0, limit, counted: [], learner: null, zone: "UTC", windows: [], today: new Date().toISOString().slice(0, 10) };
      const { positions, finding } = finder.answer(question, true);
      const cards = await Promise.all(positions.map(async (position) => cardOf(files.opened.index, await files.cardsAt(position), position)));
      if (number === this.#latest) this.#fill(cards, finding.total, search);
    } catch {
      if (number === this.#latest) this.#replace(note(_("The list of mentors can't be shown right now.")), allLink(_("See it on its own page"), search));
    }
  }

  #fill(cards, total, search) {
    if (!cards.length) return this.#replace(note(_("No mentor fits this right now.")), allLink(_("See all mentors"), emptySearch()));
    const list = element("ul", "");
    list.append(...cards.map(cardPart));
    this.#replace(list, allLink(ngettext("See {count} mentor in the directory", "See all {count} mentors in the directory", total), search));
  }

  #replace(...parts) {
    const place = /** @type {HTMLElement} */ (this.shadowRoot.firstElementChild);
    place.lang = LOCALE;
    place.dir = "auto";
    place.replaceChildren(...parts);
  }
}

/** @param {import("./search/cards.js").Card} card @returns {HTMLElement} */
function cardPart(card) {
  const item = element("li", "");
  const part = element("div", "", "card");
  const name = element("a", card.name, "name");
  name.setAttribute("href", `${ROOT}mentors/${encodeURIComponent(card.handle)}/`);
  const skills = [...card.skills, ...(card.more ? [`+${card.more}`] : [])].join(", ");
  const state = element("p", card.badge, "state");
  if (ASKABLE.includes(card.availability)) state.prepend("✦ ");
  part.append(faceOf(card), name, element("p", card.headline, "headline"), element("p", skills, "skills"), element("span", ""), state);
  item.append(part);
  return item;
}

function faceOf({ photo, initials }) {
  const face = element("span", photo ? "" : initials, "face");
  face.setAttribute("aria-hidden", "true");
  if (photo) {
    const image = document.createElement("img");
    Object.assign(image, { src: ROOT + photo, alt: "", width: 48, height: 48, loading: "lazy" });
    face.append(image);
  }
  return face;
}

function note(words) {
  const part = element("p", words, "note");
  part.setAttribute("role", "status");
  return part;
}

function allLink(words, search) {
  const line = element("p", "", "all");
  const link = element("a", words);
  link.setAttribute("href", `${ROOT}mentors/${writeUrl(search, "")}`);
  line.append(link);
  return line;
}

if (!customElements.get("lodestar-mentors")) customElements.define("lodestar-mentors", LodestarMentors);
