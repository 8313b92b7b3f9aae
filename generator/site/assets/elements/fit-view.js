/** "Why you two fit": the match of this browser's goals with one mentor, in words. */

import { element, slotsOf } from "../lib/dom.js";
import { dayOf } from "../lib/local-time.js";
import { _, decimal, listed, ngettext } from "../lib/messages.js";
import { signalLabel, verdict } from "../lib/wording.js";
import { isStated } from "../match/learner.js";
import { DirectoryClient } from "../search/directory-client.js";

/** Which signals appear beside what was wished for, the most telling first. */
const TOLD = ["goals", "overlap", "openings", "stage", "commitment", "style"];
const HALF = 0.5;

/** @type {DirectoryClient | null} */
let client = null;

/** The three questions of each part, as they were before the visitor's goals took their place. @type {WeakMap<HTMLElement, ChildNode[]>} */
const questions = new WeakMap();

/** @param {HTMLElement} part @param {string} handle @param {import("../match/learner.js").Learner} learner @param {string} root */
export async function showFit(part, handle, learner, root) {
  const slot = slotsOf(part)("fit");
  if (!questions.has(part)) questions.set(part, [...slot.childNodes]);
  const head = part.querySelector("h2");
  part.dataset.heading ??= head.textContent;
  part.querySelector(".lo-tag")?.remove();
  if (!isStated(learner)) {
    head.textContent = part.dataset.heading;
    return slot.replaceChildren(...(questions.get(part) ?? []));
  }
  try {
    client ??= new DirectoryClient(new URL(`${root}api/directory/`, document.baseURI).href, { show() {}, fail() {}, facets() {} });
    const response = await fetch(`${root}api/mentors/${encodeURIComponent(handle)}.json`);
    if (!response.ok) throw new Error(response.statusText);
    const [explained] = await client.explain([await response.json()], learner, dayOf(new Date()));
    head.textContent = explained.match?.points == null ? _("Why not now") : _("Why you two fit");
    if (explained.match?.points == null) return slot.replaceChildren(listOf((explained.reasons ?? []).map((sentence) => ({ good: false, sentence }))));
    head.after(verdictOf(explained.match.band));
    slot.replaceChildren(listOf(reasonsOf(explained.match)), scoreOf(explained.match));
    markWishes(explained.match.can_help_with);
  } catch {
    slot.replaceChildren(element("p", _("We couldn't compare your goals right now. The profile is complete without them."), "lo-hint"));
  }
}

function verdictOf(band) {
  const kinds = { strong: "", good: "", some: " lo-tag--wait", little: " lo-tag--plain" };
  return element("span", verdict(band), `lo-tag${kinds[band] ?? ""}`);
}

/** What fits first, then what is missing. */
function reasonsOf(match) {
  const wishes = match.wishes || match.can_help_with.length + match.not_offered.length;
  const covered = match.can_help_with;
  const signals = TOLD.map((name) => match.signals.find(({ signal }) => signal === name)).filter(Boolean);
  const told = signals.map(({ points, of, sentence }) => ({ good: points >= of * HALF, sentence }));
  return [
    ...(covered.length ? [{ good: true, title: listed(covered), sentence: ngettext("Covers {covered} of your {count} wish", "Covers {covered} of your {count} wishes", wishes, { covered: covered.length }) }] : []),
    ...told.filter(({ good }) => good),
    ...(match.in_general ?? []).map((sentence) => ({ good: false, sentence })),
    ...(match.not_offered.length ? [{ good: false, title: _("Not {what}", { what: listed(match.not_offered) }), sentence: "" }] : []),
    ...told.filter(({ good }) => !good),
  ];
}

function listOf(reasons) {
  const list = element("ul", "", "lo-fit__why");
  for (const { good, title, sentence } of reasons) {
    const line = document.createElement("li");
    const icon = element("span", "", `lo-i lo-i--${good ? "check" : "minus"}`);
    icon.setAttribute("aria-hidden", "true");
    const words = document.createElement("span");
    if (title) words.append(element("b", title));
    if (sentence) words.append(element(title ? "small" : "span", sentence));
    line.append(icon, words);
    list.append(line);
  }
  return list;
}

function scoreOf(match) {
  const details = document.createElement("details");
  details.append(element("summary", _("How we scored this match")));
  const table = document.createElement("table");
  const body = table.createTBody();
  for (const { signal, points, of } of match.signals) {
    const row = body.insertRow();
    const head = element("th", signalLabel(signal));
    head.scope = "row";
    row.append(head, element("td", _("{points} of {possible}", { points: decimal(points), possible: decimal(of) })));
  }
  details.append(table, element("p", _("Based on what you've both shared"), "lo-hint"));
  return details;
}

/** Mark the chips of what the visitor wants. @param {string[]} labels */
function markWishes(labels) {
  for (const chip of document.querySelectorAll(".lo-sect--expertise a.lo-chip")) {
    chip.classList.toggle("lo-chip--yes", labels.includes(chip.firstChild.textContent));
  }
}
