/**
 * Both sides of a match, made ready once so that each of many pairs costs little. The twin of matching/prepared.py and
 * matching/similarity.py.
 *
 * @typedef {{id: string, label: string, synonyms?: string[], broader?: string[], related?: string[]}} Term
 * @typedef {import("./learner.js").Learner} Learner
 * @typedef {object} Profile a mentor's fields as in api/mentors/<login>.json
 * @property {string} handle @property {string | null} github @property {string} [name] @property {string[]} [skills] @property {string[]} [can_introduce]
 * @property {string[]} [topics] @property {string[]} [goals] @property {string[]} [languages] @property {string[]} [formats]
 * @property {string[]} [relationship_types] @property {string[]} [stages_supported] @property {string[]} [cannot_help_with]
 * @property {string[]} [windows] @property {string} [timezone] @property {string} [stage] @property {string} commitment
 * @property {{structure?: string, guidance?: string}} [style] @property {boolean} [offer_to_mentor]
 * @property {string} [availability] @property {number} [capacity] @property {number} [openings]
 * @property {number} [pending] 0 where unknown @property {string} [paused_until]
 * @typedef {{strong: number, good: number, some: number}} Bands
 * @typedef {{weights: Record<string, number>, bands: Bands}} Settings what `match` in directory.yml says
 * @typedef {object} Vocabulary @property {Map<string, Term>} terms @property {Map<string, string>} spellings
 * @property {Map<string, string[]>} narrower @property {Map<string, string[]>} related who names a term as related
 * @property {Map<string, number>} numbers a number for every id that anyone used, so that pairs compare numbers
 * @typedef {"skills" | "topics"} Kind
 * @typedef {object} MatchContext what all matches are based on @property {Record<Kind, Vocabulary>} vocabularies
 * @property {string} today in UTC, like "2026-11-21" @property {Settings} settings
 * @property {Map<string, string>} languages names of languages by their tags
 * @typedef {object} Wanted @property {string} id @property {string} label @property {number} importance
 * @property {Kind} kind @property {Float64Array} similar how near each term is, by its number
 * @property {Set<number>} narrower the numbers of itself and of what is below it: who lists one of these lists what is wanted
 * @typedef {number[]} Offers what a mentor teaches, each as the number of the term and then how well
 * @typedef {number} Bits which of a fixed list of choices someone states, a bit for each
 * @typedef {object} Comparable what both sides state with the same choices
 * @property {Bits} goals @property {string[]} languages @property {Bits} formats @property {Bits} relationshipTypes
 * @property {number | null} stage @property {number | null} structure @property {number | null} guidance
 * @typedef {import("./overlap.js").FreeTime[] | null} Free
 * @typedef {Comparable & {learner: Learner, wanted: Wanted[], importance: number, steps: number | null, today: string, free?: Free}} PreparedMentee
 * @typedef {Comparable & {profile: Profile, offered: boolean, availability: string, openings: number, pending: number,
 *   skills: Offers, topics: Offers, stagesSupported: Bits, refused: string[], steps: number, today: string, free?: Free}} PreparedMentor
 */

import {
  BANDS, COMMITMENTS, FORMATS, GOALS, GUIDANCES, IMPORTANCE, RELATIONSHIP_TYPES, SIMILARITY, STAGES, STRUCTURES, TAUGHT, WEIGHTS,
} from "../lib/choices.js";
import { fold } from "../search/tokenize.js";
import { freeTime } from "./overlap.js";

export const NEAR_PEER = bitsOf(["near-peer"], RELATIONSHIP_TYPES);
export const TALKED = bitsOf(["scheduled-calls"], FORMATS);
/** Which fields of a mentor offer something of a kind, and how well; the last that names a term counts. @type {Record<Kind, ["skills" | "can_introduce" | "topics", number][]>} */
export const OFFERS = {
  skills: [["can_introduce", TAUGHT.introduced], ["skills", TAUGHT.confident]],
  topics: [["topics", TAUGHT.confident]],
};

/**
 * Put together what all matches of a page are based on.
 * @param {{vocabularies: Partial<Record<Kind, Term[]>>, today: string, settings?: {weights?: Record<string, number>, bands?: Partial<Bands>}, languages?: Record<string, string>}} given
 * @returns {MatchContext}
 */
