/** What a card can do beside leading to a profile: open in place, and go onto the shortlist. */

import { made, say, slotsOf } from "../lib/dom.js";
import { choice, listed, number } from "../match/choices.js";
import { requestAddress } from "../lib/request.js";

const ASKABLE = ["open", "limited"];
const SIGNAL_WORDS = {
  expertise: "Expertise", goals: "Goals", commitment: "Time", overlap: "Hours in common", openings: "Openings", style: "Style", stage: "Stage",
};

/**
 * Add the tools to a card, once.
 * @param {Element} part a card @param {HTMLTemplateElement} template
 * @param {{card: object | null, root: string, form: string, kept: boolean, toggle: (handle: string, name: string) => boolean,
 *   learner: () => object | null, label: (kind: string, id: string) => string}} around
 */
export function addTools(part, template, around) {
  if (slotsOf(part)("more")) return;
  const copy = template.content.cloneNode(true);
  const name = part.querySelector(".mentor-card__name").textContent;
  for (const slot of copy.querySelectorAll('[data-slot="of"]')) slot.textContent = name;
  part.append(copy);
  const keep = part.querySelector("[data-do=shortlist]");
  showKept(keep, around.kept);
  keep.addEventListener("click", () => showKept(keep, around.toggle(part.dataset.handle, name)));
  const expand = part.querySelector("[data-do=expand]");
  expand.addEventListener("click", () => toggleMore(part, expand, around));
}

/** @param {Element} button @param {boolean} kept */
export function showKept(button, kept) {
  button.setAttribute("aria-pressed", String(kept));
  slotsOf(button)("keep").textContent = kept ? "On the shortlist" : "Shortlist";
}

async function toggleMore(part, button, around) {
  const more = slotsOf(part)("more");
  more.hidden = !more.hidden;
  button.setAttribute("aria-expanded", String(!more.hidden));
  button.firstChild.textContent = more.hidden ? "More" : "Less";
  if (more.hidden || more.dataset.filled) return;
  more.dataset.filled = "yes";
  const { handle } = part.dataset;
  const profile = slotsOf(part)("profile");
  profile.href = `${around.root}mentors/${encodeURIComponent(handle)}/`;
  showPoints(part, around.card?.match);
  try {
    const response = await fetch(`${around.root}api/mentors/${encodeURIComponent(handle)}.json`);
    if (!response.ok) throw new Error(response.statusText);
    showFacts(part, await response.json(), around);
  } catch {
    more.prepend(made("p", "The details could not be loaded. The whole profile has them."));
  }
}

function showPoints(part, match) {
  const table = slotsOf(part)("points-table");
  if (!match) return table.remove();
  table.hidden = false;
  const rows = match.signals.map(({ signal, points, of, sentence }) => {
    const row = document.createElement("tr");
    const head = made("th", SIGNAL_WORDS[signal]);
    head.scope = "row";
    row.append(head, made("td", `${number(points)} of ${number(of)}`), made("td", sentence));
    return row;
  });
  table.tBodies[0].replaceChildren(...rows);
  if (match.unstated.length) {
    const words = listed(match.unstated.map((signal) => SIGNAL_WORDS[signal].toLowerCase()));
    table.after(made("p", `Not counted, because one of you does not state it: ${words}.`, "mentor-note"));
  }
}

function showFacts(part, mentor, { form, learner, label }) {
  const words = (kind, ids) => (ids ?? []).map((id) => label(kind, id)).join(", ");
  const facts = [
    ["Approach", withoutMarks(mentor.approach)],
    ["Can help with", (mentor.can_help_with ?? []).join("; ")],
    ["Cannot help with", (mentor.cannot_help_with ?? []).map((word) => label("skills", label("topics", word))).join("; ")],
    ["Can introduce", words("skills", mentor.can_introduce)],
    ["Topics", words("topics", mentor.topics)],
    ["Style", listed(Object.values(mentor.style ?? {}).map(choice))],
    ["Formats", words("formats", mentor.formats)],
    ["Usually free", (mentor.windows ?? []).join(", ") && `${mentor.windows.join(", ")} (${mentor.timezone.replaceAll("_", " ")})`],
  ];
  const list = slotsOf(part)("facts");
  list.replaceChildren(...facts.filter(([, text]) => text).flatMap(([title, text]) => [made("dt", title), made("dd", text)]));
  const link = slotsOf(part)("request");
  const elsewhere = mentor.contact?.mode === "link" && mentor.contact.url;
  if (!ASKABLE.includes(mentor.availability)) return;
  link.hidden = false;
  link.href = elsewhere ? mentor.contact.url : requestAddress(form, mentor, learner(), label);
  if (elsewhere) link.rel = "nofollow ugc noopener";
  say(slotsOf(part)("request"), "Request mentorship");
}

/** What people wrote is Markdown; here it is read as words, without its signs. */
function withoutMarks(text) {
  return (text ?? "").replace(/\[([^\]]*)\]\([^)]*\)/g, "$1").replace(/(\*\*|__|`)/g, "").trim();
}
