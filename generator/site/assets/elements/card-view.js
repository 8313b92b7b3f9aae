/** Fill the page's own card template. Everything people wrote goes in as text, never as markup. */

import { fromTemplate, element, setText, slotsOf } from "../lib/dom.js";
import { foundSkill, showFound } from "./found-view.js";
import { timeThere } from "../lib/local-time.js";
import { _, decimal, integer, ngettext } from "../lib/messages.js";
import { verdict } from "../lib/wording.js";

const ASKABLE = ["open", "limited"];

/**
 * @param {HTMLTemplateElement} template @param {import("../search/cards.js").Card} card @param {string} root the way back to the
 * site's root, ending in a slash @returns {Element}
 */
export function filledCard(template, card, root) {
  const { name, headline, commitment, languages, place, reached } = card;
  const part = fromTemplate(template, { name, headline, commitment, languages, place, reached, availability: card.badge });
  const slot = slotsOf(part);
  slot("record").textContent = card.record;
  slot("record-line").hidden = !card.record;
  slot("place-line").hidden = !place;
  slot("reached-line").hidden = !reached;
  slot("star").hidden = !ASKABLE.includes(card.availability);
  part.setAttribute("data-handle", card.handle);
  slot("link").setAttribute("href", `${root}mentors/${encodeURIComponent(card.handle)}/`);
  showPortrait(slot("photo"), slot("avatar"), slot("face"), card, root);
  if (card.match) showMatch(slot, card, `${root}mentors/${encodeURIComponent(card.handle)}/#expertise`);
  else {
    listSkills(slot("skills"), card);
    slot("match").remove();
    slot("general").remove();
  }
  if (card.found) showFound(slot, card.found);
  return part;
}

/** Show someone's local time, and the hours in common. @param {HTMLElement} part a card @param {import("../search/cards.js").Card} card @param {Date} now */
export function showTime(part, { timezone, hours }, now) {
  const time = timeThere(timezone, now);
  const common = hours === null || hours === undefined ? "" : hours ? _("{hours} h a week in common", { hours: decimal(hours) }) : _("no hours in common");
  setText(slotsOf(part)("time"), [time && _("{time} there now", { time }), common].filter(Boolean).join(" · "));
}

/** What fits comes first, then what does not; then one line why, the strongest part first, and never a number of points. */
function showMatch(slot, card, evidence) {
  const { match } = card;
  slot("match").hidden = false;
  slot("band").textContent = verdict(match.band);
  slot("band").classList.add(`mentor-band--${match.band}`);
  slot("why").textContent = ["", ...reasonsOf(card)].join(" · ");
  const fits = match.can_help_with.map((label) => badge(label, evidence));
  const not = match.not_offered.map((label) => element("li", _("Not {what}", { what: label }), "lo-chip lo-chip--no"));
  if (fits.length || not.length) slot("skills").replaceChildren(...fits, ...not);
  else listSkills(slot("skills"), card);
  setText(slot("general"), match.in_general.join(" "));
}

/** @param {import("../search/cards.js").Card} card @returns {string[]} at most three */
function reasonsOf({ match, hours, availability }) {
  const { covered, wishes } = /** @type {import("../match/match.js").Match} */ (match);
  const reasons = [ngettext("covers {covered} of your {count} wish", "covers {covered} of your {count} wishes", wishes, { covered: integer(covered) })];
  if (hours) reasons.push(_("{hours} h a week in common", { hours: decimal(hours) }));
  if (ASKABLE.includes(availability)) reasons.push(_("free now"));
  return reasons;
}

/** What fits, as a link to where the profile says so. */
function badge(label, evidence) {
  const part = element("li", "", "lo-chip lo-chip--yes");
  const sign = element("span", "", "lo-i lo-i--check");
  sign.setAttribute("aria-hidden", "true");
  const link = element("a", label, "mentor-help");
  link.setAttribute("href", evidence);
  part.append(sign, link);
  return part;
}

function showPortrait(photo, avatar, face, card, root) {
  face.setAttribute("data-hue", String(card.hue));
  if (card.photo) {
    photo.setAttribute("src", root + card.photo);
    photo.hidden = false;
    avatar.remove();
  } else {
    photo.remove();
    avatar.textContent = card.initials;
  }
}

function listSkills(list, card) {
  const found = card.found?.skills ?? [];
  const others = card.skills.filter((skill) => !found.includes(skill)).slice(0, Math.max(0, card.skills.length - found.length));
  const skills = [...found.map(foundSkill), ...others.map((skill) => element("li", skill, "lo-chip"))];
  const left = card.skills.length + card.more - skills.length;
  if (left > 0) {
    const more = element("li", `+${integer(left)}`, "lo-chip mentor-card__rest");
    more.append(element("span", ` ${_("more")}`, "mentor-unseen"));
    skills.push(more);
  }
  list.replaceChildren(...skills);
}
