/**
 * `<mentor-shortlist>` is the tray of saved mentors: who they are, and a button that puts up to four of them side by
 * side. They are kept in this browser; what compares them is fetched once someone is about to open it.
 */

import { element, slotsOf } from "../lib/dom.js";
import { _, ngettext } from "../lib/messages.js";
import { StoredValue } from "../lib/storage.js";
import { COMPARED, readShortlist, toggled } from "../lib/shortlist.js";
import { guessInitials, hueOf } from "../lib/initials.js";

const IN_THE_TRAY = 4;
const HASH = "#shortlist";

class MentorShortlist extends HTMLElement {
  #handles = [];
  #names = {};
  #chosen = new Set();
  /** @type {import("./comparison-view.js").ComparisonView | null} */
  #comparison = null;

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
    for (const near of ["focusin", "pointerenter"]) this.addEventListener(near, () => import("./comparison-view.js").catch(() => {}), { once: true });
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
    if (this.sheet.open) this.#comparison?.show();
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
    for (const handle of this.#chosen) if (!this.has(handle)) this.#chosen.delete(handle);
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
    this.slotOf("nobody").hidden = this.#handles.length > 0;
    // What is hidden as a whole cannot show its sheet.
    this.hidden = false;
    if (!this.sheet.open) this.sheet.showModal();
    this.sheet.addEventListener("close", () => (this.hidden = this.#handles.length === 0), { once: true });
    try {
      const { ComparisonView } = await import("./comparison-view.js");
      this.#comparison ??= new ComparisonView(this, {
        ...this.around,
        root: this.root,
        handles: () => this.#handles,
        chosen: this.#chosen,
        name: (handle) => this.#name(handle),
        face: (handle) => this.#face(handle),
        remove: (handle) => this.#write(this.#handles.filter((one) => one !== handle)),
      });
      await this.#comparison.show();
    } catch {
      this.slotOf("problem").textContent = _("We couldn't load the profiles right now. Please try again.");
    }
  }
}

customElements.define("mentor-shortlist", MentorShortlist);
