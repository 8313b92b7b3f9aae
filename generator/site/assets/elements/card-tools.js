/** What a card can do beside leading to a profile: open in place, and go onto the shortlist. */

import { element, setText, slotsOf } from "../lib/dom.js";
import { _, decimal, integer, listed } from "../lib/messages.js";
import { choice, shortName, signalLabel } from "../lib/wording.js";

const ASKABLE = ["open", "limited"];

/**
 * Add the tools to a card, once.
 * @param {HTMLElement} part a card @param {HTMLTemplateElement} template
 * @param {{card: object | null, root: string, kept: boolean, toggle: (handle: string, name: string) => boolean,
 *   label: (kind: string, id: string) => string}} around
 */
export function addTools(part, template, around) {
  if (slotsOf(part)("more")) return;
  const copy = template.content.cloneNode(true);
  const name = part.querySelector(".mentor-card__name").textContent;
  for (const slot of copy.querySelectorAll('[data-slot="of"]')) slot.textContent = name;
  part.append(copy);
  showScore(slotsOf(part), around.card?.match);
  const keep = part.querySelector("[data-do=shortlist]");
  showKept(keep, around.kept);
  keep.addEventListener("click", () => showKept(keep, around.toggle(part.dataset.handle, name)));
  const expand = part.querySelector("[data-do=expand]");
  expand.addEventListener("click", () => toggleMore(part, expand, around));
}

/** @param {HTMLElement} button @param {boolean} kept */
export function showKept(button, kept) {
  button.setAttribute("aria-pressed", String(kept));
  slotsOf(button)("keep").textContent = kept ? _("Saved") : _("Save");
  button.firstElementChild.className = `lo-i lo-i--${kept ? "saved" : "save"}`;
}

/** Points explain a verdict, so they are only where the explanation is. */
function showScore(slot, match) {
  if (!match) return;
  slot("points").textContent = _("{points} of 100", { points: integer(Math.round(match.points)) });
  setText(slot("stated"), match.stated < 100 ? _("Based on what you've both shared") : "");
}

async function toggleMore(part, button, around) {
  const more = slotsOf(part)("more");
  more.hidden = !more.hidden;
  button.setAttribute("aria-expanded", String(!more.hidden));
  button.firstChild.textContent = more.hidden ? _("More") : _("Less");
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
    more.prepend(element("p", _("We couldn't load the details. You'll find them in the full profile.")));
  }
}

function showPoints(part, match) {
  const table = slotsOf(part)("points-table");
  if (!match) return table.remove();
  table.hidden = false;
  const rows = match.signals.map(({ signal, points, of, sentence }) => {
    const row = document.createElement("tr");
    const head = element("th", signalLabel(signal));
    head.scope = "row";
    row.append(head, element("td", _("{points} of {possible}", { points: decimal(points), possible: decimal(of) })), element("td", sentence));
    return row;
  });
  table.tBodies[0].replaceChildren(...rows);
  if (match.unstated.length) {
    const signals = match.unstated.map((signal) => signalLabel(signal)).join(", ");
    table.after(element("p", _("Not counted, because you haven't both filled it in: {signals}.", { signals }), "mentor-note"));
  }
}

function showFacts(part, mentor, { root, label }) {
  const words = (kind, ids) => (ids ?? []).map((id) => label(kind, id)).join(", ");
  const facts = [
    [_("Approach"), withoutMarks(mentor.approach)],
    [_("Can help with"), (mentor.can_help_with ?? []).join("; ")],
    [_("Can't help with"), (mentor.cannot_help_with ?? []).map((word) => label("skills", label("topics", word))).join("; ")],
    [_("Can introduce"), words("skills", mentor.can_introduce)],
    [_("Topics"), words("topics", mentor.topics)],
    [_("Style"), listed(Object.values(mentor.style ?? {}).map(choice))],
    [_("Formats"), words("formats", mentor.formats)],
    [_("Usually free"), mentor.windows?.length && _("{hours} ({zone} time)", { hours: mentor.windows.join(", "), zone: mentor.timezone.replaceAll("_", " ") })],
  ];
  const list = slotsOf(part)("facts");
  list.replaceChildren(...facts.filter(([, text]) => text).flatMap(([title, text]) => [element("dt", title), element("dd", text)]));
  const link = slotsOf(part)("request");
  const elsewhere = mentor.contact?.mode === "link" && mentor.contact.url;
  if (!ASKABLE.includes(mentor.availability)) return;
  link.hidden = false;
  link.href = elsewhere ? mentor.contact.url : `${root}ask/#${encodeURIComponent(mentor.github.toLowerCase())}`;
  if (elsewhere) link.rel = "nofollow ugc noopener";
  setText(link, _("Ask {name}", { name: shortName(mentor.name) }));
}

/** What people wrote is Markdown; here it is read as words, without its signs. */
function withoutMarks(text) {
  return (text ?? "").replace(/\[([^\]]*)\]\([^)]*\)/g, "$1").replace(/(\*\*|__|`)/g, "").trim();
}
