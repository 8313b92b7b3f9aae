/**
 * What someone looks for, as a learner's file: read with care, because files come from anywhere, and written so that
 * `lodestar match --learner` reads it too.
 *
 * @typedef {{skill: string, importance?: string, now?: string, reach?: string}} Want
 * @typedef {object} Learner as in schema/learner.json; every part is optional
 * @property {Want[]} [want] @property {string[]} [topics] @property {string[]} [goals] @property {string} [stage]
 * @property {{structure?: string, guidance?: string}} [style] @property {string} [commitment] @property {string[]} [formats]
 * @property {string[]} [relationship_types] @property {string[]} [languages] @property {string} [timezone]
 * @property {string[]} [windows] @property {string} [most_important]
 */

import { COMMITMENTS, FORMATS, GOALS, GUIDANCES, IMPORTANCES, LEVELS, RELATIONSHIP_TYPES, SIGNALS, STAGES, STRUCTURES, WEEKDAYS } from "../lib/choices.js";
import { _ } from "../lib/messages.js";
import { choice } from "../lib/wording.js";

const MOST = 12;
const LONGEST = 60;
const WINDOW = new RegExp(`^(${WEEKDAYS.join("|")}) (\\d\\d:[0-5]\\d)-(\\d\\d:[0-5]\\d)$`);
const TAG = /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

/** @typedef {(value: any) => any} Reader returns undefined for what it does not understand */
/** @type {Reader} */
const word = (value) => (typeof value === "string" && value.trim() && value.length <= LONGEST ? value : undefined);
/** @type {(choices: string[]) => Reader} */
const oneOf = (choices) => (value) => (choices.includes(value) ? value : undefined);
/** @type {(read: Reader, most: number) => Reader} */
const listOf = (read, most) => (values) => {
  const list = Array.isArray(values) ? [...new Set(values.map(read).filter((value) => value !== undefined))].slice(0, most) : [];
  return list.length ? list : undefined;
};

/** @type {Record<string, Reader>} */
const FIELDS = {
  want: (wants) => {
    const list = Array.isArray(wants) ? wants.map(readWant).filter((want) => want !== null) : [];
    const known = new Map(list.map((want) => [want.skill, want]));
    return known.size ? [...known.values()].slice(0, MOST) : undefined;
  },
  topics: listOf(word, MOST),
  goals: listOf(oneOf(GOALS), GOALS.length),
  stage: oneOf(STAGES),
  style: (style) => group(style, { structure: oneOf(STRUCTURES), guidance: oneOf(GUIDANCES) }),
  commitment: oneOf(COMMITMENTS),
  formats: listOf(oneOf(FORMATS), FORMATS.length),
  relationship_types: listOf(oneOf(RELATIONSHIP_TYPES), RELATIONSHIP_TYPES.length),
  languages: listOf((tag) => (typeof tag === "string" && TAG.test(tag) ? tag : undefined), MOST),
  timezone: word,
  windows: listOf(readWindow, 21),
  most_important: oneOf(SIGNALS),
};

/** @param {any} values @param {Record<string, Reader>} readers @returns {any} */
function group(values, readers) {
  /** @type {Record<string, any>} */
  const read = {};
  for (const [name, reader] of Object.entries(readers)) {
    const value = values && typeof values === "object" ? reader(values[name]) : undefined;
    if (value !== undefined) read[name] = value;
  }
  return Object.keys(read).length ? read : undefined;
}

/** @param {any} want @returns {Want | null} */
function readWant(want) {
  const read = group(want, { skill: word, importance: oneOf(IMPORTANCES), now: oneOf(LEVELS), reach: oneOf(LEVELS) });
  return read?.skill ? read : null;
}

/** @param {unknown} text @returns {string | undefined} hours as a file writes them, when they end after they begin */
export function readWindow(text) {
  const [whole, , from, to] = (typeof text === "string" && WINDOW.exec(text)) || [];
  return from && to && from < to && to <= "24:00" ? whole : undefined;
}

/**
 * Take over what is understood of something that says it is a learner's file.
 * @param {any} given @returns {{learner: Learner, refused: string[]}} with the names of what was not understood
 */
export function readLearner(given) {
  if (!given || typeof given !== "object" || Array.isArray(given)) return { learner: {}, refused: [_("the whole file")] };
  const learner = group(given, FIELDS) ?? {};
  const refused = Object.keys(given).filter((name) => JSON.stringify(given[name]) !== JSON.stringify(learner[name]));
  return { learner, refused };
}

/** @param {string} text of a file @returns {{learner: Learner, refused: string[]}} */
export function parseLearner(text) {
  try {
    return readLearner(JSON.parse(text));
  } catch {
    return { learner: {}, refused: [_("the whole file")] };
  }
}

/** @param {Learner} learner @returns {string} a learner's file */
export function writeLearner(learner) {
  return `${JSON.stringify(learner, null, 2)}\n`;
}

/** @param {Learner} learner @returns {boolean} whether it says what to look for, so that mentors can be ranked */
export function isStated({ want, topics, goals }) {
  return Boolean(want?.length || topics?.length || goals?.length);
}

/**
 * Write goals in one line. @param {Learner} learner @param {(kind: string, id: string) => string} label
 * @returns {string} "Python (must), testing, career guidance"
 */
export function goalsInWords({ want = [], topics = [], goals = [] }, label) {
  const skills = want.map(({ skill, importance }) => {
    const name = label("skills", skill);
    return importance === "must" ? _("{skill} (must)", { skill: name }) : name;
  });
  return [...skills, ...topics.map((id) => label("topics", id)), ...goals.map(choice)].join(", ");
}

/**
 * Take one wish out of what someone looks for. @param {Learner} learner @param {string} field
 * @param {string} id one of a list, or "" for the whole field @returns {Learner}
 */
export function learnerWithout(learner, field, id) {
  const { [/** @type {keyof Learner} */ (field)]: listed, ...rest } = learner;
  const left = id && Array.isArray(listed) ? listed.filter((one) => (typeof one === "string" ? one : one.skill) !== id) : [];
  return left.length ? { ...rest, [field]: left } : rest;
}
