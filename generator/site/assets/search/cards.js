/**
 * Put together what one card says, from the facets and a chunk of cards.
 *
 * @typedef {object} Card
 * @property {string | null} github the login as its owner writes it @property {string} handle the name in addresses @property {string} name @property {string} headline @property {string} badge
 * @property {string} availability one of the availability ids
 * @property {string[]} skills labels, the first three in the mentor's own order
 * @property {number} more how many skills are left out
 * @property {string} commitment @property {string} languages
 * @property {string} place a city and a country, or ""
 * @property {string} reached how someone is asked whom no public request notifies, or ""
 * @property {string} record how soon they answer and what they completed, or ""
 * @property {string} timezone an IANA name
 * @property {string} photo its path below the site's root, or ""
 * @property {string} initials @property {number} hue
 * @property {import("../match/match.js").Match | null} [match] once goals are stated @property {number | null} [hours] a week in common
 * @property {import("./matched.js").Found | null} [found] once someone searches
 */

import { guessInitials, hueOf } from "../lib/initials.js";
import { valuesAt } from "./bitset.js";
import { readNumbers, readPositions, readRow } from "./columns.js";

const SKILLS_ON_A_CARD = 3;

/**
 * @param {import("./columns.js").Index} index @param {any} chunk a parsed cards/<n>.json, the one that holds `position`
 * @param {number} position in the directory @returns {Card}
 */
export function cardOf(index, chunk, position) {
  const at = position % index.chunk;
  const handle = handleAt(chunk, at);
  const skills = orderedLabels(index.facets.get("skills"), position);
  return {
    github: chunk.github[at],
    handle,
    name: chunk.name[at],
    headline: chunk.headline[at],
    badge: index.ended.has(position) ? chunk.then[at] : chunk.badges[readNumbers(chunk.badge[at])[0]],
    availability: valueOf(index, "availability", position).id,
    skills: skills.slice(0, SKILLS_ON_A_CARD),
    more: Math.max(0, skills.length - SKILLS_ON_A_CARD),
    commitment: valueOf(index, "commitment", position).label,
    languages: orderedLabels(index.facets.get("languages"), position).join(", "),
    place: valueOf(index, "city", position).label || valueOf(index, "country", position).label,
    reached: chunk.reached?.[at] ?? "",
    record: chunk.records ? chunk.records[readNumbers(chunk.record[at])[0]] : "",
    timezone: valueOf(index, "timezone", position).id,
    photo: readPositions(chunk.photos).includes(at) ? `photos/${handle}-96.webp` : "",
    initials: chunk.initials[at] ?? guessInitials(chunk.name[at]),
    hue: hueOf(handle),
  };
}

/** @param {any} chunk @param {number} at @returns {string} a mentor's name in addresses: those without GitHub are listed beside */
export function handleAt(chunk, at) {
  return chunk.github[at]?.toLowerCase() ?? chunk.handles[at];
}

function orderedLabels(facet, position) {
  return readRow(facet.rows[position]).map((value) => facet.labels[value]);
}

function valueOf({ facets, count }, name, position) {
  const facet = facets.get(name);
  if (!facet) return { id: "", label: "" };
  const { postings, values, labels } = facet;
  const [value] = valuesAt(postings, count, position);
  return { id: values[value] ?? "", label: labels[value] ?? "" };
}
