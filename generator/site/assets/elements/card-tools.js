/** What a card can do beside leading to a profile: open in place, and go onto the shortlist. */

import { element, setText, slotsOf } from "../lib/dom.js";
import { _, integer } from "../lib/messages.js";

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
  slotsOf(part)("profile").href = `${around.root}mentors/${encodeURIComponent(part.dataset.handle)}/`;
  try {
    const { showDetails } = await import("./card-more.js");
    await showDetails(part, around);
  } catch {
    more.prepend(element("p", _("We couldn't load the details. You'll find them in the full profile.")));
  }
}