export function matchContext({ vocabularies, today, settings = {}, languages = {} }) {
  return {
    vocabularies: { skills: vocabularyOf(vocabularies.skills ?? []), topics: vocabularyOf(vocabularies.topics ?? []) },
    today,
    settings: { weights: { ...WEIGHTS, ...settings.weights }, bands: { ...BANDS, ...settings.bands } },
    languages: new Map(Object.entries(languages)),
  };
}

/** @param {Term[]} list @returns {Vocabulary} */
export function vocabularyOf(list) {
  /** @type {Vocabulary} */
  const vocabulary = { terms: new Map(), spellings: new Map(), narrower: new Map(), related: new Map(), numbers: new Map() };
  for (const term of list) {
    vocabulary.numbers.set(term.id, vocabulary.terms.size);
    vocabulary.terms.set(term.id, term);
    for (const word of [term.id, term.label, ...(term.synonyms ?? [])]) {
      if (!vocabulary.spellings.has(fold(word))) vocabulary.spellings.set(fold(word), term.id);
    }
    for (const id of term.broader ?? []) addTo(vocabulary.narrower, id, term.id);
    for (const id of term.related ?? []) addTo(vocabulary.related, id, term.id);
  }
  return vocabulary;
}

/** @param {string} id @param {Vocabulary} vocabulary @returns {number} */
export function numberOf(id, { numbers }) {
  const known = numbers.get(id) ?? numbers.size;
  numbers.set(id, known);
  return known;
}

/** @param {Map<string, string[]>} map @param {string} key @param {string} value */
function addTo(map, key, value) {
  const found = map.get(key);
  if (found) found.push(value);
  else map.set(key, [value]);
}

/**
 * Return every term that is near the given one, itself included, and how near: the same, above or below it, however many
 * steps lie between, or related, whichever of the two names the other. The nearest counts.
 * @param {Vocabulary} vocabulary @param {string} id @returns {Map<string, number>}
 */
export function similarTerms({ terms, narrower, related }, id) {
  const near = new Map();
  for (const other of [...(terms.get(id)?.related ?? []), ...(related.get(id) ?? [])]) near.set(other, SIMILARITY.related);
  for (const other of allAlong(id, (one) => terms.get(one)?.broader ?? [])) near.set(other, SIMILARITY.broader);
  for (const other of allAlong(id, (one) => narrower.get(one) ?? [])) near.set(other, SIMILARITY.broader);
  return near.set(id, SIMILARITY.same);
}

/** The terms below the given one, and itself. @param {Vocabulary} vocabulary @param {string} id @returns {Set<string>} */
export function narrowerTerms({ narrower }, id) {
  return allAlong(id, (one) => narrower.get(one) ?? []).add(id);
}

/** @param {string} start @param {(id: string) => string[]} step @returns {Set<string>} */
function allAlong(start, step) {
  /** @type {Set<string>} */
  const found = new Set();
  const ahead = [start];
  for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) {
    for (const id of step(next)) {
      if (!found.has(id)) {
        found.add(id);
        ahead.push(id);
      }
    }
  }
  found.delete(start);
  return found;
}

/** Make a mentee ready. @param {Learner} learner @param {MatchContext} context @returns {PreparedMentee} */
export function prepareMentee(learner, context) {
  const wanted = wantedOf(learner, context.vocabularies);
  return {
    learner,
    wanted,
    importance: wanted.reduce((sum, one) => sum + one.importance, 0),
    ...comparable(learner),
    steps: learner.commitment ? COMMITMENTS.indexOf(learner.commitment) : null,
    today: context.today,
  };
}

/** @param {Learner | Profile} side @returns {Comparable} */
function comparable(side) {
  return {
    goals: bitsOf(side.goals, GOALS),
    languages: (side.languages ?? []).map(mainLanguage),
    formats: bitsOf(side.formats, FORMATS),
    relationshipTypes: bitsOf(side.relationship_types, RELATIONSHIP_TYPES),
    stage: side.stage ? STAGES.indexOf(side.stage) : null,
    structure: side.style?.structure ? STRUCTURES.indexOf(side.style.structure) : null,
    guidance: side.style?.guidance ? GUIDANCES.indexOf(side.style.guidance) : null,
  };
}

