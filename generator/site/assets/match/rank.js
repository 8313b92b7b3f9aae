/**
 * Count the points of a whole directory at once, in columns of numbers. match.js counts one pair and says why; this
 * gives the same points to the hundredth, which a test holds them to, and leaves out who does not fit.
 *
 * @typedef {import("../search/columns.js").Index} Index
 * @typedef {object} Side the numbers of all mentors, made once for an index
 * @typedef {object} Scores
 * @property {Float64Array} points out of 100; NaN where nothing is stated
 * @property {import("../search/bitset.js").Bits} fits who passes every gate
 * @property {Uint32Array} order everybody who fits, best first: by five points, then as in the list
 * @property {Float64Array} hours in common by pair of `weeks`, UNKNOWN where not stated
 */

import { addPosting, isIn, keepCommon, leaveOut, nobody, positionsOf } from "../search/bitset.js";
import { UNKNOWN, valuesOf } from "../search/shared-hours.js";
import { CONFIDENT, NEAR_PEER, TALKED } from "./prepared.js";
import { AXES, COMMITMENTS, FORMATS, GOALS, hundredths, RELATIONSHIP_TYPES, STAGES } from "./choices.js";
import { SIGNALS } from "./signals.js";
import { weightsFor } from "./match.js";

const CAN_INTRODUCE = 0.8;
const BUCKET = 5;
const BUCKETS = 100 / BUCKET + 1;
const STYLE_STEPS = 4;
const STAGE_STEPS = STAGES.length + 1;
const STYLE = SIGNALS.findIndex(([name]) => name === "style");
const ASKABLE = ["open", "limited", "waitlist"];

/** @param {Index} index with the columns of match.json @param {import("../search/shared-hours.js").Weeks} weeks @returns {Side} */
export function sideOf(index, weeks) {
  const { count, facets, numbers } = index;
  const steps = (name, scale) => {
    const places = facets.get(name).values.map((value) => scale.indexOf(value));
    return valuesOf(facets.get(name), count).map((value) => (value === UNKNOWN ? UNKNOWN : places[value]));
  };
  const stage = steps("stage", STAGES);
  const kinds = masksOf(facets.get("relationship_types"), RELATIONSHIP_TYPES, count);
  const stages = masksOf(facets.get("stages_supported"), STAGES, count);
  const [structure, guidance] = Object.entries(AXES).map(([axis, scale]) => steps(axis, scale));
  const coded = (codeOf) => Uint16Array.from({ length: count }, (_, at) => codeOf(at));
  return {
    index,
    weeks,
    stage,
    kinds,
    goals: masksOf(facets.get("goals"), GOALS, count),
    formats: masksOf(facets.get("formats"), FORMATS, count),
    commitment: steps("commitment", COMMITMENTS),
    room: coded((at) => Number(numbers.pending[at] < Math.max(0, numbers.openings[at] - 1))),
    style: coded((at) => (structure[at] + 1) * STYLE_STEPS + guidance[at] + 1),
    stageCode: coded((at) => (stages[at] * STAGE_STEPS + stage[at] + 1) * 2 + Number(!kinds[at] || (kinds[at] & NEAR_PEER) !== 0)),
  };
}

/** Values of a fixed list as one number a mentor, a bit for each, as match-sides.js numbers them. */
function masksOf({ values, postings }, list, count) {
  const masks = new Uint16Array(count);
  postings.forEach((posting, value) => {
    const bit = 1 << list.indexOf(values[value]);
    for (const position of positionsOf(posting, count)) masks[position] |= bit;
  });
  return masks;
}

/**
 * @param {object} seeker of match.js @param {Side} side @param {object} basis of match.js
 * @param {Float64Array} hours in common with the seeker, by pair of the side's weeks @returns {Scores}
 */
export function scoreAll(seeker, side, basis, hours) {
  const { index } = side;
  const expertise = expertiseOf(seeker, index, basis);
  const fits = fitting(seeker, side, expertise);
  const wants = seeker.wanted.length > 0 || seeker.goals !== 0;
  const weights = weightsFor(seeker.learner.most_important, basis.settings);
  const points = wants ? pointsOf(seeker, side, { expertise, fits, hours }, weights) : new Float64Array(index.count).fill(NaN);
  return { points, fits, hours, order: inOrder(points, fits) };
}

/**
 * What mentors state in few ways is looked up in small tables, made for this seeker, and everything is added up in one
 * plain loop: calling a function for each mentor and signal would take most of the time.
 */
function pointsOf(seeker, side, { expertise, fits, hours }, weights) {
  const { goals, formats, commitment, room, stageCode } = side;
  const [byGoals, byCommitment, byStage, withoutCalls, style] = tablesFor(seeker);
  const points = new Float64Array(expertise.length).fill(NaN);
  const shares = new Float64Array(weights.length);
  const wanted = seeker.wanted.length > 0;
  for (let at = 0; at < points.length; at++) {
    if (!isIn(fits, at)) continue;
    shares[0] = wanted ? expertise[at] / seeker.importance : UNKNOWN;
    shares[1] = byGoals[goals[at]];
    shares[2] = byCommitment[commitment[at] + 1];
    shares[3] = withoutCalls[formats[at]] ? 1 : Math.min(1, hours[side.weeks.of[at]]);
    shares[4] = room[at] ? 1 : 0.5;
    shares[5] = style.earned[side.style[at]];
    shares[6] = byStage[stageCode[at]];
    let earned = 0;
    let stated = 0;
    for (let signal = 0; signal < shares.length; signal++) {
      if (shares[signal] === UNKNOWN) continue;
      earned += weights[signal] * shares[signal];
      stated += weights[signal] * (signal === STYLE ? style.stated[side.style[at]] : 1);
    }
    if (stated) points[at] = hundredths((100 * earned) / stated);
  }
  return points;
}

