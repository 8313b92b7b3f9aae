/**
 * The certificate: shows what is typed, takes names and days from behind the address's #, and prints. Nothing is sent or kept.
 */

import { slotsOf } from "../lib/dom.js";
import { _ } from "../lib/messages.js";

const FIELDS = ["mentee", "mentor", "what", "from", "until", "number"];
const DAY = /^\d{4}-\d{2}-\d{2}$/;

class Certificate {
  /** @param {HTMLElement} page */
  constructor(page) {
    this.slotOf = slotsOf(page);
    this.form = /** @type {HTMLFormElement} */ (page.querySelector("[data-form]"));
    this.root = page.dataset.root ?? "";
    this.thread = page.dataset.threads ?? "";
    this.form.addEventListener("input", () => this.#show());
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      print();
    });
    this.#fill();
    this.#show();
    page.dataset.ready = "";
  }

  /** @param {string} name */
  #field(name) {
    return /** @type {HTMLInputElement} */ (this.form.elements.namedItem(name));
  }

  #fill() {
    const link = new URLSearchParams(location.hash.slice(1));
    for (const name of FIELDS) {
      const value = link.get(name) ?? "";
      if (value && (!["from", "until"].includes(name) || DAY.test(value))) this.#field(name).value = value.slice(0, 140);
    }
    const handle = link.get("mentor") ?? "";
    if (/^[a-z0-9-]{1,80}$/.test(handle)) this.#nameOf(handle);
  }

  /** The name on a mentor's page, where there is one; a handle is what a link knows. */
  async #nameOf(handle) {
    try {
      const answer = await fetch(`${this.root}api/mentors/${handle}.json`);
      const field = this.#field("mentor");
      const name = answer.ok ? (await answer.json()).name : "";
      if (name && field.value === handle) field.value = name;
    } catch {
      return;
    }
    this.#show();
  }

  #show() {
    for (const name of ["mentee", "mentor", "what"]) {
      const slot = this.slotOf(name);
      slot.textContent = this.#field(name).value.trim() || slot.dataset.empty || "";
    }
    const [from, until] = ["from", "until"].map((name) => dayInWords(this.#field(name).value));
    this.slotOf("when").textContent = from && until ? _("{from} to {until}", { from, until }) : from || until;
    const number = this.#field("number").value.replace(/\D/g, "");
    this.slotOf("thread").textContent = number ? this.thread + number : "";
  }
}

/** @param {string} day */
function dayInWords(day) {
  if (!DAY.test(day)) return "";
  const format = new Intl.DateTimeFormat(document.documentElement.lang || undefined, { dateStyle: "long", timeZone: "UTC" });
  return format.format(new Date(`${day}T00:00:00Z`));
}

for (const page of document.querySelectorAll("[data-certificate]")) new Certificate(/** @type {HTMLElement} */ (page));
