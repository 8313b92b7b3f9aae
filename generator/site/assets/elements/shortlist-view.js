/** `<mentor-shortlist>` keeps mentors in mind, in this browser, and puts up to four of them side by side. */

import { fromTemplate, element, slotsOf } from "../lib/dom.js";
import { _, ngettext } from "../lib/messages.js";
import { StoredValue } from "../lib/storage.js";
import { timeThere } from "../lib/local-time.js";
import { COMPARED, comparison, readShortlist, toggled } from "../lib/shortlist.js";

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
    this.kept = new StoredValue("shortlist", root);
    this.kept.onChange(() => this.#read());
    this.querySelector("[data-do=compare]").addEventListener("click", () => this.#compare());
    this.querySelector("[data-do=empty]").addEventListener("click", () => this.#write([]));
    this.#read();
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

  #read() {
    const kept = this.kept.read() ?? {};
    this.#handles = readShortlist(kept.handles);
    this.#names = { ...(typeof kept.names === "object" ? kept.names : {}), ...this.#names };
    this.#show();
  }

  #write(handles) {
    const names = Object.fromEntries(handles.map((handle) => [handle, String(this.#names[handle] ?? handle)]));
    this.kept.write(handles.length ? { handles, names } : null);
    this.#handles = handles;
    this.#show();
    this.dispatchEvent(new CustomEvent("shortlist", { bubbles: true }));
    window.dispatchEvent(new CustomEvent("lodestar:saved"));
  }

  #show() {
    this.hidden = this.#handles.length === 0;
    this.#chosen = new Set([...this.#chosen].filter((handle) => this.has(handle)));
    for (const handle of this.#handles) if (this.#chosen.size < COMPARED) this.#chosen.add(handle);
    this.slotOf("names").replaceChildren(...this.#handles.map((handle) => this.#part(handle)));
    this.slotOf("compare").hidden = true;
    this.#showChosen();
  }

  #part(handle) {
    const name = String(this.#names[handle] ?? handle);
    const part = fromTemplate(this.querySelector('template[data-template="name"]'), { name, of: name });
    part.querySelector("a").href = `${this.root}mentors/${encodeURIComponent(handle)}/`;
    const box = part.querySelector("input");
    box.value = handle;
    box.setAttribute("aria-label", _("Compare {name}", { name }));
    box.addEventListener("change", () => {
      if (box.checked) this.#chosen.add(handle);
      else this.#chosen.delete(handle);
      this.slotOf("compare").hidden = true;
      this.#showChosen();
    });
    part.querySelector(".mentor-remove").addEventListener("click", () => {
      this.#write(this.#handles.filter((one) => one !== handle));
      this.querySelector("[data-do=compare]").focus();
    });
    return part;
  }

  #showChosen() {
    const full = this.#chosen.size >= COMPARED;
    for (const box of this.slotOf("names").querySelectorAll("input")) {
      box.checked = this.#chosen.has(box.value);
      box.disabled = full && !box.checked;
    }
    const count = this.#handles.length;
    this.slotOf("said").textContent = [
      ngettext("{count} mentor, saved in this browser.", "{count} mentors, saved in this browser.", count),
      ngettext("You can compare {count} at a time.", "You can compare up to {count} at a time.", COMPARED),
    ].join(" ");
    this.querySelector("[data-do=compare]").disabled = this.#chosen.size < 2;
  }

  async #compare() {
    const region = this.slotOf("compare");
    const handles = this.#handles.filter((handle) => this.#chosen.has(handle));
    try {
      const mentors = await Promise.all(handles.map((handle) => this.#fetch(handle)));
      const explained = (await this.around.explain(mentors)) ?? [];
      const now = new Date();
      const compared = mentors.map((mentor, at) => ({ mentor, ...explained[at], time: timeThere(mentor.timezone, now) }));
      this.#showTable(region.querySelector("table"), compared);
    } catch {
      this.slotOf("said").textContent = _("We couldn't load the profiles right now. Please try again.");
      return;
    }
    region.hidden = false;
    region.focus();
  }

  async #fetch(handle) {
    const response = await fetch(`${this.root}api/mentors/${encodeURIComponent(handle)}.json`);
    if (!response.ok) throw new Error(response.statusText);
    return response.json();
  }

  #showTable(table, compared) {
    const [row] = table.tHead.rows;
    const heads = compared.map(({ mentor }) => {
      const head = document.createElement("th");
      head.scope = "col";
      const link = element("a", mentor.name);
      link.href = `${this.root}mentors/${encodeURIComponent(mentor.github.toLowerCase())}/`;
      head.append(link);
      return head;
    });
    row.replaceChildren(row.cells[0], ...heads);
    const lines = comparison(compared, this.around.label).map(([title, texts]) => {
      const line = document.createElement("tr");
      const head = element("th", title);
      head.scope = "row";
      line.append(head, ...texts.map((text) => element("td", text || "–")));
      return line;
    });
    table.tBodies[0].replaceChildren(...lines);
  }
}

customElements.define("mentor-shortlist", MentorShortlist);
