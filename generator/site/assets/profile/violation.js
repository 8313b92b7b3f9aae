/**
 * What is wrong with a profile, by field: the browser's half of `lodestar check`. The twin of
 * generator/profiles/violation.py and of the texts in advice.py.
 *
 * @typedef {(string | number)[]} FieldPath field names and list positions, [] for the whole file
 * @typedef {object} Violation
 * @property {string} code @property {FieldPath} path @property {string} message @property {string} help
 * @property {"error" | "hint"} severity
 * @typedef {Record<string, any>} Part a part of a schema
 */

import { _ } from "../lib/messages.js";
import { yamlLine, yamlValue } from "./yaml-write.js";

const LONGEST = 60;
/** @type {Record<string, string>} */
const YES_AND_NO = { yes: "true", on: "true", y: "true", no: "false", off: "false", n: "false" };
// What Python calls not printable: everything but a space that has no ink, or is no character at all.
const UNSEEN = /(?! )[\p{C}\p{Z}]/gu;

/**
 * @param {string} code @param {FieldPath} path @param {string} message @param {string} help
 * @param {"error" | "hint"} [severity] @returns {Violation}
 */
export function violation(code, path, message, help, severity = "error") {
  return { code, path, message, help, severity };
}

/** @param {FieldPath} path @returns {string} "style.structure" */
export function fieldName(path) {
  return path.filter((part) => typeof part === "string").join(".");
}

/** @param {FieldPath} path @returns {string} the field that a value belongs to */
export function lastName(path) {
  return /** @type {string} */ (path.findLast((part) => typeof part === "string") ?? "field");
}

/** Show a written text in quotes, shortened, with what cannot be seen spelled out. @param {string} text @returns {string} */
export function quoted(text) {
  const letters = [...text];
  return `'${visible(letters.length <= LONGEST ? text : `${letters.slice(0, LONGEST - 3).join("")}...`)}'`;
}

/** @param {string} text */
function visible(text) {
  return text.replace(UNSEEN, (letter) => `\\u${/** @type {number} */ (letter.codePointAt(0)).toString(16).padStart(4, "0")}`);
}

/** @param {string} name @param {Part} part @returns {string} a line of YAML with the field's first example */
export function exampleLine(name, part) {
  return part.examples ? yamlLine(name, part.examples[0]) : `${name}: ...`;
}

/** @param {any} value @param {string} expected @param {Part} part @param {FieldPath} path @returns {string} */
export function typeHelp(value, expected, part, path) {
  const name = lastName(path);
  if (expected === "string" && ["boolean", "number"].includes(typeof value)) return _("put it in quotes: {text}", { text: `"${yamlValue(value)}"` });
  if (expected === "string" && Array.isArray(value) && typeof path.at(-1) === "number") return nestedListHelp(name, value);
  if (expected === "boolean" && typeof value === "string" && Object.hasOwn(YES_AND_NO, value.toLowerCase())) return _("write {line}", { line: `${name}: ${YES_AND_NO[value.toLowerCase()]}` });
  if (expected === "boolean" && typeof value === "string" && /^(true|false)$/i.test(value)) return _("write it in lower case and without quotes: {line}", { line: `${name}: ${value.toLowerCase()}` });
  if (expected === "integer" && typeof value === "string" && /^\s*[0-9]+\s*$/.test(value)) return _("write it without quotes: {line}", { line: `${name}: ${Number(value)}` });
  if (expected === "array" && (typeof value === "string" || Number.isInteger(value)) && path.length) return _("put it in square brackets: {line}", { line: yamlLine(name, [value]) });
  return _("for example: {line}", { line: exampleLine(name, part) });
}

function nestedListHelp(name, value) {
  if (!value.length || value.length > 12 || value.some((part) => typeof part !== "string")) return _("remove the extra brackets or dash; the list holds single values");
  return _("remove the extra brackets or dash: {line}", { line: yamlLine(name, value) });
}

/** @param {string} value @param {string} pattern @param {Part} part @param {FieldPath} path @returns {string} */
export function formatHelp(value, pattern, part, path) {
  const name = lastName(path);
  if (name === "github" && value.startsWith("@")) return _("write it without the '@': {line}", { line: `github: ${value.slice(1)}` });
  if (value.startsWith("http://") && pattern.includes("https://")) return _("write https:// if the site has it: {link}", { link: `https://${value.slice(7, 60)}` });
  if (part.examples && typeof path.at(-1) !== "number") return _("for example: {line}", { line: exampleLine(name, part) });
  if (path.includes("languages")) return _("languages are written as codes: English is en, German de, Brazilian Portuguese pt-BR");
  const slug = value.toLowerCase().replaceAll("_", " ").split(/\s+/).filter(Boolean).join("-");
  if (pattern.includes("a-z0-9") && slug !== value) return _("write it in lower case with hyphens: {id}", { id: slug });
  if (part.examples) return _("for example: {line}", { line: part.examples[0] });
  return _("compare it with the other files");
}
