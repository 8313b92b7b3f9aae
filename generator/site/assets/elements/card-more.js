/** What a card shows once it is opened in place: how its match was scored, and what its profile says. */

import { element, setText, slotsOf } from "../lib/dom.js";
import { _, decimal, listed } from "../lib/messages.js";
import { availabilityOn } from "../lib/local-time.js";
import { choice, shortName, signalLabel } from "../lib/wording.js";

const ASKABLE = ["open", "limited"];

/**
 * Fill the opened part of a card; refuses when the profile cannot be fetched.
 * @param {HTMLElement} part a card @param {{card: any, root: string, label: (kind: string, id: string) => string}} around
 */
export async function showDetails(part, around) {
  const handle = encodeURIComponent(part.dataset.handle ?? "");
  showPoints(part, around.card?.match);
  const response = await fetch(`${around.root}api/mentors/${handle}.json`);
  if (!response.ok) throw new Error(response.statusText);
  showFacts(part, await response.json(), around);
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
  const inPrivate = mentor.contact?.mode === "private";
  if (!ASKABLE.includes(availabilityOn(mentor))) return;
  link.hidden = false;
  link.href = elsewhere ? mentor.contact.url : `${root}${inPrivate ? "mentors/" : "ask/#"}${encodeURIComponent(mentor.handle)}${inPrivate ? "/" : ""}`;
  if (elsewhere) link.rel = "nofollow ugc noopener";
  setText(link, _("Ask {name}", { name: shortName(mentor.name) }));
}

/** What people wrote is Markdown; here it is read as words, without its signs. */
function withoutMarks(text) {
  return (text ?? "").replace(/\[([^\]]*)\]\([^)]*\)/g, "$1").replace(/(\*\*|__|`)/g, "").trim();
}
