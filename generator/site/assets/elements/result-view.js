/** What stands around the cards: the count, the shelves, what was read instead of a typing mistake, advice, and "Why not?". */

import { filled, made, say } from "../lib/dom.js";

const PART_WORDS = { text: "the words", goals: "my goals", within: "the distance of clocks", common: "the hours in common", shelf: "the shelf" };

/** @param {number} total @param {boolean} matched whether goals are stated @returns {string} */
export function countInWords(total, matched) {
  const fit = matched ? ["fits your goals", "fit your goals"] : ["matches", "match"];
  if (total === 0) return matched ? "No mentor fits your goals and filters" : "No mentor matches";
  return total === 1 ? `1 mentor ${fit[0]}` : `${total.toLocaleString("en")} mentors ${fit[1]}`;
}

/** Show which shelves there are and how many stand on each. @param {Element} nav @param {Element} line @param {object} shelves @param {string} chosen */
export function showShelves(nav, line, shelves, chosen) {
  nav.hidden = false;
  for (const button of nav.querySelectorAll("button")) {
    const name = button.dataset.shelf;
    if (name) {
      button.hidden = !shelves[name];
      button.querySelector("[data-slot=total]").textContent = shelves[name] ? shelves[name].total.toLocaleString("en") : "";
    }
    button.setAttribute("aria-pressed", String(name === chosen));
  }
  say(line, shelves[chosen]?.sentence ?? "");
}

/** @param {Element} line @param {{typed: string, read: string[]}[]} corrections */
export function showCorrections(line, corrections) {
  const sentences = corrections.map(({ typed, read }) => `Nobody writes “${typed}”; these are for “${read.join("” or “")}”.`);
  say(line, sentences.join(" "));
}

/**
 * Say which filter to loosen. @param {Element} list @param {{part: string, total: number}[]} advice
 * @param {(part: string) => string} title what a part is called @param {(part: string) => void} leaveOut
 */
export function showAdvice(list, advice, title, leaveOut) {
  const parts = advice.map(({ part, total }) => {
    const line = document.createElement("li");
    const found = total === 1 ? "1 mentor matches" : `${total.toLocaleString("en")} mentors match`;
    if (part === "goals") line.append(made("span", `Without ${PART_WORDS.goals}, ${found}.`));
    else {
      const button = made("button", `Without ${PART_WORDS[part] ?? title(part)}, ${found}`, "mentor-button");
      button.type = "button";
      button.addEventListener("click", () => leaveOut(part));
      line.append(button);
    }
    return line;
  });
  list.replaceChildren(...(parts.length ? parts : [made("li", "No single filter is to blame: try with fewer of them, or another word.")]));
}

/**
 * Say why somebody who was found by name is not in the list. @param {Element} section
 * @param {{github: string, name: string, parts: string[], reasons: string[]}[]} leftOut
 * @param {(part: string) => string} title @param {string} root
 */
export function showLeftOut(section, leftOut, title, root) {
  section.hidden = leftOut.length === 0;
  const lines = leftOut.map(({ github, name, parts, reasons }) => {
    const line = document.createElement("li");
    const link = made("a", name);
    link.href = `${root}mentors/${encodeURIComponent(github.toLowerCase())}/`;
    const filters = parts.map((part) => PART_WORDS[part] ?? title(part));
    const kept = filters.length ? [`Left out by ${filters.join(" and ")}.`] : [];
    line.append(link, made("span", ` ${[...kept, ...reasons].join(" ")}`));
    return line;
  });
  section.querySelector("ul").replaceChildren(...lines);
}

/**
 * Show what is chosen as buttons that take it back. @param {Element} list @param {HTMLTemplateElement} template
 * @param {{label: string, remove: () => void}[]} chosen
 */
export function showChosen(list, template, chosen) {
  const parts = chosen.map(({ label, remove }) => {
    const part = filled(template, { label });
    part.querySelector("button").addEventListener("click", remove);
    return part;
  });
  list.replaceChildren(...parts);
}
