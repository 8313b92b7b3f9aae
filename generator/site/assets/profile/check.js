/**
 * Everything that is wrong with a profile, as `lodestar check` would say it: the shape of its fields first, then the
 * rules on what has the right shape. The twin of generator/profiles/validate.py and rules/mentor.py.
 *
 * @typedef {import("./violation.js").Violation} Violation
 * @typedef {import("./violation.js").FieldPath} FieldPath
 */

import { _, ngettext } from "../lib/messages.js";
import { findEmail, findPhone } from "./contact.js";
import { shapeViolations } from "./shape.js";
import * as times from "./times.js";
import { fieldName, quoted, violation } from "./violation.js";
import { filesExist, skillIsListedOnce, termsAreKnown } from "./words.js";

/** @type {Record<string, number>} */
const MINUTES = { "15m": 15, "30m": 30, "1h": 60, "2h": 120 };
/** @type {Record<string, number>} */
const LEAST_MINUTES = { weekly: 60, monthly: 15, quarterly: 5, "as-needed": 5 };
const GROUPS = ["cohort", "mentorship-circle", "one-to-many"];
const CONTROL = /[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]|\p{Cs}/u;
const DIRECTION = /[\u202a-\u202e\u2066-\u2069]/;

const HANDLE = /^(?=.{1,39}$)[A-Za-z0-9](-?[A-Za-z0-9])*$/;
const PLAIN_PATH = /^[\w@%+=:,./-]+$/;

/** @param {string} stem the name of a file @returns {Violation[]} what is wrong with it as a handle */
export function handleViolations(stem) {
  if (HANDLE.test(stem)) return [];
  const path = `mentors/${stem}.yml`;
  const written = PLAIN_PATH.test(path) ? path : `'${path.replaceAll("'", "'\"'\"'")}'`;
  const better = (stem.normalize("NFKD").toLowerCase().match(/[a-z0-9]+/g) ?? []).join("-").slice(0, 39).replace(/-+$/, "") || "ada-l";
  const message = _("the file's name is the handle, and {stem} can't be one", { stem: quoted(stem) });
  const help = _("use letters from a to z, digits and single hyphens, at most 39: {command}", { command: `git mv ${written} mentors/${better}.yml` });
  return [violation("file-name", [], message, help)];
}

/** @type {times.Rule} */
function fileIsNamedForTheHandle({ github }, _known, { stem }) {
  if (github === undefined) return handleViolations(stem);
  if (github === undefined || github.toLowerCase() === stem.toLowerCase()) return [];
  const message = _("the file is named {stem}, but github is {handle}", { stem: quoted(stem), handle: quoted(github) });
  return [violation("file-name", ["github"], message, _("rename the file: {command}", { command: `git mv mentors/${stem}.yml mentors/${github}.yml` }))];
}

/** @type {times.Rule} */
function textsHoldNoContact(fields, { schema }) {
  const help = _("delete it; people reach a mentor through a request or the link in 'contact'");
  return [...freeTexts(schema, fields)].flatMap(([path, text]) => {
    const field = quoted(fieldName(path));
    const found = [];
    if (findEmail(text)) found.push(violation("contact-in-text", path, _("{field} contains what looks like an email address", { field }), help));
    if (findPhone(text)) found.push(violation("contact-in-text", path, _("{field} contains what looks like a phone number", { field }), help));
    return found;
  });
}

/** @returns {Generator<[FieldPath, string]>} each text that is no choice, id or code */
function* freeTexts(part, value, path = []) {
  if (value === undefined) return;
  if (part.type === "string") {
    if (!part.enum && !part.pattern && !part["x-ids-of"]) yield [path, value];
  } else if (part.type === "array") {
    for (const [at, one] of value.entries()) yield* freeTexts(part.items, one, [...path, at]);
  } else if (part.type === "object") {
    for (const [name, inner] of Object.entries(part.properties)) yield* freeTexts(inner, value[name], [...path, name]);
  }
}

