/**
 * Rank a whole directory at once. What mentors state in few ways is asked of a signal once for each way, and looked up
 * for everyone: calling a function for each of ten thousand mentors and signals would take most of the time. Points are
 * those of match.js, because the signals and requirements are the same functions.
 *
 * @typedef {import("../search/columns.js").Index} Index
 * @typedef {import("../search/bitset.js").Bits} Bits
 * @typedef {import("./prepared.js").PreparedMentee} PreparedMentee
 * @typedef {import("./prepared.js").PreparedMentor} PreparedMentor
 * @typedef {import("./prepared.js").MatchContext} MatchContext
 * @typedef {import("./signals.js").SignalValue} SignalValue
 * @typedef {"goals" | "commitment" | "openings" | "style" | "stage"} Tabled signals that mentors state in few ways
 * @typedef {object} PreparedMentors all mentors of an index, made ready once
 * @property {Index} index @property {import("../search/shared-hours.js").Weeks} weeks
 * @property {Int32Array} stage of each mentor, UNKNOWN where not stated
 * @property {Uint16Array} goals of each mentor as bits, @property {Uint16Array} formats and @property {Uint16Array} relationshipTypes
 * @property {Record<Tabled, Uint16Array>} codes in which way each mentor states what a signal reads
 * @property {Uint16Array} turn each mentor's place by who can be asked and how many wait for each of their spots
 * @property {Uint8Array} answers how soon each lately answered, 0 for the soonest
 * @typedef {object} Offered what mentors offer of all that is wanted
 * @property {Float64Array} best importance times the best offer, added up @property {Uint8Array} covered how many wishes are listed
 * @property {Uint8Array} missing 1 where a must is not listed
 * @typedef {object} Ranking
 * @property {Float64Array} points out of 100; NaN where nothing is stated or a mentor is not eligible
 * @property {Bits} eligible who meets every requirement
 * @property {Uint32Array} order everyone who is eligible, best first: as matching/ranking.py says
 * @property {Float64Array} hours in common by pair of `weeks`, UNKNOWN where not stated
 */

import { COMMITMENTS, FORMATS, GOALS, GUIDANCES, RELATIONSHIP_TYPES, STAGES, STRUCTURES } from "../lib/choices.js";
import { addPosting, keepCommon, leaveOut, membersOf, nobody, positionsOf } from "../search/bitset.js";
import { UNKNOWN, valuesOf } from "../search/shared-hours.js";
import { canHelpWithAll, covers, isAvailable, sharesAFormat, sharesALanguage, sharesARelationshipType } from "./eligibility.js";
import { hasGoals, isMust, pointsOf, verdictOf, weightsFor } from "./match.js";
import { mainLanguage, NEAR_PEER, OFFERS } from "./prepared.js";
import { asynchronous, bitCount, expertiseValue, offerOf, overlapValue, SIGNAL_NAMES, SIGNALS } from "./signals.js";

const ENOUGH_HOURS = 4;
/** How soon someone answered who never did. */
const NEVER = 4;
/** More than any term's number. */
const UNNUMBERED = 2 ** 32 - 1;
/** More than anyone has waiting for a spot. */
const WAITLISTED = 2 ** 20;
const STYLE_STEPS = 4;
const STAGE_STEPS = STAGES.length + 1;

/** For each signal the number of ways, and the part of a mentor that each way stands for. @type {Record<Tabled, [number, (code: number) => Partial<PreparedMentor>]>} */
const WAYS = {
  goals: [1 << GOALS.length, (code) => ({ goals: code })],
  commitment: [COMMITMENTS.length, (code) => ({ steps: code })],
  openings: [2, (code) => ({ pending: 0, openings: code })],
  style: [STYLE_STEPS ** 2, (code) => ({ structure: stepOf(Math.floor(code / STYLE_STEPS)), guidance: stepOf(code % STYLE_STEPS) })],
  stage: [
    (STAGE_STEPS << STAGES.length) * 2,
    (code) => ({
      relationshipTypes: code % 2 ? NEAR_PEER : ~NEAR_PEER,
      stage: stepOf((code >> 1) % STAGE_STEPS),
      stagesSupported: Math.floor((code >> 1) / STAGE_STEPS),
    }),
  ],
};

/** @param {number} step one more than the stated one, 0 for none */
function stepOf(step) {
  return step === 0 ? null : step - 1;
}

