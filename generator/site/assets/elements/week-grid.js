/**
 * Free hours of a week as a table of buttons: one tap, a drag or the space bar for an hour, arrow keys to move. Below it
 * are the hours as they will be read, where each can be removed.
 *
 * @typedef {{day: string, start: number, end: number}} Span in minutes of the day
 */

import { WEEKDAYS } from "../lib/choices.js";
import { element } from "../lib/dom.js";
import { _ } from "../lib/messages.js";
import { timesOf, weekday } from "../lib/week.js";
import { parseWindow } from "../profile/times.js";

const FIRST = 6;
const LAST = 24;
const HOUR = 60;
/** @type {Record<string, [number, number]>} */
const MOVES = { ArrowDown: [0, 1], ArrowUp: [0, -1], ArrowRight: [1, 0], ArrowLeft: [-1, 0] };

export class WeekGrid {
  /** @type {Span[]} */
  spans = [];
  /** @type {string[]} what is no window stays as it was written */
  #others = [];
  #changed;
  #pointer = "";
  #painting = /** @type {boolean | null} */ (null);

  /** @param {HTMLElement} field @param {() => void} changed */
  constructor(field, changed) {
    this.#changed = changed;
    this.grid = field.querySelector("[data-slot=grid]");
    this.chips = field.querySelector("[data-slot=chosen]");
    this.slot = (name) => field.querySelector(`[data-slot=${name}]`);
    field.querySelector("[data-do=window]").addEventListener("click", () => this.#addExact());
    this.#draw();
    this.#show();
  }

  /** @returns {string[]} as a profile holds them */
  get windows() {
    return [...this.spans.map(({ day, start, end }) => `${day} ${clock(start)}-${clock(end)}`), ...this.#others];
  }

  set windows(written) {
    this.spans = written.map(parseWindow).filter(Boolean);
    this.#others = written.filter((text) => !parseWindow(text));
    this.#show();
  }

  #draw() {
    const table = element("table", "", "lo-weekgrid__table");
    const head = element("tr", "");
    head.append(element("td", ""));
    WEEKDAYS.forEach((_day, number) => {
      const name = element("th", weekday(number, "short"));
      name.scope = "col";
      head.append(name);
    });
    table.append(head);
    for (let hour = FIRST; hour < LAST; hour++) table.append(this.#row(hour));
    this.grid.replaceChildren(table);
    this.buttons = [...table.querySelectorAll("button")];
    this.buttons[0].tabIndex = 0;
    table.addEventListener("keydown", (event) => this.#key(event));
    table.addEventListener("pointerdown", (event) => this.#press(event));
    table.addEventListener("pointerover", (event) => this.#paint(event.target));
    addEventListener("pointerup", () => (this.#painting = null));
    table.addEventListener("click", (event) => this.#tap(event));
  }

  #row(hour) {
    const row = element("tr", "");
    const name = element("th", clock(hour * HOUR));
    name.scope = "row";
    row.append(name);
    WEEKDAYS.forEach((day, number) => {
      const cell = element("td", "");
      const button = element("button", "");
      button.type = "button";
      button.tabIndex = -1;
      button.dataset.day = day;
      button.dataset.hour = String(hour);
      button.setAttribute("aria-label", `${weekday(number, "long")} ${timesOf(/** @type {any} */ ({ from: hour * HOUR, to: (hour + 1) * HOUR }))}`);
      cell.append(button);
      row.append(cell);
    });
    return row;
  }

  #key(event) {
    const move = MOVES[event.key];
    if (!move || !event.target.dataset.day) return;
    event.preventDefault();
    const at = this.buttons.indexOf(event.target) + move[0] + move[1] * WEEKDAYS.length;
    this.#focus(this.buttons[at]);
  }

  #focus(button) {
    if (!button) return;
    for (const one of this.buttons) one.tabIndex = one === button ? 0 : -1;
    button.focus();
  }

  #press(event) {
    if (!event.target.dataset.day || event.button) return;
    this.#pointer = event.pointerType;
    // A finger that scrolls the page begins on a cell, too; it is a tap only where a click follows.
    if (event.pointerType !== "mouse") return;
    this.#painting = event.target.getAttribute("aria-pressed") !== "true";
    this.#paint(event.target);
  }

  /** What a mouse painted is not toggled again. */
  #tap(event) {
    if (event.detail === 0 || this.#pointer !== "mouse") this.#toggle(event.target);
    this.#pointer = "";
  }

  #paint(cell) {
    if (this.#painting !== null && cell.dataset?.day) this.#set(cell, this.#painting);
  }

  #toggle(cell) {
    if (cell.dataset?.day) this.#set(cell, cell.getAttribute("aria-pressed") !== "true");
  }

  #set({ dataset: { day, hour } }, free) {
    const start = Number(hour) * HOUR;
    this.#put({ day, start, end: start + HOUR }, free);
  }

  /** Add or take out a span; spans of a day that touch are one. */
  #put(span, free) {
    const others = this.spans.filter(({ day }) => day !== span.day);
    let same = this.spans.filter(({ day }) => day === span.day).flatMap(({ day, start, end }) => [
      { day, start, end: Math.min(end, span.start) },
      { day, start: Math.max(start, span.end), end },
    ]); // prettier-ignore
    same = same.filter(({ start, end }) => start < end);
    if (free) same.push(span);
    same.sort((one, other) => one.start - other.start);
    const joined = [];
    for (const one of same) {
      if (joined.length && joined.at(-1).end === one.start) joined.at(-1).end = one.end;
      else joined.push({ ...one });
    }
    this.spans = [...others, ...joined].sort((one, other) => WEEKDAYS.indexOf(one.day) - WEEKDAYS.indexOf(other.day) || one.start - other.start);
    this.#show();
    this.#changed();
  }

  #addExact() {
    const [start, end] = ["from", "to"].map((name) => this.slot(name).value.split(":").map(Number)).map(([hour, minute]) => hour * HOUR + minute);
    const until = end === 0 ? LAST * HOUR : end;
    if (start < until) this.#put({ day: this.slot("day").value, start, end: until }, true);
  }

  #show() {
    for (const button of this.buttons ?? []) {
      const start = Number(button.dataset.hour) * HOUR;
      const free = this.spans.some((span) => span.day === button.dataset.day && span.start < start + HOUR && start < span.end);
      button.setAttribute("aria-pressed", String(free));
    }
    this.chips.replaceChildren(...this.spans.map((span) => this.#chip(span)));
  }

  #chip(span) {
    const label = `${weekday(WEEKDAYS.indexOf(span.day), "short")} ${timesOf(/** @type {any} */ ({ from: span.start, to: span.end }))}`;
    const chip = element("li", label, "lo-chip lo-chip--wish");
    const remove = element("button", "");
    remove.type = "button";
    remove.setAttribute("aria-label", _("Remove {name}", { name: label }));
    const icon = element("span", "", "lo-i lo-i--close");
    icon.setAttribute("aria-hidden", "true");
    remove.append(icon);
    remove.addEventListener("click", () => this.#put(span, false));
    chip.append(remove);
    return chip;
  }
}

/** @param {number} minutes @returns {string} */
function clock(minutes) {
  return [Math.floor(minutes / HOUR), minutes % HOUR].map((part) => String(part).padStart(2, "0")).join(":");
}
