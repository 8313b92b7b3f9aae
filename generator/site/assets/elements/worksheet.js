/** A worksheet of a guide: keeps the answers in this browser, and saves, copies, prints or deletes them. */

import { slotsOf } from "../lib/dom.js";
import { _ } from "../lib/messages.js";
import { StoredValue } from "../lib/storage.js";

class Worksheet {
  /** @param {HTMLElement} place of the buttons, below the last question */
  constructor(place) {
    this.place = place;
    this.name = place.dataset.worksheet;
    this.all = new StoredValue("worksheets", place.dataset.root);
    this.fields = /** @type {HTMLTextAreaElement[]} */ ([...document.querySelectorAll(".lo-answer textarea")]);
  }

  start() {
    const answers = this.all.read()?.[this.name];
    for (const field of this.fields) {
      // A browser may have brought back what was typed before this script was ready.
      const before = answers?.[field.name];
      if (!field.value && typeof before === "string") field.value = before;
      grow(field);
      field.addEventListener("input", () => {
        grow(field);
        this.#keep();
      });
    }
    if (this.fields.some(({ value }) => value)) this.#keep();
    for (const button of this.place.querySelectorAll("[data-do]")) button.addEventListener("click", () => this.#do(button.dataset.do));
    this.place.hidden = false;
  }

  #keep() {
    const answers = Object.fromEntries(this.fields.map(({ name, value }) => [name, value]).filter(([, value]) => value.trim()));
    const { [this.name]: _before, ...others } = this.all.read() ?? {};
    const all = Object.keys(answers).length ? { ...others, [this.name]: answers } : others;
    this.all.write(Object.keys(all).length ? all : null);
  }

  /** @returns {string} the questions and answers as Markdown, in the order of the page */
  get #text() {
    const title = document.querySelector("h1").firstChild.textContent.trim();
    const parts = this.fields.map((field) => `## ${field.labels[0].textContent}\n\n${field.value.trim() || "..."}`);
    return `# ${title}\n\n${parts.join("\n\n")}\n`;
  }

  async #do(what) {
    if (what === "print") print();
    else if (what === "save") this.#save();
    else if (what === "copy") this.#say((await copied(this.#text)) ? _("Copied.") : _("Your browser doesn't let us copy. Save the file instead."));
    else this.#clear();
  }

  #save() {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([this.#text], { type: "text/markdown" }));
    link.download = `${this.name}.md`;
    link.click();
    URL.revokeObjectURL(link.href);
    this.#say(_("Saved as {file}.", { file: link.download }));
  }

  #clear() {
    if (!confirm(_("Delete all your answers on this page?"))) return;
    for (const field of this.fields) {
      field.value = "";
      grow(field);
    }
    this.#keep();
    this.#say(_("Deleted. Nothing is kept any more."));
    this.fields[0].focus();
  }

  #say(words) {
    slotsOf(this.place)("said").textContent = words;
  }
}

/** Show all lines of an answer, on paper too. @param {HTMLTextAreaElement} field */
function grow(field) {
  field.style.height = "auto";
  field.style.height = `${field.scrollHeight + 2}px`;
}

/** @param {string} text @returns {Promise<boolean>} */
async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

for (const place of document.querySelectorAll("[data-worksheet]")) new Worksheet(/** @type {HTMLElement} */ (place)).start();
