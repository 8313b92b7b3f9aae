/** Read one mentor back out of the columns, in the words of a mentor's file, as a match reads them. */

import { valuesAt } from "./bitset.js";
import { readRow } from "./columns.js";

const DAY = 86_400_000;
const LISTS = ["can_introduce", "topics", "domains", "goals", "formats", "relationship_types", "stages_supported", "cannot_help_with"];

/**
 * @param {import("./columns.js").Index} index with the columns of match.json @param {{handle: string, github: string | null, name: string}} who
 * @param {number} position @returns {import("../match/prepared.js").Profile}
 */
export function mentorOf(index, { handle, github, name }, position) {
  const one = (/** @type {string} */ field) => manyOf(index, field, position)[0];
  const paused = index.numbers.paused_days[position];
  return {
    handle,
    github,
    name,
    skills: orderedOf(index, "skills", position),
    languages: orderedOf(index, "languages", position),
    windows: orderedOf(index, "windows", position),
    ...Object.fromEntries(LISTS.map((field) => [field, manyOf(index, field, position)])),
    stage: one("stage"),
    style: { structure: one("structure"), guidance: one("guidance") },
    commitment: one("commitment"),
    timezone: one("timezone"),
    availability: one("availability"),
    openings: Math.max(0, index.numbers.openings[position] - 1),
    pending: index.numbers.pending[position],
    ...(paused && { paused_until: dayAfter(index.built, paused - 1) }),
  };
}

function dayAfter(built, days) {
  return new Date(Date.parse(`${built.slice(0, 10)}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

function orderedOf(index, name, position) {
  const { rows, values } = index.facets.get(name);
  return readRow(rows[position]).map((value) => values[value]);
}

function manyOf(index, name, position) {
  const { values, postings } = index.facets.get(name);
  return Array.from(valuesAt(postings, index.count, position), (value) => values[value]);
}

/**
 * Put the vocabularies of a match together from the facets and vocabulary.json.
 * @param {import("./columns.js").Index} index @param {any} json @returns {Record<"skills" | "topics", import("../match/prepared.js").Term[]>}
 */
export function vocabulariesOf(index, json) {
  const terms = (/** @type {"skills" | "topics"} */ kind) => termsOf(index.facets.get(kind), json[kind]);
  return { skills: terms("skills"), topics: terms("topics") };
}

function termsOf({ values, labels, synonyms }, { unused, broader, related }) {
  const used = values.map((id, at) => ({ id, label: labels[at], synonyms: Object.hasOwn(synonyms, id) ? synonyms[id] : [] }));
  const near = (map, id) => (Object.hasOwn(map, id) ? map[id] : []);
  return [...used, ...unused].map((term) => ({ ...term, broader: near(broader, term.id), related: near(related, term.id) }));
}