/** @param {Index} index with the columns of match.json @param {import("../search/shared-hours.js").Weeks} weeks @returns {PreparedMentors} */
export function prepareMentors(index, weeks) {
  const { count, facets, numbers } = index;
  const steps = (/** @type {string} */ name, /** @type {string[]} */ scale) => {
    const places = facets.get(name).values.map((value) => scale.indexOf(value));
    return valuesOf(facets.get(name), count).map((value) => (value === UNKNOWN ? UNKNOWN : places[value]));
  };
  const bits = (/** @type {string} */ name, /** @type {string[]} */ list) => bitColumn(facets.get(name), list, count);
  const coded = (/** @type {(at: number) => number} */ codeOf) => Uint16Array.from({ length: count }, (_, at) => codeOf(at));
  const [stage, commitment] = [steps("stage", STAGES), steps("commitment", COMMITMENTS)];
  const [structure, guidance] = [steps("structure", STRUCTURES), steps("guidance", GUIDANCES)];
  const [goals, formats, stages] = [bits("goals", GOALS), bits("formats", FORMATS), bits("stages_supported", STAGES)];
  const relationshipTypes = bits("relationship_types", RELATIONSHIP_TYPES);
  const welcomesPeers = (/** @type {number} */ at) => Number(!relationshipTypes[at] || (relationshipTypes[at] & NEAR_PEER) !== 0);
  return {
    index, weeks, stage, goals, formats, relationshipTypes, turn: turnsOf(index),
    answers: Uint8Array.from({ length: count }, (_, at) => (numbers.answers?.[at] || NEVER + 1) - 1),
    codes: {
      goals,
      commitment: coded((at) => commitment[at]),
      openings: coded((at) => Number(numbers.pending[at] < Math.max(0, numbers.openings[at] - 1))),
      style: coded((at) => (structure[at] + 1) * STYLE_STEPS + guidance[at] + 1),
      stage: coded((at) => (stages[at] * STAGE_STEPS + stage[at] + 1) * 2 + welcomesPeers(at)),
    },
  };
}

/** Who can be asked comes first, then the fewest waiting for each open spot; equals have the same number. @param {Index} index */
function turnsOf({ count, facets, numbers }) {
  const { values, postings } = facets.get("availability");
  const waitlist = new Uint8Array(count);
  for (const position of positionsOf(postings[values.indexOf("waitlist")] ?? { size: 0, positions: new Uint32Array(), bits: null }, count)) waitlist[position] = 1;
  const waiting = Float64Array.from({ length: count }, (_, at) => {
    const openings = Math.max(0, numbers.openings[at] - 1);
    return numbers.pending[at] / (openings || 1) + (waitlist[at] || !openings ? WAITLISTED : 0);
  });
  const places = new Map([...new Set(waiting)].sort((one, other) => one - other).map((value, place) => [value, place]));
  return Uint16Array.from(waiting, (value) => /** @type {number} */ (places.get(value)));
}

/** Values of a fixed list as one number a mentor. @param {import("../search/columns.js").Facet} facet @param {string[]} list @param {number} count */
function bitColumn({ values, postings }, list, count) {
  const column = new Uint16Array(count);
  postings.forEach((posting, value) => {
    const bit = 1 << list.indexOf(values[value]);
    for (const position of positionsOf(posting, count)) column[position] |= bit;
  });
  return column;
}

/**
 * @param {PreparedMentee} mentee @param {PreparedMentors} mentors @param {MatchContext} context
 * @param {Float64Array} hours in common with the mentee, by pair of the mentors' weeks @returns {Ranking}
 */
export function rankAll(mentee, mentors, context, hours) {
  const offered = offeredTo(mentee, mentors.index, context);
  const { eligible, positions } = eligibleFor(mentee, mentors, offered.best);
  const points = new Float64Array(mentors.index.count).fill(NaN);
  if (hasGoals(mentee)) countPoints(points, positions, mentee, mentors, weightsFor(mentee.learner.most_important, context.settings), offered.best, hours);
  return { points, eligible, hours, order: inOrder({ points, positions, mentee, mentors, offered, hours, bands: context.settings.bands }) };
}

/** @param {PreparedMentee} mentee @param {PreparedMentors} mentors @param {MatchContext} context @returns {Bits} who meets every requirement */
export function eligibleWith(mentee, mentors, context) {
  return eligibleFor(mentee, mentors, offeredTo(mentee, mentors.index, context).best).eligible;
}

/**
 * Add up signal by signal, in the order of SIGNALS as match.js does, so that not even the last digit differs.
 * @param {Float64Array} points to fill @param {Uint32Array} positions of whom to count @param {PreparedMentee} mentee @param {PreparedMentors} mentors
 * @param {number[]} weights @param {Float64Array} offered @param {Float64Array} hours
 */
