/**
 * Say in the writer's words where fields do not fit their schema, one problem for each value. The twin of
 * generator/profiles/shape.py, for the keywords that a profile's schema uses.
 *
 * @typedef {import("./violation.js").Violation} Violation
 * @typedef {import("./violation.js").FieldPath} FieldPath
 * @typedef {import("./violation.js").Part} Part
 */

import { _, integer, ngettext } from "../lib/messages.js";
import { closest } from "./closest.js";
import { exampleLine, fieldName, formatHelp, lastName, quoted, typeHelp, violation } from "./violation.js";
import { yamlValue } from "./yaml-write.js";

const MOST_FIELDS = 12;

/** @param {Part} schema @param {any} value @param {FieldPath} [path] @returns {Violation[]} */
export function shapeViolations(schema, value, path = []) {
  const wrong = typeViolation(schema, value, path);
  if (wrong) return [wrong];
  if (schema.type === "object") return inObject(schema, value, path);
  if (schema.type === "array") return inList(schema, value, path);
  const found = schema.type === "string" ? textViolation(schema, value, path) : numberViolation(schema, value, path);
  return found ? [found] : [];
}

function typeViolation(schema, value, path) {
  if (value === null || value === undefined) {
    const help = _("write one, or delete the line if the field is optional: {line}", { line: exampleLine(lastName(path), schema) });
    return violation("empty-field", path, _("{subject} has no value", { subject: subjectOf(path) }), help);
  }
  if (isOfType(value, schema.type)) return null;
  const gaps = { subject: subjectOf(path), expected: expected(schema), written: described(value) };
  return violation("wrong-type", path, _("{subject} must be {expected}, not {written}", gaps), typeHelp(value, schema.type, schema, path));
}

function isOfType(value, type) {
  if (type === "array") return Array.isArray(value);
  if (type === "object") return typeof value === "object" && !Array.isArray(value);
  return type === "integer" ? Number.isInteger(value) : typeof value === type;
}

function inObject(schema, value, path) {
  const known = Object.keys(schema.properties);
  const unknown = Object.keys(value).filter((name) => !known.includes(name));
  const meant = new Map(unknown.map((name) => [name, closest(name.toLowerCase().replaceAll("-", "_"), known)]));
  const misspelt = new Set(meant.values());
  const found = [];
  for (const name of requiredOf(schema, value)) {
    if (Object.hasOwn(value, name) || misspelt.has(name)) continue;
    const field = quoted(fieldName([...path, name]));
    const line = exampleLine(name, schema.properties[name] ?? {});
    let help = _("add it like this: {line}", { line });
    if (schema.else?.required.includes(name) && value.seeking_mentor === true) help = _("{help}; or, if you only look for a mentor, add offer_to_mentor: false", { help });
    found.push(violation("missing-field", [...path, name], _("the field {field} is missing", { field }), help));
  }
  for (const name of unknown) {
    const near = meant.get(name);
    const help = near ? _("did you mean {word}?", { word: quoted(near) }) : fieldList(known);
    found.push(violation("unknown-field", [...path, name], _("unknown field {field}", { field: quoted(name) }), help));
  }
  const inside = known.filter((name) => Object.hasOwn(value, name));
  return [...found, ...inside.flatMap((name) => shapeViolations(schema.properties[name], value[name], [...path, name]))];
}

/** What everyone needs, and what all need but those of whom the schema's condition is true. */
function requiredOf(schema, value) {
  const { properties = {}, required = [] } = schema.if ?? {};
  const isTrue = required.every((name) => Object.hasOwn(value, name)) && Object.entries(properties).every(([name, part]) => value[name] === part.const);
  return [...(schema.required ?? []), ...((!isTrue && schema.else?.required) || [])];
}

function fieldList(known) {
  if (known.length > MOST_FIELDS) return _("delete it; no field has a similar name, and the reference lists them all");
  return _("delete it; the fields here are {names}", { names: known.join(", ") });
}

