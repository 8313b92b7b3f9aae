/** When someone is free, in the goals: times of a week that one tap states, and exact hours for the rest. */

import { fromTemplate, slotsOf } from "../lib/dom.js";
import { readWindow } from "../match/learner.js";
import { windowsOf } from "../search/ask-wishes.js";

const FIRST = "Tue 18:00-20:00";

export class HoursFields {
  /** @param {HTMLElement} goals the element of the form @param {() => void} changed */
  constructor(goals, changed) {
    this.goals = goals;
    this.changed = changed;
    this.rows = slotsOf(goals)("windows");
    this.times = /** @type {HTMLInputElement[]} */ ([...goals.querySelectorAll("input[name=times]")]);
    this.add = /** @type {HTMLElement} */ (goals.querySelector("[data-do=add-hours]"));
    this.add.addEventListener("click", () => {
      this.rows.append(this.#row(FIRST));
      changed();
      this.rows.lastElementChild.querySelector("select").focus();
    });
  }

  /** @returns {string[]} hours as a learner's file writes them */
  read() {
    const tapped = this.times.filter(({ checked }) => checked).flatMap(({ value }) => windowsOf([value]));
    return [...new Set([...tapped, ...this.#written().filter(readWindow)])];
  }

  /** @param {string[]} windows */
  show(windows) {
    for (const time of this.times) time.checked = windowsOf([time.value]).every((window) => windows.includes(window));
    const tapped = this.times.filter(({ checked }) => checked).flatMap(({ value }) => windowsOf([value]));
    const exact = windows.filter((window) => !tapped.includes(window));
    if (this.#written().join() !== exact.join()) this.rows.replaceChildren(...exact.map((window) => this.#row(window)));
  }

  #written() {
    return [...this.rows.children].map((row) => {
      const value = (name) => row.querySelector(`[name=${name}]`).value;
      return `${value("day")} ${value("from")}-${value("to") === "23:59" ? "24:00" : value("to")}`;
    });
  }

  #row(text) {
    const row = fromTemplate(this.goals.querySelector('template[data-template="hours"]'), {});
    const [, day, from, to] = /^(\w+) ([\d:]+)-([\d:]+)$/.exec(text);
    for (const [name, value] of Object.entries({ day, from, to: to === "24:00" ? "23:59" : to })) {
      /** @type {HTMLInputElement} */ (row.querySelector(`[name=${name}]`)).value = value;
    }
    row.querySelector(".mentor-remove").addEventListener("click", () => {
      row.remove();
      this.changed();
      this.add.focus();
    });
    return row;
  }
}
