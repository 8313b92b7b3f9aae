/**
 * A text field with a list of suggestions below it, for the keyboard, for touch and for screen readers: arrow keys move,
 * Enter takes one, Escape closes.
 *
 * @typedef {{label: string, detail?: string, take: () => void}} Suggestion
 */

import { element } from "../lib/dom.js";

export class Suggestions {
  #input;
  #list;
  #offer;
  #options = /** @type {Suggestion[]} */ ([]);
  #active = -1;

  /** @param {HTMLInputElement} input @param {HTMLElement} list @param {(text: string) => Suggestion[]} offer */
  constructor(input, list, offer) {
    this.#input = input;
    this.#list = list;
    this.#offer = offer;
    input.addEventListener("input", () => this.show());
    input.addEventListener("keydown", (event) => this.#key(event));
    input.addEventListener("blur", () => this.close());
    // The field keeps the focus while one is chosen by hand.
    list.addEventListener("mousedown", (event) => event.preventDefault());
    list.addEventListener("click", (event) => {
      const at = [...list.children].indexOf(event.target instanceof Element ? event.target.closest("[role=option]") : null);
      if (at >= 0) this.#take(at);
    });
  }

  /** @returns {boolean} whether a suggestion is marked, which Enter will take */
  get marked() {
    return this.#active >= 0;
  }

  show() {
    const text = this.#input.value.trim();
    this.#options = text && this.#input === document.activeElement ? this.#offer(text) : [];
    this.#active = -1;
    const parts = this.#options.map(({ label, detail }, at) => {
      const option = element("div", "", "lo-option");
      option.id = `${this.#list.id}-${at}`;
      option.setAttribute("role", "option");
      option.append(element("span", label), ...(detail ? [element("small", detail)] : []));
      return option;
    });
    this.#list.replaceChildren(...parts);
    this.#list.hidden = !parts.length;
    this.#input.setAttribute("aria-expanded", String(parts.length > 0));
    this.#mark(-1);
  }

  close() {
    this.#list.hidden = true;
    this.#input.setAttribute("aria-expanded", "false");
    this.#mark(-1);
  }

  #mark(at) {
    this.#active = at;
    [...this.#list.children].forEach((option, place) => option.setAttribute("aria-selected", String(place === at)));
    const option = this.#list.children[at];
    if (option) {
      this.#input.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    } else this.#input.removeAttribute("aria-activedescendant");
  }

  #take(at) {
    this.#options[at].take();
    this.close();
  }

  #key(event) {
    if (event.isComposing) return;
    const open = !this.#list.hidden;
    const count = this.#options.length;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!open) this.show();
      else this.#mark(event.key === "ArrowDown" ? (this.#active + 1) % count : (this.#active <= 0 ? count : this.#active) - 1);
    } else if (event.key === "Escape" && open) {
      event.stopPropagation();
      this.close();
    } else if (event.key === "Enter" && open && this.marked) {
      event.preventDefault();
      event.stopImmediatePropagation();
      this.#take(this.#active);
    }
  }
}
