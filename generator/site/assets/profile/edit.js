/**
 * Read a profile that someone has already, and write changes into it: what is not changed stays byte for byte, with its
 * comments and its order. The YAML library is given, because only who edits fetches it.
 *
 * @typedef {{parseDocument: Function, isMap: Function, isSeq: Function, isScalar: Function}} Yaml
 * @typedef {{name: string, start: number, end: number}} Place where a field is written, without its comment
 */

import { languageOf, termOf, zoneOf } from "./known.js";
import { yamlField, yamlLine } from "./yaml-write.js";

const NUMBER = /^[-+]?(?:0|[1-9][0-9]{0,17})(?:\.[0-9]{1,17})?$/;
/** @type {Record<string, boolean | null>} */
const WORDS = { "": null, "~": null, null: null, true: true, false: false };

/** @param {string} text @returns {string} with the line ends that everything here counts with */
export function unified(text) {
  const plain = text.replace(/^\ufeff/, "").replaceAll("\r\n", "\n");
  return plain.endsWith("\n") ? plain : `${plain}\n`;
}

/** @param {string} text unified @param {Yaml} yaml @returns {Record<string, any> | null} the fields; null for what is no profile */
export function fieldsIn(text, yaml) {
  const map = mapOf(text, yaml);
  return map && Object.fromEntries(map.items.map(({ key, value }) => [String(key.value), plainValue(value, yaml)]));
}

function mapOf(text, { parseDocument, isMap, isScalar }) {
  // Texts stay texts: what is a number or a word is for our own rules to say.
  const parsed = parseDocument(text, { schema: "failsafe", prettyErrors: false, maxAliasCount: 0 });
  const map = parsed.contents;
  if (parsed.errors.length || !isMap(map) || map.flow || !map.items.every(({ key, value }) => isScalar(key) && value !== undefined)) return null;
  return map;
}

function plainValue(node, yaml) {
  if (yaml.isMap(node)) return Object.fromEntries(node.items.map(({ key, value }) => [String(key.value ?? key), plainValue(value, yaml)]));
  if (yaml.isSeq(node)) return node.items.map((part) => plainValue(part, yaml));
  if (!node || !yaml.isScalar(node)) return null;
  if (node.type !== "PLAIN") return String(node.value ?? "");
  const text = String(node.value ?? "");
  if (Object.hasOwn(WORDS, text)) return WORDS[text];
  return NUMBER.test(text) ? Number(text) : text;
}

/**
 * @param {string} text unified @param {Record<string, any>} after every field as it is to be
 * @param {string[]} order the names of the schema @param {Yaml} yaml @returns {string}
 */
export function editedText(text, after, order, yaml) {
  const map = mapOf(text, yaml);
  const before = fieldsIn(text, yaml);
  if (!map || !before) return text;
  /** @type {Map<string, Place>} */
  const places = new Map(map.items.map(({ key, value }) => [String(key.value), placeOf(text, key, value)]));
  /** @type {{start: number, end: number, text: string}[]} */
  const edits = [];
  for (const [name, place] of places) {
    if (!Object.hasOwn(after, name)) edits.push({ start: place.start, end: lineEnd(text, place.end), text: "" });
    else if (!isSame(before[name], after[name])) edits.push({ ...place, text: written(name, after[name], text, place.end) });
  }
  const added = order.filter((name) => Object.hasOwn(after, name) && !places.has(name));
  for (const name of added) edits.push({ ...spotFor(name, order, places, text), text: yamlField(name, after[name]) });
  // From the end to the start, so that no place moves; what is put before a changed field comes after its change.
  edits.reverse().sort((one, other) => other.start - one.start || other.end - one.end);
  return edits.reduce((whole, edit) => whole.slice(0, edit.start) + edit.text + whole.slice(edit.end), text);
}

/** A comment can only follow a value on one line. */
function written(name, value, text, end) {
  const rest = text.slice(end, lineEnd(text, end)).trim();
  return rest ? yamlLine(name, value) : yamlField(name, value).slice(0, -1);
}

/** @returns {Place} */
function placeOf(text, key, value) {
  let end = value?.range?.[1] ?? key.range[1];
  while (end > key.range[1] && /\s/.test(text[end - 1])) end--;
  if (text.slice(key.range[1], end).indexOf(":") < 0) end = key.range[1] + 1;
  return { name: String(key.value), start: key.range[0], end };
}

/** @returns {number} the beginning of the next line */
function lineEnd(text, at) {
  const end = text.indexOf("\n", at);
  return end < 0 ? text.length : end + 1;
}

/** Where a new field goes: after the one that comes before it in the schema, or at the end. */
function spotFor(name, order, places, text) {
  const before = order.slice(0, order.indexOf(name)).reverse().find((other) => places.has(other));
  const at = before ? lineEnd(text, /** @type {Place} */ (places.get(before)).end) : text.length;
  return { start: at, end: at };
}

/** @param {any} one @param {any} other @returns {boolean} whether two values say the same; the order in a group says nothing */
export function isSame(one, other) {
  if (typeof one !== "object" || typeof other !== "object" || !one || !other) return one === other;
  const [first, second] = [Object.keys(one), Object.keys(other)];
  return first.length === second.length && Array.isArray(one) === Array.isArray(other) && first.every((name) => Object.hasOwn(other, name) && isSame(one[name], other[name]));
}

/**
 * Read what people call things as ids, as `lodestar check` does, and leave what means nothing as it is.
 * @param {Record<string, any>} fields @param {import("./known.js").Known} known @returns {Record<string, any>}
 */
export function withIds(fields, known) {
  const read = (part, value, name) => {
    if (Array.isArray(value)) return part.items ? [...new Set(value.map((one) => read(part.items, one, name)))] : value;
    if (value && typeof value === "object") return Object.fromEntries(Object.entries(value).map(([inner, one]) => [inner, part.properties?.[inner] ? read(part.properties[inner], one, inner) : one]));
    if (typeof value !== "string") return value;
    const kind = part["x-ids-of"];
    if (name === "languages") return languageOf(value, known) ?? value;
    if (kind === "timezones") return zoneOf(value, known, fields.location?.country) ?? value;
    return (known.vocabularies[kind] && termOf(value, known.vocabularies[kind])) ?? value;
  };
  return read(known.schema, fields, "");
}
