/**
 * Count the points of a whole directory at once, in columns of numbers. match.js counts one pair and says why; this
 * gives the same points to the hundredth, which a test holds them to, and leaves out who does not fit.
 *
 * @typedef {import("./columns.js").Index} Index
 * @typedef {object} Side the numbers of all mentors, made once for an index
 * @typedef {object} Scores
 * @property {Float32Array | Float64Array} points out of 100; NaN where nothing is stated
 * @property {import("./bits.js").Bits} fits who passes every gate
 * @property {Uint32Array} order everybody who fits, best first: by five points, then as in the list
 * @property {Float64Array} hours in common by pair of `weeks`, UNKNOWN where not stated
 */

import { addPosting, isIn, nobody, positionsOf, those } from "./bits.js";
import { UNKNOWN, valuesOf } from "./hours.js";
import { CONFIDENT, NEAR_PEER, TALKED } from "./match-sides.js";
import { AXES, COMMITMENTS, FORMATS, GOALS, hundredths, RELATIONSHIP_TYPES, STAGES } from "./match-words.js";
import { SIGNALS } from "./match-signals.js";
import { weightsFor } from "./match.js";

const CAN_INTRODUCE = 0.8;
const BUCKET = 5;
const BUCKETS = 100 / BUCKET + 1;
const STYLE = SIGNALS.findIndex(([name]) => name === "style");
const ASKABLE = ["open", "limited", "waitlist"];

/** @param {Index} index with the columns of match.json @param {import("./hours.js").Weeks} weeks @returns {Side} */
export function sideOf(index, weeks) {
  const { count, facets, numbers } = index;
  const steps = (name, scale) => {
    const places = facets.get(name).values.map((value) => scale.indexOf(value));
    return valuesOf(facets.get(name), count).map((value) => (value === UNKNOWN ? UNKNOWN : places[value]));
  };
  return {
    index,
    weeks,
    commitment: steps("commitment", COMMITMENTS),
    stage: steps("stage", STAGES),
    axes: Object.entries(AXES).map(([axis, scale]) => [axis, steps(axis, scale)]),
    goals: masksOf(facets.get("goals"), GOALS, count),
    formats: masksOf(facets.get("formats"), FORMATS, count),
    kinds: masksOf(facets.get("relationship_types"), RELATIONSHIP_TYPES, count),
    stages: masksOf(facets.get("stages_supported"), STAGES, count),
    openings: numbers.openings.map((stated) => Math.max(0, stated - 1)),
    pending: numbers.pending,
  };
}

/** Values of a fixed list as one number a mentor, a bit for each, as match-sides.js numbers them. */
function masksOf({ values, postings }, list, count) {
  const masks = new Uint32Array(count);
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
  const { count } = index;
  const expertise = expertiseOf(seeker, index, basis);
  const fits = fitting(seeker, side, expertise);
  const weights = weightsFor(seeker.learner.most_important, basis.settings);
  const share = sharesOf(seeker, side, expertise, hours);
  const points = new Float64Array(count).fill(NaN);
  const wants = seeker.wanted.length > 0 || seeker.goals !== 0;
  for (let position = 0; position < count && wants; position++) {
    if (isIn(fits, position)) points[position] = total(share, position, weights);
  }
  return { points, fits, hours, order: inOrder(points, fits) };
}

function total(shares, position, weights) {
  let earned = 0;
  let stated = 0;
  for (let at = 0; at < shares.length; at++) {
    const { part, known } = shares[at];
    const gained = part(position);
    if (gained === UNKNOWN) continue;
    earned += weights[at] * gained;
    stated += weights[at] * (known === null ? 1 : known(position));
  }
  return stated ? hundredths((100 * earned) / stated) : NaN;
}

/**
 * Each signal in the order of SIGNALS: the share from 0 to 1 that a mentor earns, or UNKNOWN; and, where a signal can be
 * half stated, how much of it both sides state.
 */
function sharesOf(seeker, side, expertise, hours) {
  const { wanted, goals, formats, steps, stage } = seeker;
  const never = () => UNKNOWN;
  const mine = bitsIn(goals);
  const wantsPeers = (seeker.relationshipTypes & NEAR_PEER) !== 0;
  const withoutCalls = (position) => {
    const theirs = side.formats[position];
    const together = formats && theirs ? formats & theirs : formats | theirs;
    return together !== 0 && !(together & TALKED);
  };
  const ahead = (position) => {
    const theirs = side.stages[position];
    if (theirs && !(theirs & (1 << stage))) return 0;
    if (side.stage[position] === UNKNOWN) return UNKNOWN;
    const distance = side.stage[position] - stage;
    if (distance < 0) return 0.2;
    if (distance > 0) return distance <= 2 ? 1 : distance === 3 ? 0.6 : 0.3;
    const kinds = side.kinds[position];
    return wantsPeers && (!kinds || kinds & NEAR_PEER) ? 1 : 0.6;
  };
  const style = likenessOf(seeker, side);
  const parts = [
    wanted.length ? (position) => expertise[position] / seeker.importance : never,
    goals ? (position) => (side.goals[position] ? bitsIn(side.goals[position] & goals) / mine : UNKNOWN) : never,
    steps === null ? never : (position) => nearness(steps - side.commitment[position]),
    (position) => {
      if (withoutCalls(position)) return 1;
      const shared = hours[side.weeks.of[position]];
      return shared === UNKNOWN ? UNKNOWN : Math.min(1, shared);
    },
    (position) => (side.pending[position] < side.openings[position] ? 1 : 0.5),
    (position) => (style.stated[position] ? style.earned[position] : UNKNOWN),
    stage === null ? never : ahead,
  ];
  return parts.map((part, at) => ({ part, known: at === STYLE ? (position) => style.stated[position] : null }));
}

/** How near two styles are on the axes that both state, and how many halves these are. */
function likenessOf(seeker, { index, axes }) {
  const earned = new Float64Array(index.count);
  const stated = new Float64Array(index.count);
  for (const [axis, theirs] of axes) {
    const mine = seeker[axis];
    for (let position = 0; position < index.count && mine !== null; position++) {
      if (theirs[position] === UNKNOWN) continue;
      earned[position] += 0.5 - Math.abs(mine - theirs[position]) / 4;
      stated[position] += 0.5;
    }
  }
  return { earned, stated };
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
  const askable = bits("availability", (value) => ASKABLE.includes(value));
  const speaks = bits("languages", (tag) => seeker.languages.includes(tag.split("-")[0].toLowerCase()));
  const refusing = bits("cannot_help_with", (id) => seeker.wanted.some((one) => one.id === id));
  const { formats, relationshipTypes, goals, wanted, languages } = seeker;
  const covers = (position) => {
    const theirs = side.goals[position];
    return (theirs & goals) !== 0 || expertise[position] > 0 || (!wanted.length && !(goals && theirs));
  };
  return those(
    count,
    (position) =>
      isIn(askable, position) &&
      (!languages.length || isIn(speaks, position)) &&
      (!formats || !side.formats[position] || (side.formats[position] & formats) !== 0) &&
      (!relationshipTypes || !side.kinds[position] || (side.kinds[position] & relationshipTypes) !== 0) &&
      !isIn(refusing, position) &&
      covers(position),
  );
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