function countPoints(points, positions, mentee, mentors, weights, offered, hours) {
  const earned = new Float64Array(positions.length);
  const stated = new Float64Array(positions.length);
  SIGNAL_NAMES.forEach((name, signal) => {
    const weight = weights[signal];
    if (!weight) return;
    const [codes, table] = codesAndTable(name, mentee, mentors, positions, offered, hours);
    for (let at = 0; at < positions.length; at++) {
      earned[at] += weight * table[2 * codes[at]];
      stated[at] += weight * table[2 * codes[at] + 1];
    }
  });
  for (let at = 0; at < positions.length; at++) if (stated[at]) points[positions[at]] = pointsOf(earned[at], stated[at]);
}

/**
 * In which way each of `positions` states what a signal reads, and what it gives in each way, earned and stated in turn.
 * @param {import("./signals.js").SignalName} name @param {PreparedMentee} mentee @param {PreparedMentors} mentors
 * @param {Uint32Array} positions @param {Float64Array} offered @param {Float64Array} hours
 * @returns {[Uint32Array, Float64Array]}
 */
function codesAndTable(name, mentee, mentors, positions, offered, hours) {
  const codes = new Uint32Array(positions.length);
  if (name === "expertise") {
    // Row 0 is for the many who offer nothing near.
    const offers = [0];
    for (let at = 0; at < codes.length; at++) if (offered[positions[at]]) codes[at] = offers.push(offered[positions[at]]) - 1;
    return [codes, tableOf(offers.length, (row) => expertiseValue(mentee, offers[row]))];
  }
  if (name === "overlap") {
    const { formats, weeks } = mentors;
    const written = waysThat(formats, 1 << FORMATS.length, (way) => asynchronous(mentee, { formats: way }));
    for (let at = 0; at < codes.length; at++) codes[at] = written[formats[positions[at]]] ? hours.length : weeks.of[positions[at]];
    return [codes, tableOf(hours.length + 1, (pair) => overlapValue(pair === hours.length, hours[pair] === UNKNOWN ? null : hours[pair]))];
  }
  const column = mentors.codes[name];
  const [size, mentorIn] = WAYS[name];
  const table = new Float64Array(2 * size);
  for (const way of waysIn(column)) table.set(SIGNALS[name](mentee, /** @type {PreparedMentor} */ (mentorIn(way))), 2 * way);
  for (let at = 0; at < codes.length; at++) codes[at] = column[positions[at]];
  return [codes, table];
}

/** @param {number} size @param {(row: number) => SignalValue} valueOf @returns {Float64Array} */
function tableOf(size, valueOf) {
  const table = new Float64Array(2 * size);
  for (let row = 0; row < size; row++) {
    const value = valueOf(row);
    table[2 * row] = value[0];
    table[2 * row + 1] = value[1];
  }
  return table;
}

/** @type {WeakMap<string[], {vocabulary: import("./prepared.js").Vocabulary, numbers: Uint32Array}>} */
const numbered = new WeakMap();

/** The number of each value in a vocabulary, looked up once. @param {string[]} values @param {import("./prepared.js").Vocabulary} vocabulary */
function numbersOf(values, vocabulary) {
  const known = numbered.get(values);
  if (known?.vocabulary === vocabulary) return known.numbers;
  const numbers = Uint32Array.from(values, (id) => vocabulary.numbers.get(id) ?? UNNUMBERED);
  numbered.set(values, { vocabulary, numbers });
  return numbers;
}

/** @param {PreparedMentee} mentee @param {Index} index @param {MatchContext} context @returns {Offered} */
function offeredTo({ wanted }, { facets, count }, { vocabularies }) {
  const offered = { best: new Float64Array(count), covered: new Uint8Array(count), missing: new Uint8Array(count) };
  for (const one of wanted) {
    const best = new Float64Array(count);
    const listed = new Uint8Array(count);
    for (const [name, level] of OFFERS[one.kind]) {
      const { values, postings } = facets.get(name);
      const numbers = numbersOf(values, vocabularies[one.kind]);
      for (let value = 0; value < values.length; value++) {
        const offer = offerOf(one, numbers[value], level);
        if (!offer) continue;
        const lists = one.narrower.has(numbers[value]) ? 1 : 0;
        for (const position of positionsOf(postings[value], count)) {
          if (best[position] < offer) best[position] = offer;
          listed[position] |= lists;
        }
      }
    }
    const must = Number(isMust(one));
    for (let position = 0; position < count; position++) {
      offered.best[position] += one.importance * best[position];
      offered.covered[position] += listed[position];
      offered.missing[position] |= must & ~listed[position];
    }
  }
  return offered;
}

