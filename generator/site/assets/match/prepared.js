/**
 * Both sides of a match, made ready once so that each of many pairs costs little. The twin of matching/sides.py and
 * matching/similarity.py.
 *
 * @typedef {{id: string, label: string, synonyms?: string[], broader?: string[], related?: string[]}} Term
 * @typedef {object} Learner a learner's file as in schema/learner.json; every part is optional
 * @typedef {object} Mentor a mentor's fields as in api/mentors/<login>.json, with `availability`, `openings`,
 *   `pending` (0 where unknown) and `paused_until`
 * @typedef {object} Settings what `match` in directory.yml says: `weights` and `bands`, each with defaults
 * @typedef {object} Basis what all matches are based on: @property {{skills: Vocabulary, topics: Vocabulary}} vocabularies
 * @property {string} today in UTC, like "2026-11-21" @property {Settings} settings @property {Map<string, string>} languages
 * @typedef {object} Vocabulary @property {Map<string, Term>} terms @property {Map<string, string>} spellings
 * @property {Map<string, string[]>} narrower @property {Map<string, string[]>} related who names a term as related
 * @property {Map<string, number>} numbers a number for every id that anybody used, so that pairs compare numbers
 * @typedef {object} Wanted @property {string} id @property {string} label @property {number} importance
 * @property {"skills" | "topics"} kind @property {Float64Array} similar how near each term is, by its number
 * @typedef {number[]} Offers what a mentor teaches, each as the number of the term and then how well
 * @typedef {number} Chosen which of a fixed list of words somebody states, a bit for each
 */

import { AXES, COMMITMENTS, FORMATS, GOALS, RELATIONSHIP_TYPES, STAGES } from "./choices.js";
import { freeTime } from "./overlap.js";
import { fold } from "../search/tokenize.js";

export const CONFIDENT = 1;
export const SAME = 1;
export const RELATED = 0.4;
export const NEAR_PEER = chosen(["near-peer"], RELATIONSHIP_TYPES);
export const TALKED = chosen(["scheduled-calls"], FORMATS);
const CAN_INTRODUCE = 0.8;
const BROADER_OR_NARROWER = 0.7;
const UTF8 = new TextEncoder();
const IMPORTANCE = { must: 2, nice: 1 };
const WEIGHTS = { expertise: 40, goals: 20, commitment: 8, overlap: 8, openings: 4, style: 10, stage: 10 };
const BANDS = { strong: 75, good: 55, some: 35 };

/**
 * Put together what all matches of a page are based on.
 * @param {{vocabularies: {skills?: Term[], topics?: Term[]}, today: string, settings?: Settings, languages?: Record<string, string>}} given
 * @returns {Basis}
 */
export function basisOf({ vocabularies, today, settings = {}, languages = {} }) {
  return {
    vocabularies: { skills: vocabularyOf(vocabularies.skills ?? []), topics: vocabularyOf(vocabularies.topics ?? []) },
    today,
    settings: { weights: { ...WEIGHTS, ...settings.weights }, bands: { ...BANDS, ...settings.bands } },
    languages: new Map(Object.entries(languages)),
  };
}

/** @param {Term[]} list @returns {Vocabulary} */
export function vocabularyOf(list) {
  const [terms, spellings, narrower, related] = [new Map(), new Map(), new Map(), new Map()];
  for (const term of list) {
    terms.set(term.id, term);
    for (const word of [term.id, term.label, ...(term.synonyms ?? [])]) {
      if (!spellings.has(fold(word))) spellings.set(fold(word), term.id);
    }
    for (const id of term.broader ?? []) addTo(narrower, id, term.id);
    for (const id of term.related ?? []) addTo(related, id, term.id);
  }
  return { terms, spellings, narrower, related, numbers: new Map(list.map(({ id }, at) => [id, at])) };
}

function numberOf(id, { numbers }) {
  if (!numbers.has(id)) numbers.set(id, numbers.size);
  return numbers.get(id);
}

function addTo(map, key, value) {
  if (map.has(key)) map.get(key).push(value);
  else map.set(key, [value]);
}

/**
 * Return every term that is near the given one, itself included, and how near: itself 1; above and below it 0.7,
 * however many steps lie between; related 0.4, whichever of the two names the other. The nearest counts.
 * @param {Vocabulary} vocabulary @param {string} id @returns {Map<string, number>}
 */
export function similarTerms(vocabulary, id) {
  const near = new Map();
  for (const other of [...(vocabulary.terms.get(id)?.related ?? []), ...(vocabulary.related.get(id) ?? [])]) near.set(other, RELATED);
  for (const step of [(one) => vocabulary.terms.get(one)?.broader ?? [], (one) => vocabulary.narrower.get(one) ?? []]) {
    for (const other of allAlong(id, step)) near.set(other, BROADER_OR_NARROWER);
  }
  return near.set(id, SAME);
}