/** @type {times.Rule} */
function nameAndHeadlineCanBeRead({ name, headline, location }) {
  /** @type {[string[], string | undefined][]} */
  const lines = [[["name"], name], [["headline"], headline], [["location", "city"], location?.city]]; // prettier-ignore
  return lines.flatMap(([path, text]) => {
    if (text === undefined) return [];
    const field = quoted(fieldName(path));
    if (/^[\p{Z}\p{C}]*$/u.test(text)) return [violation("unreadable-text", path, _("{field} has no visible letter", { field }), _("write at least one visible letter"))];
    if (!text.trim().includes("\n")) return [];
    return [violation("unreadable-text", path, _("{field} has more than one line", { field }), _("write it on one line"))];
  });
}

/** @type {times.Rule} */
function learningBelongsToSeeking({ seeking_mentor: seeking, learning }) {
  if (seeking && learning === undefined) {
    const help = _("add what you want to learn: {line}", { line: "learning: {skills: [rust], stage: mid}" });
    return [violation("learning-mismatch", ["seeking_mentor"], _("'seeking_mentor' is true, but 'learning' is missing"), help)];
  }
  if (learning === undefined || seeking) return [];
  return [violation("learning-mismatch", ["learning"], _("'learning' is shown only when 'seeking_mentor' is true"), _("add the line seeking_mentor: true, or delete 'learning'"))];
}

/** @type {times.Rule} */
function contactLinkIsThere({ contact = {} }) {
  const { mode = "issue", url } = contact;
  if (mode === "link" && url === undefined) {
    const help = _("add the link: {line}", { line: "contact: {mode: link, url: https://example.org/book}" });
    return [violation("contact-link", ["contact"], _("'contact' has mode 'link' but no url"), help)];
  }
  if (mode === "link" || url === undefined) return [];
  return [violation("contact-link", ["contact", "url"], _("with mode {mode} the url of 'contact' is never used", { mode: quoted(mode) }), _("write mode: link to send people there, or delete the url"))];
}

/** @type {times.Rule} */
function privateRequestsHaveAPlace({ contact = {} }, { privateRequests }) {
  if (contact.mode !== "private" || privateRequests) return [];
  const help = _("ask a coordinator to add a line there like {line}, or write mode: issue", { line: "private_repository: our-community/mentoring-private" });
  return [violation("private-requests", ["contact", "mode"], _("'contact' has mode 'private', but directory.yml names no 'private_repository'"), help)];
}

/** @type {times.Rule} */
function commitmentFitsTheCapacity({ commitment = "", capacity, cadence = [] }) {
  const minutes = MINUTES[commitment];
  const least = Math.min(...cadence.map((word) => LEAST_MINUTES[word] ?? Infinity));
  const each = Number.isFinite(least) ? least : 5;
  if (!minutes || !capacity || capacity * each <= minutes) return [];
  const message = ngettext(
    "{count} mentee needs at least {needed} minutes a month, but you offer {minutes}",
    "{count} mentees need at least {needed} minutes a month, but you offer {minutes}",
    capacity,
    { needed: capacity * each, minutes },
  );
  const help = _("lower 'capacity' to {number}, or raise 'commitment'", { number: Math.max(1, Math.floor(minutes / each)) });
  return [violation("commitment-fit", ["capacity"], message, help, "hint")];
}

/** @type {times.Rule} */
function groupHasASize({ relationship_types: types = [], group_size: size }) {
  const kind = GROUPS.find((one) => types.includes(one));
  if (!kind || size) return [];
  return [violation("group-size", ["relationship_types"], _("{kind} is offered without a 'group_size'", { kind: quoted(kind) }), _("add a line like {line}", { line: "group_size: 6" }), "hint")];
}

/** @type {times.Rule} */
function profileOffersOrSeeks({ offer_to_mentor: offers, seeking_mentor: seeks }) {
  if (offers !== false || seeks) return [];
  return [violation("unseen-profile", ["offer_to_mentor"], _("this profile neither offers nor seeks mentoring, so no list shows it"), _("set offer_to_mentor or seeking_mentor to true"), "hint")];
}

