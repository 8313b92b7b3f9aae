/** Fill the page's own card template. Everything people wrote goes in as text, never as markup. */

import { filled, made, say, slotsOf } from "../lib/dom.js";
import { timeThere } from "../lib/local-time.js";
import { number } from "../match/choices.js";

const BAND_WORDS = { strong: "Strong match", good: "Good match", some: "Some match", little: "Little match" };
const REASONS = 3;

/**
 * @param {HTMLTemplateElement} template @param {import("../search/cards.js").Card} card @param {string} root the way back to the
 * site's root, ending in a slash @returns {Element}
 */
export function filledCard(template, card, root) {
  const { name, headline, commitment, languages } = card;
  const part = filled(template, { name, headline, commitment, languages, availability: card.badge });
  const slot = slotsOf(part);
  slot("availability").classList.add(`mentor-badge--${card.availability}`);
  say(slot("record"), card.record);
  part.setAttribute("data-handle", card.handle);
  slot("link").setAttribute("href", `${root}mentors/${encodeURIComponent(card.handle)}/`);
  showPortrait(slot("photo"), slot("avatar"), card, root);
  listSkills(slot("skills"), card);
  if (card.match) showMatch(slot, card.match, `${root}mentors/${encodeURIComponent(card.handle)}/#expertise`);
  else slot("match").remove();
  return part;
}

/** Say where somebody's clock stands, and the hours in common. @param {Element} part a card @param {Card} card @param {Date} now */
export function showTime(part, { timezone, hours }, now) {
  const time = timeThere(timezone, now);
  const common = hours === null || hours === undefined ? "" : hours ? `${number(hours)} h/week in common` : "no hours in common";
  say(slotsOf(part)("time"), [time && `${time} there now`, common].filter(Boolean).join(" · "));
}

function showMatch(slot, match, evidence) {
  slot("match").hidden = false;
  const { points, band, stated } = match;
  slot("band").textContent = BAND_WORDS[band];
  slot("band").classList.add(`mentor-band--${band}`);
  slot("points").textContent = `${Math.round(points)} of 100`;
  if (match.can_help_with.length) {
    slot("help").hidden = false;
    slot("badges").replaceChildren(...match.can_help_with.map((label) => badge(label, evidence)));
  }
  say(slot("lack"), match.not_offered.length ? `Not offered: ${match.not_offered.join(", ")}` : "");
  const others = match.signals.filter(({ signal }) => signal !== "expertise");
  others.sort((one, other) => other.of - one.of);
  slot("reasons").replaceChildren(...others.slice(0, REASONS).map(({ sentence }) => made("li", sentence)));
  say(slot("stated"), stated < 100 ? `Based on ${stated} of 100 points stated` : "");
}

/** A badge leads to where the profile says so. */
function badge(label, evidence) {
  const link = made("a", label, "mentor-help");
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
  const skills = card.skills.map((skill) => made("li", skill));
  if (card.more) {
    const more = made("li", `+${card.more}`);
    more.append(made("span", " more", "mentor-unseen"));
    skills.push(more);
  }
  list.replaceChildren(...skills);
}