/** The requirements of eligibility.js. @param {PreparedMentee} mentee @param {PreparedMentors} mentors @param {Float64Array} offered */
function eligibleFor(mentee, mentors, offered) {
  const { facets, count } = mentors.index;
  const those = (/** @type {string} */ name, /** @type {(value: string) => boolean} */ chosen) => {
    const who = nobody(count);
    const { values, postings } = facets.get(name);
    values.forEach((value, at) => chosen(value) && addPosting(who, postings[at]));
    return who;
  };
  const eligible = those("availability", (availability) => isAvailable({ offered: true, availability }));
  keepCommon(eligible, those("languages", (tag) => sharesALanguage(mentee, { languages: [mainLanguage(tag)] })));
  leaveOut(eligible, those("cannot_help_with", (id) => !canHelpWithAll(mentee, { refused: [id] })));
  const formatFits = waysThat(mentors.formats, 1 << FORMATS.length, (formats) => sharesAFormat(mentee, { formats }));
  const kindFits = waysThat(mentors.relationshipTypes, 1 << RELATIONSHIP_TYPES.length, (relationshipTypes) => sharesARelationshipType(mentee, { relationshipTypes }));
  const coveredBy = [false, true].map((some) => waysThat(mentors.goals, 1 << GOALS.length, (goals) => covers(mentee, { goals }, some)));
  const positions = new Uint32Array(count);
  let size = 0;
  for (const at of membersOf(eligible, 0, count)) {
    const covered = coveredBy[Number(offered[at] > 0)][mentors.goals[at]];
    if (covered && formatFits[mentors.formats[at]] && kindFits[mentors.relationshipTypes[at]]) positions[size++] = at;
    else eligible[at >>> 5] &= ~(1 << (at & 31));
  }
  return { eligible, positions: positions.slice(0, size) };
}

/** Which of the ways in a column pass; few of the possible ones occur. @param {Uint16Array} column @param {number} size @param {(way: number) => boolean} passes */
function waysThat(column, size, passes) {
  const table = new Uint8Array(size);
  for (const way of waysIn(column)) table[way] = Number(passes(way));
  return table;
}

/** @type {WeakMap<Uint16Array, number[]>} */
const known = new WeakMap();

/** @param {Uint16Array} column @returns {number[]} */
function waysIn(column) {
  const ways = known.get(column) ?? [...new Set(column)];
  known.set(column, ways);
  return ways;
}

/**
 * Sort as matching/ranking.py does: verdict, wishes covered, waiting for each spot, answers, hours in common, directness. The
 * list itself is in the order that breaks all further ties. Each mentor is one number of thirty bits.
 * @param {{points: Float64Array, positions: Uint32Array, mentee: PreparedMentee, mentors: PreparedMentors, offered: Offered,
 *   hours: Float64Array, bands: import("./prepared.js").Bands}} ranked
 */
function inOrder({ points, positions, mentee, mentors, offered, hours, bands }) {
  const { goals, turn, answers, weeks } = mentors;
  const wanted = mentee.wanted.length > 0;
  const apart = Uint8Array.from(hours, (shared) => ENOUGH_HOURS - (shared === UNKNOWN ? 0 : Math.min(ENOUGH_HOURS, Math.floor(shared + 1e-6))));
  const keys = new Uint32Array(positions.length);
  for (let at = 0; at < keys.length; at++) {
    const position = positions[at];
    const verdict = Number.isNaN(points[position]) ? 0 : verdictOf(points[position], bands, offered.missing[position] === 1);
    const covered = wanted ? offered.covered[position] : bitCount(mentee.goals & goals[position]);
    const direct = wanted ? Math.floor(100 * (offered.best[position] / mentee.importance) + 0.5) : 0;
    let key = (verdict << 5) | (MOST_COVERED - 1 - covered);
    key = (key << 10) | Math.min(1023, turn[position]);
    key = (key << 6) | (answers[position] << 3) | apart[weeks.of[position]];
    keys[at] = (key << 7) | (100 - direct);
  }
  return sortedBy(keys, positions);
}

const MOST_COVERED = 2 ** 5;
const DIGIT = 10;

/** Sort positions by their keys, digit by digit, which keeps equals as they are. @param {Uint32Array} keys @param {Uint32Array} positions */
function sortedBy(keys, positions) {
  /** @type {[Uint32Array, Uint32Array][]} */
  let [from, to] = [[keys, positions], [new Uint32Array(keys.length), new Uint32Array(keys.length)]];
  for (let shift = 0; shift < 3 * DIGIT; shift += DIGIT) {
    const starts = new Uint32Array((1 << DIGIT) + 1);
    for (let at = 0; at < keys.length; at++) starts[((from[0][at] >>> shift) & 1023) + 1]++;
    for (let digit = 0; digit < 1 << DIGIT; digit++) starts[digit + 1] += starts[digit];
    for (let at = 0; at < keys.length; at++) {
      const place = starts[(from[0][at] >>> shift) & 1023]++;
      to[0][place] = from[0][at];
      to[1][place] = from[1][at];
    }
    [from, to] = [to, shift ? from : [new Uint32Array(keys.length), new Uint32Array(keys.length)]];
  }
  return from[1];
}