/** @type {times.Rule} */
function profileIsConfirmed({ last_confirmed: day }, _known, { stem, today }) {
  if (day !== undefined || stem.startsWith("example-")) return [];
  return [violation("not-confirmed", ["last_confirmed"], _("the profile doesn't say when it was last confirmed"), _("add the line {line}", { line: `last_confirmed: ${today}` }), "hint")];
}

/** @type {times.Rule[]} */
const RULES = [
  fileIsNamedForTheHandle, termsAreKnown, skillIsListedOnce, filesExist, times.timezoneIsReal, times.timezoneIsClear,
  times.countryIsReal, times.languageExists, times.languagesDiffer, times.dateIsReal, times.confirmationIsPast,
  times.windowIsReal, times.windowsDoNotOverlap, times.officeHourIsReal, times.officeHourHasItsWeeks, textsHoldNoContact, nameAndHeadlineCanBeRead,
  learningBelongsToSeeking, times.seekingHasANearEnd, contactLinkIsThere, privateRequestsHaveAPlace, commitmentFitsTheCapacity, groupHasASize, profileOffersOrSeeks,
  profileIsConfirmed,
]; // prettier-ignore

/**
 * @param {Record<string, any>} fields @param {import("./known.js").Known} known
 * @param {{stem: string, today: string}} about the name of the file without its ending, and the day
 * @returns {Violation[]}
 */
export function problemsOf(fields, known, about) {
  const hidden = hiddenSigns(fields, []);
  const shape = shapeViolations(known.schema, fields);
  const unusable = [...hidden, ...shape].map(({ path }) => path);
  const usable = without(fields, [], new Set(unusable.map((path) => JSON.stringify(path))));
  const rules = RULES.flatMap((rule) => rule(usable.value, known, about))
    .map((found) => ({ ...found, path: asWritten(found.path, usable.kept) }))
    .filter(({ path }) => !unusable.some((other) => startsWith(path, other) || startsWith(other, path)));
  return [...hidden, ...shape.filter(({ path }) => !hidden.some((one) => startsWith(path, one.path))), ...rules];
}

/** Find what cannot be seen, but would be in the file. @returns {Violation[]} */
function hiddenSigns(value, path) {
  if (typeof value === "object" && value) return Object.entries(value).flatMap(([name, part]) => hiddenSigns(part, [...path, Array.isArray(value) ? Number(name) : name]));
  if (typeof value !== "string") return [];
  if (DIRECTION.test(value)) {
    return [violation("hidden-direction", path, _("this line contains an invisible character that reverses the text around it"), _("delete it; right-to-left scripts are shown correctly without it"))];
  }
  if (!CONTROL.test(value)) return [];
  return [violation("control-character", path, _("this line contains an invisible control character"), _("delete it; typing the line again is often quickest"))];
}

/** Copy the fields without what is unusable; `kept` remembers the written positions of lists. */
function without(value, path, unusable, kept = new Map()) {
  if (Array.isArray(value)) {
    const places = [...value.keys()].filter((at) => !unusable.has(JSON.stringify([...path, at])));
    kept.set(JSON.stringify(path), places);
    return { value: places.map((at) => without(value[at], [...path, at], unusable, kept).value), kept };
  }
  if (typeof value !== "object" || value === null) return { value, kept };
  const names = Object.keys(value).filter((name) => !unusable.has(JSON.stringify([...path, name])));
  return { value: Object.fromEntries(names.map((name) => [name, without(value[name], [...path, name], unusable, kept).value])), kept };
}

function asWritten(path, kept) {
  /** @type {FieldPath} */
  const written = [];
  for (const part of path) written.push(typeof part === "number" ? (kept.get(JSON.stringify(written))?.[part] ?? part) : part);
  return written;
}

function startsWith(path, start) {
  return start.every((part, at) => path[at] === part);
}
