/** What is around the cards: the count, the presets, what was searched instead of a typing mistake, advice, and who is left out. */

import { element, fromTemplate, setText } from "../lib/dom.js";
import { _, integer, listed, either, N_, ngettext } from "../lib/messages.js";

/** @type {Record<string, string>} */
const PARTS = { text: N_("your search words"), goals: N_("your goals"), within: N_("the time difference"), common: N_("the hours in common"), preset: N_("the chosen view") };

/** @type {Record<string, string>} */
const GOALS = { languages: N_("the languages in your goals"), formats: N_("the formats in your goals"), relationship_types: N_("the kinds of mentorship in your goals") };

/** @param {number} total @param {boolean} matched whether goals are stated @returns {string} */
export function countInWords(total, matched) {
  if (total === 0) return matched ? _("No mentors fit your goals and filters") : _("No mentors match");
  if (matched) return ngettext("{count} mentor fits your goals", "{count} mentors fit your goals", total);
  return ngettext("{count} mentor matches", "{count} mentors match", total);
}

/** Show which presets there are and how many mentors are in each. @param {HTMLElement} nav @param {HTMLElement} line @param {object} presets @param {string} chosen */
export function showPresets(nav, line, presets, chosen) {
  nav.hidden = false;
  for (const button of nav.querySelectorAll("button")) {
    const name = button.dataset.shelf;
    if (name) {
      button.hidden = !presets[name];
      button.querySelector("[data-slot=total]").textContent = presets[name] ? integer(presets[name].total) : "";
    }
    button.setAttribute("aria-pressed", String(name === chosen));
  }
  setText(line, presets[chosen]?.sentence ?? "");
}

/** @param {HTMLElement} line @param {{typed: string, read: string[]}[]} corrections */
export function showCorrections(line, corrections) {
  const sentences = corrections.map(({ read }) => _("Showing results for {words}.", { words: either(read.map((word) => _("“{word}”", { word }))) }));
  setText(line, sentences.join(" "));
}

/**
 * Suggest which single wish to take back. @param {HTMLElement} list @param {{part: string, value: string, total: number, field?: string, label?: string}[]} advice
 * @param {(wish: {part: string, value: string}) => string} nameOf what a wish is called @param {(wish: {part: string, value: string}) => void} leaveOut
 */
export function showAdvice(list, advice, nameOf, leaveOut) {
  const parts = advice.map((wish) => {
    const line = document.createElement("li");
    const filter = wish.part === "goals" ? goalInWords(wish) : Object.hasOwn(PARTS, wish.part) && !wish.value ? _(PARTS[wish.part]) : nameOf(wish);
    const sentence = ngettext("Without {filter}: {count} mentor", "Without {filter}: {count} mentors", wish.total, { filter });
    line.append(wish.part === "goals" && !wish.field ? element("span", sentence) : wideButton(sentence, () => leaveOut(wish)));
    return line;
  });
  list.replaceChildren(...(parts.length ? parts : [element("li", _("Removing one filter isn't enough. Try fewer filters, or other words."))]));
}

/** @param {{field?: string, label?: string}} wish of the goals @returns {string} */
function goalInWords({ field = "", label }) {
  if (label) return _("{wish} in your goals", { wish: label });
  return _(Object.hasOwn(GOALS, field) ? GOALS[field] : PARTS.goals);
}

/**
 * Name words that find nobody, and what reads alike. @param {HTMLElement} part
 * @param {{typed: string, label: string, near: {kind: string, id: string, label: string, total: number}[]}[]} unknown
 * @param {(typed: string, near: {kind: string, id: string}) => void} take
 */
export function showUnknown(part, unknown, take) {
  part.hidden = unknown.length === 0;
  const sections = unknown.flatMap(({ typed, label, near }) => {
    const nobody = label ? _("Nobody lists {skill} yet.", { skill: label }) : _("No mentor, skill or topic is called “{word}”.", { word: typed });
    if (!near.length) return [element("p", nobody)];
    const list = element("p", "", "mentor-unknown__near");
    list.append(...near.map((one) => lineButton(_("{skill} ({count})", { skill: one.label, count: integer(one.total) }), () => take(typed, one))));
    return [element("p", `${nobody} ${_("Close to it:")}`), list];
  });
  part.replaceChildren(...sections);
}

function wideButton(label, act) {
  const button = lineButton(label, act);
  button.classList.add("lo-button--wide");
  return button;
}

function lineButton(label, act) {
  const button = element("button", label, "lo-button lo-button--line");
  button.type = "button";
  button.addEventListener("click", act);
  return button;
}

/**
 * Say why someone who was found by name is not in the list. @param {HTMLElement} section
 * @param {{handle: string, name: string, parts: string[], reasons: string[]}[]} leftOut
 * @param {(part: string) => string} title @param {string} root
 */
export function showLeftOut(section, leftOut, title, root) {
  section.hidden = leftOut.length === 0;
  const lines = leftOut.map(({ handle, name, parts, reasons }) => {
    const line = document.createElement("li");
    const link = element("a", name);
    link.href = `${root}mentors/${encodeURIComponent(handle)}/`;
    const filters = parts.map((part) => partInWords(part, title));
    const kept = filters.length ? [_("Hidden by: {filters}.", { filters: listed(filters) })] : [];
    line.append(link, element("span", ` ${[...kept, ...reasons].join(" ")}`));
    return line;
  });
  section.querySelector("ul").replaceChildren(...lines);
}

/** @param {string} part @param {(part: string) => string} title @returns {string} */
function partInWords(part, title) {
  return Object.hasOwn(PARTS, part) ? _(PARTS[part]) : title(part);
}

/**
 * Show what is chosen, each with a button that leads to where it was chosen and one that takes it back.
 * @param {HTMLElement} list @param {HTMLTemplateElement} template
 * @param {{label: string, change: () => void, remove: () => void}[]} chosen
 */
export function showChosen(list, template, chosen) {
  const parts = chosen.map(({ label, change, remove }) => {
    const part = fromTemplate(template, { label, of: label });
    part.querySelector("[data-do=change]").addEventListener("click", change);
    part.querySelector("[data-do=remove]").addEventListener("click", remove);
    return part;
  });
  list.replaceChildren(...parts);
}
