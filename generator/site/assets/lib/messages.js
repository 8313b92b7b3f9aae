/**
 * Every sentence that a script shows, in the page's language. English is the key: `_("{name} is away.", { name })`.
 * Numbers, lists and dates are written as that language writes them.
 *
 * @typedef {object} Catalogue
 * @property {string} language a tag, like "pt-BR"
 * @property {(n: number) => number} plural which of a message's forms a count takes
 * @property {Record<string, string | string[]>} messages translations by their English, `ngettext` ones as a list
 * @typedef {Record<string, string | number>} Gaps what fills the named gaps of a sentence
 */

import { CATALOGUE } from "./catalogue.js";

const { language, plural, messages } = CATALOGUE;
const CONTEXT_END = "\u0004";
// English dates and lists are the international ones: "29 March", and "a, b and c".
const LOCALE = language === "en" ? "en-GB" : language;
const integers = new Intl.NumberFormat(LOCALE);
const decimals = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 2 });
const lists = new Intl.ListFormat(LOCALE, { type: "conjunction" });
const alternatives = new Intl.ListFormat(LOCALE, { type: "disjunction" });

export { LOCALE };

/** Say a sentence. @param {string} message @param {Gaps} [gaps] @returns {string} */
export function _(message, gaps = {}) {
  return filled(one(message) ?? message, gaps);
}

/**
 * Say the form of a sentence that goes with a count; `{count}` is filled with it.
 * @param {string} single @param {string} many @param {number} count @param {Gaps} [gaps] @returns {string}
 */
export function ngettext(single, many, count, gaps = {}) {
  const found = translation(single);
  const form = Array.isArray(found) ? found[plural(count)] : null;
  return filled(form || (count === 1 ? single : many), { count: integers.format(count), ...gaps });
}

/** Say a sentence that another one is written like. @param {string} context @param {string} message @param {Gaps} [gaps] @returns {string} */
export function pgettext(context, message, gaps = {}) {
  return filled(one(context + CONTEXT_END + message) ?? message, gaps);
}

/** Mark a text in a table for translators; whoever shows it says it with `_`. @param {string} message @returns {string} */
export function N_(message) {
  return message;
}

/** @param {string} key @returns {string | string[] | undefined} */
function translation(key) {
  return Object.hasOwn(messages, key) ? messages[key] : undefined;
}

/** @param {string} key @returns {string | undefined} */
function one(key) {
  const found = translation(key);
  return (Array.isArray(found) ? found[0] : found) || undefined;
}

/** @param {string} sentence @param {Gaps} gaps @returns {string} */
function filled(sentence, gaps) {
  return sentence.replace(/\{(\w+)\}/g, (gap, name) => (Object.hasOwn(gaps, name) ? String(gaps[name]) : gap));
}

/** Write a number with at most two digits after the point. @param {number} value @returns {string} */
export function decimal(value) {
  return decimals.format(hundredths(value));
}

/** Write a whole number: "1,250". @param {number} value @returns {string} */
export function integer(value) {
  return integers.format(value);
}

/** Join words: "a, b and c". @param {string[]} words @returns {string} */
export function listed(words) {
  return lists.format(words);
}

/** Join alternatives: "a, b or c". @param {string[]} words @returns {string} */
export function either(words) {
  return alternatives.format(words);
}

/** Write a day: "29 March", or with its year. @param {Date} day in UTC @param {boolean} [withYear] @returns {string} */
export function dayInWords(day, withYear = false) {
  return day.toLocaleDateString(LOCALE, { day: "numeric", month: "long", timeZone: "UTC", ...(withYear && { year: "numeric" }) });
}

/** Round to two digits; a half goes up. @param {number} value @returns {number} */
export function hundredths(value) {
  return Math.floor(value * 100 + 0.5) / 100;
}