/** Two people understand each other whatever the region or script. @param {string} tag @returns {string} */
export function mainLanguage(tag) {
  return tag.split("-")[0].toLowerCase();
}

/** @param {string[] | undefined} choices @param {string[]} list @returns {Bits} */
export function bitsOf(choices, list) {
  return (choices ?? []).reduce((bits, choice) => bits | (1 << list.indexOf(choice)), 0);
}

/** A side's free time, read when it is first asked for. @param {PreparedMentee | PreparedMentor} side @returns {Free} */
export function freeOf(side) {
  if (side.free === undefined) {
    const { windows, timezone } = "learner" in side ? side.learner : side.profile;
    side.free = freeTime(windows, timezone, side.today);
  }
  return side.free;
}

/** @param {Learner} learner @param {Record<Kind, Vocabulary>} vocabularies @returns {Wanted[]} */
function wantedOf(learner, vocabularies) {
  /** @type {[Kind, string, number][]} */
  const words = [
    .../** @type {[Kind, string, number][]} */ ((learner.want ?? []).map((want) => ["skills", want.skill, IMPORTANCE[want.importance ?? "nice"]])),
    .../** @type {[Kind, string, number][]} */ ((learner.topics ?? []).map((topic) => ["topics", topic, IMPORTANCE.nice])),
  ];
  /** @type {Map<string, Wanted>} */
  const found = new Map();
  for (const [listedAs, word, importance] of words) {
    const kind = kindOf(word, listedAs, vocabularies);
    const vocabulary = vocabularies[kind];
    const id = vocabulary.terms.has(word) ? word : (vocabulary.spellings.get(fold(word)) ?? word);
    const key = `${kind} ${id}`;
    if ((found.get(key)?.importance ?? 0) >= importance) continue;
    const label = vocabulary.terms.get(id)?.label ?? id;
    const narrower = new Set([...narrowerTerms(vocabulary, id)].map((other) => numberOf(other, vocabulary)));
    found.set(key, { id, label, importance, kind, similar: similarByNumber(vocabulary, id), narrower });
  }
  return [...found.values()];
}

/**
 * The vocabulary that knows a word: the one it is listed as, or else the other, for a topic among the skills.
 * @param {string} word @param {Kind} listedAs @param {Record<Kind, Vocabulary>} vocabularies @returns {Kind}
 */
function kindOf(word, listedAs, vocabularies) {
  const other = listedAs === "skills" ? "topics" : "skills";
  return !vocabularies[listedAs].spellings.has(fold(word)) && vocabularies[other].spellings.has(fold(word)) ? other : listedAs;
}

/** @param {Vocabulary} vocabulary @param {string} id @returns {Float64Array} */
function similarByNumber(vocabulary, id) {
  const near = similarTerms(vocabulary, id);
  const numbers = [...near.keys()].map((other) => numberOf(other, vocabulary));
  const similar = new Float64Array(Math.max(vocabulary.numbers.size, ...numbers) + 1);
  [...near.values()].forEach((value, at) => (similar[numbers[at]] = value));
  return similar;
}

/** Make a mentor ready. @param {Profile} profile @param {MatchContext} context @returns {PreparedMentor} */
export function prepareMentor(profile, { vocabularies, today }) {
  return {
    profile,
    offered: profile.offer_to_mentor ?? true,
    availability: profile.availability ?? "open",
    openings: profile.openings ?? profile.capacity ?? 0,
    pending: profile.pending ?? 0,
    skills: offersOf(profile, "skills", vocabularies),
    topics: offersOf(profile, "topics", vocabularies),
    ...comparable(profile),
    stagesSupported: bitsOf(profile.stages_supported, STAGES),
    refused: profile.cannot_help_with ?? [],
    steps: COMMITMENTS.indexOf(profile.commitment),
    today,
  };
}

/** @param {Profile} profile @param {Kind} kind @param {Record<Kind, Vocabulary>} vocabularies @returns {Offers} */
function offersOf(profile, kind, vocabularies) {
  /** @type {Map<number, number>} */
  const offers = new Map();
  for (const [field, level] of OFFERS[kind]) for (const id of profile[field] ?? []) offers.set(numberOf(id, vocabularies[kind]), level);
  return [...offers].flat();
}
