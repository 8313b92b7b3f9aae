/**
 * `<mentor-shortlist>` is the tray of saved mentors: who they are, and a button that puts up to four of them side by
 * side, each with a way to ask. They are kept in this browser.
 */

import { element, fromTemplate, slotsOf } from "../lib/dom.js";
import { _, ngettext } from "../lib/messages.js";
import { StoredValue } from "../lib/storage.js";
import { timeThere } from "../lib/local-time.js";
import { COMPARED, comparison, readShortlist, toggled } from "../lib/shortlist.js";
import { guessInitials, hueOf } from "../lib/initials.js";

const IN_THE_TRAY = 4;
const HASH = "#shortlist";
const ASKABLE = ["open", "limited"];

class MentorShortlist extends HTMLElement {
  #handles = [];
  #names = {};
  #chosen = new Set();

  /**
   * @param {string} root the way back to the site's root
   * @param {{explain: (mentors: object[]) => Promise<object[] | null>, label: (kind: string, id: string) => string}} around
   */
  start(root, around) {
    this.root = root;
    this.around = around;
    this.slotOf = slotsOf(this);
    this.sheet = this.querySelector("dialog");
    this.kept = new StoredValue("shortlist", root);
    this.kept.onChange(() => this.#read());
    this.querySelector("[data-do=compare]").addEventListener("click", () => this.#open());
    this.querySelector("[data-do=empty]").addEventListener("click", () => {
      this.sheet.close();
      this.#write([]);
    });
    this.querySelector("[data-do=close]").addEventListener("click", () => this.sheet.close());
    this.sheet.addEventListener("click", (event) => event.target === this.sheet && this.sheet.close());
    this.sheet.addEventListener("close", () => location.hash === HASH && history.replaceState(history.state, "", location.pathname + location.search));
    this.#read();
    this.#openIfNamed();
    window.addEventListener("hashchange", () => this.#openIfNamed());
  }

  /** @param {string} handle @returns {boolean} */
  has(handle) {
    return this.#handles.includes(handle);
  }

  /** @param {string} handle @param {string} name @returns {boolean} whether it is on the list now */
  toggle(handle, name) {
    this.#names[handle] = name;
    this.#write(toggled(this.#handles, handle));
    return this.has(handle);
  }

  /** Say it again in the words that have come meanwhile. */
  refresh() {
    if (this.sheet.open) this.#compare();
  }

  #read() {
    const kept = this.kept.read() ?? {};
    this.#handles = readShortlist(kept.handles);
    this.#names = { ...(typeof kept.names === "object" ? kept.names : {}), ...this.#names };
    this.#show();
  }

  #write(handles) {
    const names = Object.fromEntries(handles.map((handle) => [handle, this.#name(handle)]));
    this.kept.write(handles.length ? { handles, names } : null);
    this.#handles = handles;
    this.#show();
    this.dispatchEvent(new CustomEvent("shortlist", { bubbles: true }));
    window.dispatchEvent(new CustomEvent("lodestar:saved"));
  }

  #name(handle) {
    return String(this.#names[handle] ?? handle);
  }

  #show() {
    const count = this.#handles.length;
    this.hidden = count === 0;
    this.#chosen = new Set([...this.#chosen].filter((handle) => this.has(handle)));
    for (const handle of this.#handles) if (this.#chosen.size < COMPARED) this.#chosen.add(handle);
    this.slotOf("faces").replaceChildren(...this.#handles.slice(-IN_THE_TRAY).map((handle) => this.#face(handle)));
    this.slotOf("said").textContent = ngettext("{count} on your shortlist", "{count} on your shortlist", count);
    this.querySelector("[data-do=compare]").textContent = count > 1 ? _("Compare") : _("Open");
  }

  /** The face as a card on this page shows it, otherwise the first letters. */
  #face(handle) {
    const shown = document.querySelector(`.mentor-card[data-handle="${CSS.escape(handle)}"] .lo-face`);
    if (shown) {
      const copy = /** @type {HTMLElement} */ (shown.cloneNode(true));
      copy.querySelector(".lo-star")?.remove();
      return copy;
    }
    const face = element("span", "", "lo-face");
    face.dataset.hue = String(hueOf(handle));
    face.setAttribute("aria-hidden", "true");
    face.append(element("span", guessInitials(this.#name(handle))));
    return face;
  }

  /** The header's bookmark leads here. */
  #openIfNamed() {
    if (location.hash === HASH) this.#open();
  }

  async #open() {
    this.#showChoices();
    this.slotOf("nobody").hidden = this.#handles.length > 0;
    // What is hidden as a whole cannot show its sheet.
    this.hidden = false;
    if (!this.sheet.open) this.sheet.showModal();
    this.sheet.addEventListener("close", () => (this.hidden = this.#handles.length === 0), { once: true });
    await this.#compare();
  }

  /** Whom to compare can be chosen where more are saved than fit side by side. */
  #showChoices() {
    const full = this.#chosen.size >= COMPARED;
    const choices = this.slotOf("names");
    choices.hidden = this.#handles.length <= COMPARED;
    this.slotOf("most").hidden = choices.hidden;
    this.slotOf("most").textContent = ngettext("You can compare {count} at a time.", "You can compare up to {count} at a time.", COMPARED);
    const parts = this.#handles.map((handle) => {
      const part = fromTemplate(this.querySelector('template[data-template="name"]'), { name: this.#name(handle) });
      const box = part.querySelector("input");
      Object.assign(box, { value: handle, checked: this.#chosen.has(handle), disabled: full && !this.#chosen.has(handle) });
      box.addEventListener("change", () => {
        if (box.checked) this.#chosen.add(handle);
        else this.#chosen.delete(handle);
        this.#showChoices();
        this.slotOf("names").querySelector(`input[value="${CSS.escape(handle)}"]`).focus();
        this.#compare();
      });
      return part;
    });
    choices.replaceChildren(...parts);
  }

  async #compare() {
    const handles = this.#handles.filter((handle) => this.#chosen.has(handle));
    const region = this.slotOf("compare");
    region.hidden = handles.length === 0;
    if (!handles.length) return;
    try {
      const mentors = await Promise.all(handles.map((handle) => this.#fetch(handle)));
      const explained = (await this.around.explain(mentors)) ?? [];
      const now = new Date();
      const compared = mentors.map((mentor, at) => ({ mentor, ...explained[at], time: timeThere(mentor.timezone, now) }));
      this.#showTable(region.querySelector("table"), compared);
      this.slotOf("problem").textContent = "";
    } catch {
      region.hidden = true;
      this.slotOf("problem").textContent = _("We couldn't load the profiles right now. Please try again.");
    }
  }

  async #fetch(handle) {
    const response = await fetch(`${this.root}api/mentors/${encodeURIComponent(handle)}.json`);
    if (!response.ok) throw new Error(response.statusText);
    return response.json();
  }

  #showTable(table, compared) {
    const [row] = table.tHead.rows;
    row.replaceChildren(row.cells[0], ...compared.map(({ mentor }) => this.#head(mentor)));
    const lines = comparison(compared, this.around.label).map(([title, texts]) => {
      const line = document.createElement("tr");
      const head = element("th", title);
      head.scope = "row";
      line.append(head, ...texts.map((text) => element("td", text || "–")));
      return line;
    });
    table.tBodies[0].replaceChildren(...lines);
  }

  /** Who it is, a way to ask, and a way to leave the shortlist. */
  #head(mentor) {
    const handle = mentor.github.toLowerCase();
    const head = document.createElement("th");
    head.scope = "col";
    const who = element("a", mentor.name);
    who.href = `${this.root}mentors/${encodeURIComponent(handle)}/`;
    const acts = element("span", "", "mentor-compare__acts");
    if (ASKABLE.includes(mentor.availability)) {
      const ask = element("a", _("Ask"), "lo-button lo-button--small");
      ask.href = `${this.root}ask/#${encodeURIComponent(handle)}`;
      ask.append(element("span", ` ${mentor.name}`, "lo-unseen"));
      acts.append(ask);
    }
    const remove = element("button", _("Remove"), "lo-button lo-button--quiet lo-button--small");
    remove.type = "button";
    remove.append(element("span", ` ${mentor.name}`, "lo-unseen"));
    remove.addEventListener("click", () => {
      this.#write(this.#handles.filter((one) => one !== handle));
      if (!this.#handles.length) return this.sheet.close();
      this.#showChoices();
      this.#compare();
      this.querySelector("[data-do=close]").focus();
    });
    acts.append(remove);
    head.append(this.#face(handle), who, acts);
    return head;
  }
}

customElements.define("mentor-shortlist", MentorShortlist);
