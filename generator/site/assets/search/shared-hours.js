/**
 * Time zones and free hours of a whole directory: how many hours mentors and a mentee have in common, and whose
 * clock is near. People with the same zone and the same free hours are counted once.
 *
 * @typedef {import("./columns.js").Index} Index
 * @typedef {object} Weeks the distinct pairs of a zone and free hours
 * @property {Uint32Array} of which pair each mentor has
 * @property {(import("../match/overlap.js").FreeTime[] | null)[]} free by pair; null where hours are not stated
 */

import { positionsOf, those } from "./bitset.js";
import { freeTime, offsets, weeklyHours } from "../match/overlap.js";
import { readRow } from "./columns.js";

const DAY = 1440;
export const UNKNOWN = -1;

/** @param {import("./columns.js").Facet} facet with at most one value a mentor @param {number} count @returns {Int32Array} */
export function valuesOf({ postings }, count) {
  const values = new Int32Array(count).fill(UNKNOWN);
  postings.forEach((posting, value) => {
    for (const position of positionsOf(posting, count)) values[position] = value;
  });
  return values;
}

/** @param {Index} index with the columns of match.json @param {string} today @returns {Weeks} */
export function weeksOf(index, today) {
  const { count, facets } = index;
  const zones = valuesOf(facets.get("timezone"), count);
  const { rows, values } = facets.get("windows");
  const known = new Map();
  const weeks = { of: new Uint32Array(count), free: [] };
  for (let position = 0; position < count; position++) {
    const key = `${zones[position]} ${rows[position]}`;
    if (!known.has(key)) {
      known.set(key, weeks.free.length);
      const windows = readRow(rows[position]).map((value) => values[value]);
      weeks.free.push(freeTime(windows, facets.get("timezone").values[zones[position]], today));
    }
    weeks.of[position] = known.get(key);
  }
  return weeks;
}

/**
 * Return by pair the hours a week in common with someone's free time; UNKNOWN where one side states none.
 * @param {Weeks} weeks @param {import("../match/overlap.js").FreeTime[] | null} mine @returns {Float64Array}
 */
export function commonHours(weeks, mine) {
  const hours = new Float64Array(weeks.free.length).fill(UNKNOWN);
  if (!mine) return hours;
  // A plain loop takes half the time of Float64Array.from here, and this is asked at every change of free hours.
  for (let pair = 0; pair < hours.length; pair++) if (weeks.free[pair]) hours[pair] = weeklyHours(mine, weeks.free[pair]);
  return hours;
}

/** @returns {import("./bitset.js").Bits} who has at least so many hours a week in common */
export function withCommonHours(weeks, hours, least) {
  return those(weeks.of.length, (position) => hours[weeks.of[position]] >= least);
}

/**
 * Return who lives by a clock at most so many hours away, either way round the globe: at +13 and -11 it is the same time.
 * @param {Index} index @param {string} mine a zone @param {number} most hours @param {string} today
 */
export function withinHours(index, mine, most, today) {
  const { values } = index.facets.get("timezone");
  const near = values.map((zone) => {
    const apart = hoursApart(mine, zone, today);
    return apart !== null && apart <= most;
  });
  const zones = valuesOf(index.facets.get("timezone"), index.count);
  return those(index.count, (position) => near[zones[position]] ?? false);
}

/** @returns {number | null} the hours between two clocks, at most 12; null where a zone is unknown */
export function hoursApart(one, other, today) {
  const [mine, theirs] = [offsets(one, today), offsets(other, today)];
  if (!mine || !theirs) return null;
  const minutes = Math.abs(mine[0][1] - theirs[0][1]) % DAY;
  return Math.min(minutes, DAY - minutes) / 60;
}