/** The share from 0 to 1 that each way to state something earns, or UNKNOWN. */
function tablesFor(seeker) {
  const { goals, formats, steps, stage } = seeker;
  const mine = bitsIn(goals);
  return [
    tableOf(1 << GOALS.length, (theirs) => (goals && theirs ? bitsIn(theirs & goals) / mine : UNKNOWN)),
    tableOf(COMMITMENTS.length + 1, (offered) => (steps === null ? UNKNOWN : nearness(steps - (offered - 1)))),
    tableOf((STAGE_STEPS << STAGES.length) * 2, (code) => (stage === null ? UNKNOWN : ahead(seeker, code))),
    tableOf(1 << FORMATS.length, (theirs) => {
      const together = formats && theirs ? formats & theirs : formats | theirs;
      return Number(together !== 0 && !(together & TALKED));
    }),
    likeness(seeker),
  ];
}

function tableOf(size, shareOf) {
  return Float64Array.from({ length: size }, (_, code) => shareOf(code));
}

/** How near two styles are on the axes that both state, and how many halves these are. */
function likeness({ structure, guidance }) {
  const halves = (code) =>
    [[structure, Math.floor(code / STYLE_STEPS) - 1], [guidance, (code % STYLE_STEPS) - 1]].filter(([mine, theirs]) => mine !== null && theirs >= 0);
  const size = STYLE_STEPS ** 2;
  const half = ([mine, theirs]) => 0.5 - Math.abs(mine - theirs) / 4;
  return {
    earned: tableOf(size, (code) => (halves(code).length ? halves(code).map(half).reduce((sum, part) => sum + part) : UNKNOWN)),
    stated: tableOf(size, (code) => halves(code).length / 2),
  };
}

function ahead({ stage, relationshipTypes }, code) {
  const peer = code % 2 === 1;
  const theirs = ((code >> 1) % STAGE_STEPS) - 1;
  const welcome = Math.floor((code >> 1) / STAGE_STEPS);
  if (welcome && !(welcome & (1 << stage))) return 0;
  if (theirs === UNKNOWN) return UNKNOWN;
  if (theirs < stage) return 0.2;
  if (theirs === stage) return peer && (relationshipTypes & NEAR_PEER) !== 0 ? 1 : 0.6;
  return theirs - stage <= 2 ? 1 : theirs - stage === 3 ? 0.6 : 0.3;
}

function nearness(missing) {
  return missing <= 0 ? 1 : missing === 1 ? 0.5 : 0;
}

function bitsIn(mask) {
  let count = 0;
  for (let rest = mask; rest; rest &= rest - 1) count++;
  return count;
}

/** Importance times the best offer of each mentor, added up over what is wanted. */
function expertiseOf({ wanted }, { facets, count }, { vocabularies }) {
  const earned = new Float64Array(count);
  for (const { kind, similar, importance } of wanted) {
    const best = new Float64Array(count);
    const offers = kind === "skills" ? [["skills", CONFIDENT], ["can_introduce", CAN_INTRODUCE]] : [["topics", CONFIDENT]];
    for (const [name, level] of offers) {
      const { values, postings } = facets.get(name);
      values.forEach((id, value) => {
        const near = similar[vocabularies[kind].numbers.get(id)];
        if (!near) return;
        for (const position of positionsOf(postings[value], count)) best[position] = Math.max(best[position], near * level);
      });
    }
    for (let position = 0; position < count; position++) earned[position] += importance * best[position];
  }
  return earned;
}

/** The gates of match-gates.js. */
function fitting(seeker, side, expertise) {
  const { facets, count } = side.index;
  const bits = (name, chosen) => {
    const who = nobody(count);
    const { values, postings } = facets.get(name);
    values.forEach((value, at) => chosen(value) && addPosting(who, postings[at]));
    return who;
  };
  const { formats, relationshipTypes, goals, wanted, languages } = seeker;
  const fits = bits("availability", (value) => ASKABLE.includes(value));
  if (languages.length) keepCommon(fits, bits("languages", (tag) => languages.includes(tag.split("-")[0].toLowerCase())));
  leaveOut(fits, bits("cannot_help_with", (id) => wanted.some((one) => one.id === id)));
  for (let at = 0; at < count; at++) {
    const theirs = side.goals[at];
    const covers = (theirs & goals) !== 0 || expertise[at] > 0 || (!wanted.length && !(goals && theirs));
    const suits = (!formats || !side.formats[at] || (side.formats[at] & formats) !== 0) &&
      (!relationshipTypes || !side.kinds[at] || (side.kinds[at] & relationshipTypes) !== 0);
    if (!covers || !suits) fits[at >>> 5] &= ~(1 << (at & 31));
  }
  return fits;
}

/** The list is in the order that breaks a match's ties, so who fits only has to be sorted into buckets. */
function inOrder(points, fits) {
  const bucketOf = (position) => BUCKETS - 1 - Math.floor((points[position] || 0) / BUCKET);
  const ends = new Uint32Array(BUCKETS + 1);
  for (let position = 0; position < points.length; position++) if (isIn(fits, position)) ends[bucketOf(position) + 1]++;
  for (let bucket = 0; bucket < BUCKETS; bucket++) ends[bucket + 1] += ends[bucket];
  const order = new Uint32Array(ends[BUCKETS]);
  for (let position = 0; position < points.length; position++) if (isIn(fits, position)) order[ends[bucketOf(position)]++] = position;
  return order;
}
