/**
 * What a directory knows, as the check of a profile and the form ask for it: its terms, time zones, countries and
 * languages. The build writes both files that it is made of: `join.json`, and `names.json`, which is large and comes later.
 *
 * @typedef {object} Vocabulary
 * @property {Map<string, string>} terms labels by id @property {Map<string, string>} spellings ids by folded spelling
 * @property {Map<string, string[]>} words every spelling of a term, by its id
 * @typedef {object} Known
 * @property {import("./violation.js").Part} schema
 * @property {Record<string, Vocabulary>} vocabularies by kind
 * @property {Map<string, string>} programs titles by id @property {Map<string, string>} roadmaps
 * @property {Set<string>} zones @property {Record<string, string[]>} unclear zones that people mean by a real name
 * @property {Record<string, string>} countries names by code @property {number} mostDaysSeeking
 * @property {boolean} privateRequests whether the community has a place for them
 * @property {Names | null} names
 * @typedef {object} Names
 * @property {Record<string, string>} languages tags by name in small letters @property {Set<string>} codes of languages
 * @property {Record<string, string>} countries codes by plain name
 * @property {Record<string, string[]>} places zones by plain name
 * @property {Record<string, number>} clocks zones with the same number have the same hours
 * @property {Record<string, string>} homes the country of a zone
 */

import { fold } from "../search/tokenize.js";
import { misspelt } from "./closest.js";

const DISTANCE = /^(?:(?:UTC|GMT) ?)?([+-]) ?([0-9]{1,2})(?::?([0-9]{2}))?$/i;

/** @param {any} file what `join.json` holds @param {any} [names] what `names.json` holds @returns {Known} */
export function knownFrom(file, names = null) {
  const vocabularies = Object.fromEntries(Object.entries(file.vocabularies).map(([kind, terms]) => [kind, vocabularyOf(terms)]));
  return {
    schema: file.schema, vocabularies,
    programs: new Map(file.programs), roadmaps: new Map(file.roadmaps),
    privateRequests: file.private_requests, mostDaysSeeking: file.most_days_seeking, zones: new Set(file.zones), unclear: file.unclear, countries: file.countries,
    names: names && namesFrom(names),
  }; // prettier-ignore
}

/** @param {any} names @returns {Names} */
export function namesFrom(names) {
  return { ...names, codes: new Set(names.codes.split(" ")) };
}

function vocabularyOf(terms) {
  const spellings = new Map();
  for (const words of terms) {
    for (const word of words) if (!spellings.has(fold(word))) spellings.set(fold(word), words[0]);
  }
  return { spellings, terms: new Map(terms), words: new Map(terms.map((words) => [words[0], words])) };
}

/** @param {string} word @param {Vocabulary} vocabulary @returns {string | undefined} the id that a word stands for */
export function termOf(word, vocabulary) {
  return vocabulary.terms.has(word) ? word : vocabulary.spellings.get(fold(word));
}

/** @param {string} text @returns {string} in small letters without accents, with single spaces */
export function plain(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("_", " ").split(/\s+/).filter(Boolean).join(" ");
}

/** @param {string} text @param {Known} known @param {string} [country] @returns {string[]} every zone that a text may stand for */
export function zonesMeant(text, { zones, names }, country = "") {
  const wanted = plain(text);
  const parts = wanted.split(/\s*[,;/()]+\s*/).filter(Boolean);
  const named = [...zones].find((zone) => zone.toLowerCase() === wanted.replaceAll(" ", "_"));
  if (named || !names) return named ? [named] : [];
  const found = names.places[distanceOf(text)] ?? names.places[wanted] ?? placeOf(parts, names);
  const home = found.filter((zone) => names.homes[zone] === country);
  return home.length ? home : found;
}

/** Find a city with its country: "Pune, India". @returns {string[]} */
function placeOf(parts, { places, countries, homes }) {
  if (parts.length < 2) return [];
  const code = parts.map((part) => countries[part]).find(Boolean);
  const found = parts.filter((part) => countries[part] !== code).flatMap((part) => places[part] ?? []);
  return found.filter((zone) => !code || homes[zone] === code);
}

function distanceOf(text) {
  const found = DISTANCE.exec(text.trim());
  return found ? `${found[1]}${Number(found[2])}:${found[3] ?? "00"}` : "";
}

/** @param {string} text @param {Known} known @param {string} [country] @returns {string | null} the one zone that a text stands for */
export function zoneOf(text, known, country = "") {
  const found = zonesMeant(text, known, country);
  return found.length && new Set(found.map((zone) => known.names?.clocks[zone])).size === 1 ? found[0] : null;
}

/** @param {string} text @param {Known} known @returns {string | null} the zone whose name was probably misspelt */
export function nearZone(text, { zones, names }) {
  if (!names) return null;
  const byName = new Map([...zones].map((zone) => [zone.toLowerCase().replaceAll("_", " "), zone]));
  for (const zone of Object.keys(names.homes)) byName.set(plain(zone.slice(zone.lastIndexOf("/") + 1)), zone);
  return byName.get(misspelt(plain(text), [...byName.keys()]) ?? "") ?? null;
}

/** @param {string} text @param {Known} known @returns {string | null} the tag of a language that is named */
export function languageOf(text, { names }) {
  const named = names?.languages[text.trim().toLowerCase()];
  if (named) return named;
  const [code, ...rest] = text.trim().split(/[-_]/);
  const tag = [code.toLowerCase(), ...rest.map((part) => (part.length === 2 ? part.toUpperCase() : part))].join("-");
  return /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(tag) && names?.codes.has(code.toLowerCase()) ? tag : null;
}

/** @param {string} tag @param {Known} known @returns {boolean} */
export function languageIsReal(tag, { names, countries }) {
  if (!names) return true;
  const [code, ...rest] = tag.split("-");
  // There are thousands of three-letter codes, most without a name here; the check knows them all.
  const known = names.codes.has(code.toLowerCase()) || /^[a-z]{3}$/i.test(code);
  return known && rest.every((part) => part.length !== 2 || Object.hasOwn(countries, part.toUpperCase()));
}