function allAlong(start, step) {
  const found = new Set();
  for (const ahead = [start]; ahead.length; ) {
    for (const id of step(ahead.pop())) {
      if (!found.has(id)) {
        found.add(id);
        ahead.push(id);
      }
    }
  }
  found.delete(start);
  return found;
}

/** Make a learner ready. @param {Learner} learner @param {Basis} basis @returns {object} a seeker */
export function seekerOf(learner, basis) {
  const wanted = wantedOf(learner, basis.vocabularies);
  return {
    learner,
    wanted,
    importance: wanted.reduce((sum, one) => sum + one.importance, 0),
    ...comparable(learner),
    steps: learner.commitment ? COMMITMENTS.indexOf(learner.commitment) : null,
    today: basis.today,
    free: undefined,
  };
}

/** What both sides state in the same words. */
function comparable(side) {
  return {
    goals: chosen(side.goals, GOALS),
    languages: (side.languages ?? []).map((tag) => tag.split("-")[0].toLowerCase()),
    formats: chosen(side.formats, FORMATS),
    relationshipTypes: chosen(side.relationship_types, RELATIONSHIP_TYPES),
    stage: side.stage ? STAGES.indexOf(side.stage) : null,
    structure: side.style?.structure ? AXES.structure.indexOf(side.style.structure) : null,
    guidance: side.style?.guidance ? AXES.guidance.indexOf(side.style.guidance) : null,
  };
}

/** @param {string[] | undefined} words @param {string[]} list @returns {Chosen} */
function chosen(words, list) {
  return (words ?? []).reduce((bits, word) => bits | (1 << list.indexOf(word)), 0);
}

/** A side's free time, read when somebody first asks for it. @returns {import("./overlap.js").FreeTime[] | null} */
export function freeOf(side) {
  if (side.free === undefined) {
    const { windows: stated, timezone } = side.learner ?? side.mentor;
    side.free = freeTime(stated, timezone, side.today);
  }
  return side.free;
}

function wantedOf(learner, vocabularies) {
  const words = [
    ...(learner.want ?? []).map((want) => ["skills", want.skill, IMPORTANCE[want.importance ?? "nice"]]),
    ...(learner.topics ?? []).map((topic) => ["topics", topic, IMPORTANCE.nice]),
  ];
  const found = new Map();
  for (const [kind, word, importance] of words) {
    const vocabulary = vocabularies[kind];
    const id = vocabulary.terms.has(word) ? word : (vocabulary.spellings.get(fold(word)) ?? word);
    const key = `${kind} ${id}`;
    if (found.has(key) && found.get(key).importance >= importance) continue;
    const label = vocabulary.terms.get(id)?.label ?? id;
    found.set(key, { id, label, importance, kind, similar: similarByNumber(vocabulary, id) });
  }
  return [...found.values()];
}

function similarByNumber(vocabulary, id) {
  const near = similarTerms(vocabulary, id);
  const numbers = [...near.keys()].map((other) => numberOf(other, vocabulary));
  const similar = new Float64Array(Math.max(vocabulary.numbers.size, ...numbers) + 1);
  [...near.values()].forEach((value, at) => (similar[numbers[at]] = value));
  return similar;
}

/** Make a mentor ready. @param {Mentor} mentor @param {Basis} basis @returns {object} a candidate */
export function candidateOf(mentor, { vocabularies, today }) {
  const handle = mentor.github.toLowerCase();
  const openings = mentor.openings ?? mentor.capacity ?? 0;
  const pending = mentor.pending ?? 0;
  return {
    mentor,
    handle,
    offered: mentor.offer_to_mentor ?? true,
    availability: mentor.availability ?? "open",
    openings,
    pending,
    waiting: pending / (openings || 1),
    skills: offersOf([...pairs(mentor.can_introduce, CAN_INTRODUCE), ...pairs(mentor.skills, CONFIDENT)], vocabularies.skills),
    topics: offersOf(pairs(mentor.topics, CONFIDENT), vocabularies.topics),
    ...comparable(mentor),
    stagesSupported: chosen(mentor.stages_supported, STAGES),
    refused: mentor.cannot_help_with ?? [],
    steps: COMMITMENTS.indexOf(mentor.commitment),
    turn: turnOf(handle, today),
    today,
    free: undefined,
  };
}

function pairs(ids, level) {
  return (ids ?? []).map((id) => [id, level]);
}

/** A skill in both lists counts as taught with confidence, which comes last. */
function offersOf(levels, vocabulary) {
  return [...new Map(levels.map(([id, level]) => [numberOf(id, vocabulary), level]))].flat();
}

/** A number that changes every day, so that nobody is always on top. @param {string} handle @param {string} today @returns {number} */
export function turnOf(handle, today) {
  let turn = 0x811c9dc5;
  for (const byte of UTF8.encode(`${today} ${handle}`)) turn = Math.imul(turn ^ byte, 0x01000193);
  turn = Math.imul(turn ^ (turn >>> 16), 0x85ebca6b);
  turn = Math.imul(turn ^ (turn >>> 13), 0xc2b2ae35);
  return (turn ^ (turn >>> 16)) >>> 0;
}
