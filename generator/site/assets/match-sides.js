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
 * @typedef {{terms: Map<string, Term>, spellings: Map<string, string>, narrower: Map<string, string[]>, related: Map<string, string[]>}} Vocabulary
 * @typedef {{id: string, label: string, importance: number, kind: string, similar: Map<string, number>}} Wanted
 */

import { COMMITMENTS, STAGES } from "./match-words.js";
import { freeTime } from "./overlap.js";
import { fold } from "./words.js";

export const CONFIDENT = 1;
export const SAME = 1;
export const RELATED = 0.4;
export const NEAR_PEER = "near-peer";
const CAN_INTRODUCE = 0.8;
const BROADER_OR_NARROWER = 0.7;
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
  return { terms, spellings, narrower, related };
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
    goals: [...new Set(learner.goals ?? [])],
    languages: mainLanguages(learner.languages),
    formats: learner.formats ?? [],
    relationshipTypes: learner.relationship_types ?? [],
    steps: learner.commitment ? COMMITMENTS.indexOf(learner.commitment) : null,
    stage: learner.stage ? STAGES.indexOf(learner.stage) : null,
    style: learner.style ?? {},
    free: freeTime(learner.windows, learner.timezone, basis.today),
  };
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
    found.set(key, { id, label, importance, kind, similar: similarTerms(vocabulary, id) });
  }
  return [...found.values()];
}

/** Make a mentor ready. @param {Mentor} mentor @param {Basis} basis @returns {object} a candidate */
export function candidateOf(mentor, basis) {
  const skills = new Map([...pairs(mentor.can_introduce, CAN_INTRODUCE), ...pairs(mentor.skills, CONFIDENT)]);
  const handle = mentor.github.toLowerCase();
  return {
    mentor,
    handle,
    offered: mentor.offer_to_mentor ?? true,
    availability: mentor.availability ?? "open",
    openings: mentor.openings ?? mentor.capacity ?? 0,
    pending: mentor.pending ?? 0,
    offers: { skills, topics: new Map(pairs(mentor.topics, CONFIDENT)) },
    goals: new Set(mentor.goals),
    languages: mainLanguages(mentor.languages),
    formats: mentor.formats ?? [],
    relationshipTypes: mentor.relationship_types ?? [],
    stagesSupported: mentor.stages_supported ?? [],
    refused: mentor.cannot_help_with ?? [],
    steps: COMMITMENTS.indexOf(mentor.commitment),
    stage: mentor.stage ? STAGES.indexOf(mentor.stage) : null,
    style: mentor.style ?? {},
    free: freeTime(mentor.windows, mentor.timezone, basis.today),
    turn: turnOf(handle, basis.today),
  };
}

function pairs(ids, level) {
  return (ids ?? []).map((id) => [id, level]);
}

/** A number that changes every day, so that nobody is always on top. @param {string} handle @param {string} today @returns {number} */
export function turnOf(handle, today) {
  let turn = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(`${today} ${handle}`)) turn = Math.imul(turn ^ byte, 0x01000193) >>> 0;
  return turn;
}

function mainLanguages(tags) {
  return (tags ?? []).map((tag) => tag.split("-")[0].toLowerCase());
}
