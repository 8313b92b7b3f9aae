/**
 * Which hours two people share in the next four weeks, in real time zones. The twin of matching/overlap.py; one
 * table decides for both. Each day is judged by the clocks at its noon in UTC; the hour in which clocks change is
 * not looked at.
 *
 * @typedef {{fromDay: number, spans: number[]}} FreeTime a week in UTC from a day on, today being 0: beginnings and
 *   ends in minutes since the midnight before Monday, in turn, sorted and apart
 * @typedef {{fromDay: number, minutes: number}} Shared the minutes a week two people share from a day on
 */

import { WEEKDAYS } from "../lib/choices.js";

const DAYS = 28;
const DAY = 1440;
const WEEK = 7 * DAY;
const WRITTEN = /^(\w{3}) (\d\d):(\d\d)-(\d\d):(\d\d)$/;
// Clocks that change come back within a week nowhere, so the days between two equal ones need no question.
const CHECKPOINTS = [0, 7, 14, 21, DAYS - 1];

const clocks = new Map();
const known = new Map();

/**
 * Return someone's free time over the next 28 days, a part for each stretch between changes of their clock; null
 * where no hours or no zone are stated, or nobody knows the zone. Hours stated twice count once.
 * @param {string[] | undefined} stated like "Tue 18:00-20:00" @param {string | undefined} zone
 * @param {string} today like "2026-11-21" @returns {FreeTime[] | null}
 */
export function freeTime(stated, zone, today) {
  const clock = zone && stated?.length ? offsets(zone, today) : null;
  if (!clock) return null;
  const local = stated.flatMap(readSpan);
  return clock.map(([fromDay, offset]) => ({ fromDay, spans: earlier(local, offset) }));
}

function readSpan(text) {
  const found = WRITTEN.exec(text);
  if (!found || !WEEKDAYS.includes(found[1])) return [];
  const day = WEEKDAYS.indexOf(found[1]) * DAY;
  const [, , fromHour, fromMinute, toHour, toMinute] = found.map(Number);
  return [[day + fromHour * 60 + fromMinute, day + toHour * 60 + toMinute]];
}

/**
 * Return the minutes a zone is ahead of UTC, with the day from which on; null for a zone nobody knows.
 * @param {string} zone @param {string} today @returns {[number, number][] | null}
 */
export function offsets(zone, today) {
  const key = `${today} ${zone}`;
  if (!known.has(key)) known.set(key, readOffsets(zone, Date.parse(`${today}T12:00:00Z`)));
  return known.get(key);
}

function readOffsets(zone, noon) {
  const clock = clockOf(zone);
  if (!clock) return null;
  const on = (day) => aheadOfUtc(clock, noon + day * DAY * 60_000);
  const found = [[0, on(0)]];
  for (let at = 1; at < CHECKPOINTS.length; at++) {
    const end = CHECKPOINTS[at];
    if (on(end) === found.at(-1)[1]) continue;
    for (let day = CHECKPOINTS[at - 1] + 1; day <= end; day++) {
      const offset = on(day);
      if (offset !== found.at(-1)[1]) found.push([day, offset]);
    }
  }
  return found;
}

function clockOf(zone) {
  if (!clocks.has(zone)) {
    let clock = null;
    try {
      /** @type {Intl.DateTimeFormatOptions} */
      const parts = { year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric" };
      clock = new Intl.DateTimeFormat("en-US", { timeZone: zone, hourCycle: "h23", calendar: "gregory", ...parts });
    } catch {
      // A zone that this browser does not know is as good as none.
    }
    clocks.set(zone, clock);
  }
  return clocks.get(zone);
}

function aheadOfUtc(clock, moment) {
  const shown = Object.fromEntries(clock.formatToParts(moment).map(({ type, value }) => [type, Number(value)]));
  return Math.floor((Date.UTC(shown.year, shown.month - 1, shown.day, shown.hour, shown.minute) - moment) / 60_000);
}

/** Turn a week back: what falls out at its beginning comes in at its end. Spans that touch become one. */
function earlier(spans, by) {
  const cut = spans.flatMap(([from, to]) => {
    const start = (((from - by) % WEEK) + WEEK) % WEEK;
    const end = start + to - from;
    return end > WEEK ? [[start, WEEK], [0, end - WEEK]] : [[start, end]];
  });
  cut.sort((one, other) => one[0] - other[0]);
  const merged = [];
  for (const [from, to] of cut) {
    if (merged.length && from <= merged.at(-1)) merged.push(Math.max(merged.pop(), to));
    else merged.push(from, to);
  }
  return merged;
}

/**
 * Return the minutes a week that two people share, a part for each stretch with another number.
 * @param {FreeTime[]} one @param {FreeTime[]} other @returns {Shared[]}
 */
export function sharedTime(one, other) {
  const days = [...new Set([...one, ...other].map(({ fromDay }) => fromDay))].sort((a, b) => a - b);
  const shared = [];
  for (const fromDay of days) {
    const minutes = sharedMinutes(spansOn(one, fromDay), spansOn(other, fromDay));
    if (!shared.length || shared.at(-1).minutes !== minutes) shared.push({ fromDay, minutes });
  }
  return shared;
}

function spansOn(week, day) {
  return week.findLast((free) => free.fromDay <= day).spans;
}

function sharedMinutes(mine, theirs) {
  let minutes = 0;
  for (let at = 0, other = 0; at < mine.length && other < theirs.length; ) {
    const shared = Math.min(mine[at + 1], theirs[other + 1]) - Math.max(mine[at], theirs[other]);
    if (shared > 0) minutes += shared;
    if (mine[at + 1] < theirs[other + 1]) at += 2;
    else other += 2;
  }
  return minutes;
}

/**
 * Return the hours a week that two people share, as the mean of the 28 days.
 * @param {FreeTime[]} one @param {FreeTime[]} other @returns {number}
 */
export function weeklyHours(one, other) {
  // Most clocks do not change for four weeks, and then this is asked of ten thousand mentors at once.
  if (one.length === 1 && other.length === 1) return (sharedMinutes(one[0].spans, other[0].spans) * DAYS) / (DAYS * 60);
  const parts = sharedTime(one, other);
  const end = (at) => parts[at + 1]?.fromDay ?? DAYS;
  return parts.reduce((sum, part, at) => sum + part.minutes * (end(at) - part.fromDay), 0) / (DAYS * 60);
}