function inList(schema, value, path) {
  const subject = subjectOf(path);
  if (value.length > (schema.maxItems ?? Infinity)) {
    const most = schema.maxItems;
    const message = _("{subject} lists {number}; the limit is {most}", { subject, number: integer(value.length), most: integer(most) });
    return [violation("too-many", path, message, ngettext("keep the one that matters most", "keep the {count} that matter most", most))];
  }
  if (value.length < (schema.minItems ?? 0)) {
    const help = _("add at least one value: {line}", { line: exampleLine(lastName(path), schema) });
    return [violation("too-few", path, _("{subject} is empty", { subject }), help)];
  }
  return schema.uniqueItems && hasTwins(value) ? listedTwice(value, path) : value.flatMap((part, at) => shapeViolations(schema.items, part, [...path, at]));
}

function hasTwins(values) {
  return new Set(values.map(yamlValue)).size < values.length;
}

function listedTwice(values, path) {
  const seen = new Set();
  return values.flatMap((value, at) => {
    const written = yamlValue(value);
    const known = seen.has(written);
    seen.add(written);
    if (!known) return [];
    const gaps = { value: quoted(typeof value === "string" ? value : written), field: quoted(fieldName(path)) };
    return [violation("listed-twice", [...path, at], _("{value} is listed twice in {field}", gaps), _("delete one of the two"))];
  });
}

function textViolation(schema, value, path) {
  const subject = subjectOf(path);
  const length = [...value].length;
  if (schema.enum && !schema.enum.includes(value)) return unknownChoice(schema, value, path);
  if (length < (schema.minLength ?? 0)) return typeViolation(schema, null, path);
  if (schema.pattern && !new RegExp(schema.pattern, "u").test(value)) {
    const message = _("{subject} must be {expected}, not {written}", { subject, expected: expected(schema), written: quoted(value) });
    return violation("wrong-form", path, message, formatHelp(value, schema.pattern, schema, path));
  }
  if (length <= (schema.maxLength ?? Infinity)) return null;
  const most = schema.maxLength;
  const message = _("{subject} has {length} characters; the limit is {most}", { subject, length: integer(length), most: integer(most) });
  return violation("too-long", path, message, ngettext("shorten it by {count} character", "shorten it by {count} characters", length - most));
}

function unknownChoice(schema, value, path) {
  const near = closest(value.toLowerCase().replaceAll("_", "-").replaceAll(" ", "-"), schema.enum);
  const choices = schema.enum.join(", ");
  const help = near ? _("did you mean {word}? The choices are {choices}", { word: quoted(near), choices }) : _("write one of {choices}", { choices });
  return violation("unknown-choice", path, _("{subject} cannot be {written}", { subject: subjectOf(path), written: quoted(value) }), help);
}

function numberViolation(schema, value, path) {
  const low = value < (schema.minimum ?? -Infinity);
  if (schema.type !== "integer" || (!low && value <= (schema.maximum ?? Infinity))) return null;
  const message = _("{subject} must be {expected}, not {written}", { subject: subjectOf(path), expected: expected(schema), written: yamlValue(value) });
  const help = low ? _("the smallest possible number is {number}", { number: schema.minimum }) : _("the largest possible number is {number}", { number: schema.maximum });
  return violation("out-of-range", path, message, help);
}

function expected(schema) {
  return schema["x-is"] ?? _("something else");
}

function subjectOf(path) {
  if (!path.length) return _("the file");
  const name = quoted(fieldName(path));
  return typeof path.at(-1) === "number" ? _("a value of {field}", { field: name }) : name;
}

function described(value) {
  if (typeof value === "boolean") return String(value);
  if (typeof value === "number") return _("the number {number}", { number: yamlValue(value) });
  if (typeof value === "string") return _("the text {text}", { text: quoted(value) });
  return Array.isArray(value) ? _("a list") : _("a group of fields");
}
