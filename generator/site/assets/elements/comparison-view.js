/** Saved mentors side by side, each with a way to ask and a way to leave the shortlist. */

import { element, fromTemplate, slotsOf } from "../lib/dom.js";
import { _, ngettext } from "../lib/messages.js";
import { availabilityOn, timeThere } from "../lib/local-time.js";
import { comparison } from "../lib/comparison.js";
import { COMPARED } from "../lib/shortlist.js";

const ASKABLE = ["open", "limited"];

export class ComparisonView {
  /**
   * @param {any} tray the element around the sheet
   * @param {{root: string, handles: () => string[], chosen: Set<string>, name: (handle: string) => string, face: (handle: string) => Element,
   *   remove: (handle: string) => void, explain: (mentors: object[]) => Promise<object[] | null>, label: (kind: string, id: string) => string}} around
   */
  constructor(tray, around) {
    this.tray = tray;
    this.around = around;
    this.slotOf = slotsOf(tray);
  }

  /** Show who can be compared, and the comparison. */
  async show() {
    this.#showChoices();
    await this.#compare();
  }

  /** Whom to compare can be chosen where more are saved than fit side by side. */
  #showChoices() {
    const full = this.around.chosen.size >= COMPARED;
    const choices = this.slotOf("names");
    choices.hidden = this.around.handles().length <= COMPARED;
    this.slotOf("most").hidden = choices.hidden;
    this.slotOf("most").textContent = ngettext("You can compare {count} at a time.", "You can compare up to {count} at a time.", COMPARED);
    const parts = this.around.handles().map((handle) => {
      const part = fromTemplate(this.tray.querySelector('template[data-template="name"]'), { name: this.around.name(handle) });
      const box = part.querySelector("input");
      Object.assign(box, { value: handle, checked: this.around.chosen.has(handle), disabled: full && !this.around.chosen.has(handle) });
      box.addEventListener("change", () => {
        if (box.checked) this.around.chosen.add(handle);
        else this.around.chosen.delete(handle);
        this.#showChoices();
        this.slotOf("names").querySelector(`input[value="${CSS.escape(handle)}"]`).focus();
        this.#compare();
      });
      return part;
    });
    choices.replaceChildren(...parts);
  }

  async #compare() {
    const handles = this.around.handles().filter((handle) => this.around.chosen.has(handle));
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
    const response = await fetch(`${this.around.root}api/mentors/${encodeURIComponent(handle)}.json`);
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
    const { handle } = mentor;
    const head = document.createElement("th");
    head.scope = "col";
    const who = element("a", mentor.name);
    who.href = `${this.around.root}mentors/${encodeURIComponent(handle)}/`;
    const acts = element("span", "", "mentor-compare__acts");
    if (ASKABLE.includes(availabilityOn(mentor))) {
      const ask = element("a", _("Ask"), "lo-button lo-button--small");
      ask.href = `${this.around.root}ask/#${encodeURIComponent(handle)}`;
      ask.append(element("span", ` ${mentor.name}`, "lo-unseen"));
      acts.append(ask);
    }
    const remove = element("button", _("Remove"), "lo-button lo-button--quiet lo-button--small");
    remove.type = "button";
    remove.append(element("span", ` ${mentor.name}`, "lo-unseen"));
    remove.addEventListener("click", () => {
      this.around.remove(handle);
      if (!this.around.handles().length) return this.tray.sheet.close();
      this.#showChoices();
      this.#compare();
      this.tray.querySelector("[data-do=close]").focus();
    });
    acts.append(remove);
    head.append(this.around.face(handle), who, acts);
    return head;
  }
}
