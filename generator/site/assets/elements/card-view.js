/** Fill the page's own card template. Everything people wrote goes in as text, never as markup. */

import { fromTemplate, element, setText, slotsOf } from "../lib/dom.js";
import { timeThere } from "../lib/local-time.js";
import { _, decimal, integer, N_ } from "../lib/messages.js";

/** @type {Record<string, string>} */
const BANDS = { strong: N_("Strong match"), good: N_("Good match"), some: N_("Some match"), little: N_("Weak match") };
const REASONS = 3;

/**
 * @param {HTMLTemplateElement} template @param {import("../search/cards.js").Card} card @param {string} root the way back to the
 * site's root, ending in a slash @returns {Element}
 */
export function filledCard(template, card, root) {
  const { name, headline, commitment, languages } = card;
  const part = fromTemplate(template, { name, headline, commitment, languages, availability: card.badge });
  const slot = slotsOf(part);
  slot("availability").classList.add(`mentor-badge--${card.availability}`);
  setText(slot("record"), card.record);
  part.setAttribute("data-handle", card.handle);
  slot("link").setAttribute("href", `${root}mentors/${encodeURIComponent(card.handle)}/`);
  showPortrait(slot("photo"), slot("avatar"), card, root);
  listSkills(slot("skills"), card);
  if (card.match) showMatch(slot, card.match, `${root}mentors/${encodeURIComponent(card.handle)}/#expertise`);
  else slot("match").remove();
  return part;
}

/** Show someone's local time, and the hours in common. @param {HTMLElement} part a card @param {import("../search/cards.js").Card} card @param {Date} now */
export function showTime(part, { timezone, hours }, now) {
  const time = timeThere(timezone, now);
  const common = hours === null || hours === undefined ? "" : hours ? _("{hours} h a week in common", { hours: decimal(hours) }) : _("no hours in common");
  setText(slotsOf(part)("time"), [time && _("{time} there now", { time }), common].filter(Boolean).join(" · "));
}

function showMatch(slot, match, evidence) {
  slot("match").hidden = false;
  const { points, band, stated } = match;
  slot("band").textContent = _(BANDS[band]);
  slot("band").classList.add(`mentor-band--${band}`);
  slot("points").textContent = _("{points} of 100", { points: integer(Math.round(points)) });
  if (match.can_help_with.length) {
    slot("help").hidden = false;
    slot("badges").replaceChildren(...match.can_help_with.map((label) => badge(label, evidence)));
  }
  setText(slot("lack"), match.not_offered.length ? _("Not offered: {what}", { what: match.not_offered.join(", ") }) : "");
  const others = match.signals.filter(({ signal }) => signal !== "expertise");
  others.sort((one, other) => other.of - one.of);
  slot("reasons").replaceChildren(...others.slice(0, REASONS).map(({ sentence }) => element("li", sentence)));
  setText(slot("stated"), stated < 100 ? _("Based on what you've both shared") : "");
}

/** A badge leads to where the profile says so. */
function badge(label, evidence) {
  const link = element("a", label, "mentor-help");
  link.setAttribute("href", evidence);
  return link;
}

function showPortrait(photo, avatar, card, root) {
  if (card.photo) {
    photo.setAttribute("src", root + card.photo);
    photo.hidden = false;
    avatar.remove();
  } else {
    photo.remove();
    avatar.textContent = card.initials;
    avatar.setAttribute("data-hue", String(card.hue));
  }
}

function listSkills(list, card) {
  const skills = card.skills.map((skill) => element("li", skill));
  if (card.more) {
    const more = element("li", `+${integer(card.more)}`);
    more.append(element("span", ` ${_("more")}`, "mentor-unseen"));
    skills.push(more);
  }
  list.replaceChildren(...skills);
}
