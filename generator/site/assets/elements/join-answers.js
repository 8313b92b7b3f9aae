/** One question of the form: reads and writes its answer as a profile holds it, whatever the question looks like. */

import { loginFrom } from "../profile/proposal.js";
import { TermBox } from "./term-box.js";
import { WeekGrid } from "./week-grid.js";

const LINES = /\n+/;

/** @typedef {{read: () => any, write: (value: any) => void, box?: TermBox}} Answer */

/**
 * @param {HTMLElement} field with `data-field` and `data-kind`
 * @param {{reader: (kind: string) => import("./term-box.js").Reader, misread: (field: string, words: string) => boolean, changed: () => void}} form
 * @returns {Answer}
 */
export function answerOf(field, form) {
  const kind = field.dataset.kind ?? "";
  const control = field.querySelector("input, select, textarea");
  const all = [...field.querySelectorAll("input")];
  if (kind === "terms" || kind === "languages") return termsOf(field, form);
  if (kind === "windows") return windowsOf(field, form.changed);
  if (kind === "rows") return rowsOf(field, form.changed);
  if (kind === "many" || kind === "ids") return manyOf(all);
  if (kind === "one" || kind === "yesno") return oneOf(all, kind === "yesno");
  if (kind === "lines") return linesOf(control);
  if (kind === "number") return numberOf(control);
  const read = field.dataset.field === "github" ? () => loginFrom(control.value) : () => control.value;
  return { read, write: (value) => (control.value = value ?? "") };
}

function termsOf(field, { reader, misread, changed }) {
  const box = new TermBox(field, reader(field.dataset.of || field.dataset.kind), { changed, misread: (words) => misread(field.dataset.field, words) });
  return {
    box,
    read: () => box.chosen.filter(({ proposed }) => !proposed).map(({ value }) => value),
    write: (value) => box.set((value ?? []).map((one) => (typeof one === "string" ? { value: one } : one))),
  };
}

function windowsOf(field, changed) {
  const grid = new WeekGrid(field, changed);
  return { read: () => grid.windows, write: (value) => (grid.windows = value ?? []) };
}

function manyOf(boxes) {
  /** @type {string[]} the order in which someone wrote them */
  let order = [];
  const rank = (value) => (order.includes(value) ? order.indexOf(value) : order.length);
  return {
    read: () => boxes.filter(({ checked }) => checked).map(({ value }) => value).sort((one, other) => rank(one) - rank(other)),
    write: (value) => {
      const written = [value ?? []].flat();
      order = written.flatMap((one) => boxes.find((box) => isChoice(box, one))?.value ?? []);
      for (const box of boxes) box.checked = order.includes(box.value);
    },
  };
}

/** Whether a box is a value, as its id or as people call it. */
function isChoice(box, value) {
  const written = String(value).trim().toLowerCase();
  return written === box.value || written === box.nextElementSibling?.textContent.trim().toLowerCase();
}

function oneOf(radios, isTrueOrFalse) {
  // A choice that is optional can be taken back by a second tap.
  for (const radio of radios) {
    radio.addEventListener("pointerdown", () => (radio.dataset.was = String(radio.checked)));
    radio.addEventListener("click", () => {
      if (radio.dataset.was !== "true" || radio.name === "f-commitment") return;
      radio.checked = false;
      radio.dispatchEvent(new Event("input", { bubbles: true }));
    });
  }
  return {
    read: () => {
      const value = radios.find(({ checked }) => checked)?.value;
      return isTrueOrFalse && value ? value === "true" : value;
    },
    write: (value) => radios.forEach((radio) => (radio.checked = isChoice(radio, value))),
  };
}

function linesOf(control) {
  return {
    read: () => control.value.split(LINES).map((line) => line.trim()).filter(Boolean),
    write: (value) => (control.value = (value ?? []).join("\n")),
  };
}

function numberOf(control) {
  return {
    read: () => (control.value === "" ? undefined : Number(control.value)),
    write: (value) => (control.value = value ?? ""),
  };
}

/** A group that is answered several times: a row for each. */
function rowsOf(field, changed) {
  const list = field.querySelector("[data-slot=rows]");
  const template = field.querySelector("template");
  const parts = (row) => [...row.querySelectorAll("[data-part]")].map((label) => ({ name: label.dataset.part, kind: label.dataset.kind, control: label.querySelector("input, select") }));
  const add = (value = {}) => {
    const row = template.content.cloneNode(true).firstElementChild;
    for (const { name, control } of parts(row)) if (name in value) control.value = value[name];
    row.querySelector("[data-do=drop]").addEventListener("click", () => {
      row.remove();
      changed();
      field.querySelector("[data-do=row]").focus();
    });
    list.append(row);
    return row;
  };
  field.querySelector("[data-do=row]").addEventListener("click", () => {
    add().querySelector("input, select").focus();
    changed();
  });
  return {
    read: () =>
      [...list.children].map((row) => {
        const said = parts(row).filter(({ control }) => control.value !== "");
        return Object.fromEntries(said.map(({ name, kind, control }) => [name, kind === "number" ? Number(control.value) : control.value]));
      }),
    write: (value) => {
      list.replaceChildren();
      for (const one of value ?? []) add(one);
    },
  };
}
