/** A mentor's free hours in another time zone than theirs, and how far apart the two clocks are. */

import { offsets } from "../match/overlap.js";
import { _, dayInWords, decimal, listed, LOCALE, ngettext } from "./messages.js";
import { WEEKDAYS } from "./choices.js";

/**
 * @typedef {{day: number, from: number, to: number}} Span minutes of a day; Monday is 0
 * @typedef {{fromDay: number, ahead: number}} Distance by how many minutes one clock is ahead of another, from a day on
 */

const DAY = 1440;
const WEEK = 7 * DAY;
const DAY_MS = 86_400_000;
const WRITTEN = /^(\w{3}) (\d\d):(\d\d)-(\d\d):(\d\d)$/;
const MONDAY = Date.UTC(2024, 0, 1);

/**
 * How far a clock is ahead of another in the next four weeks; more than one where clocks change.
 * @param {string} theirs @param {string} mine @param {string} today @returns {Distance[]} empty where a zone is unknown
 */
export function distances(theirs, mine, today) {
  const [there, here] = [offsets(theirs, today), offsets(mine, today)];
  if (!there || !here) return [];
  const on = (/** @type {[number, number][]} */ parts, /** @type {number} */ day) => parts.findLast(([from]) => from <= day)?.[1] ?? 0;
  const days = [...new Set([...there, ...here].map(([from]) => from))].sort((one, other) => one - other);
  const all = days.map((fromDay) => ({ fromDay, ahead: on(there, fromDay) - on(here, fromDay) }));
  return all.filter(({ ahead }, at) => at === 0 || ahead !== all[at - 1].ahead);
}

/**
 * Read hours as a file writes them, and move them by some minutes; what crosses midnight becomes two.
 * @param {string[]} windows like "Tue 18:00-20:00" @param {number} earlier @returns {Span[]} by day and hour
 */
export function moved(windows, earlier) {
  const spans = windows.flatMap((text) => {
    const found = WRITTEN.exec(text);
    if (!found || !WEEKDAYS.includes(found[1])) return [];
    const [fromHour, fromMinute, toHour, toMinute] = found.slice(2).map(Number);
    const start = WEEKDAYS.indexOf(found[1]) * DAY + fromHour * 60 + fromMinute;
    return onDays((((start - earlier) % WEEK) + WEEK) % WEEK, (toHour - fromHour) * 60 + toMinute - fromMinute);
  });
  return spans.sort((one, other) => one.day - other.day || one.from - other.from);
}

/** @param {number} start of the week @param {number} length @returns {Span[]} */
function onDays(start, length) {
  const day = Math.floor(start / DAY);
  const from = start - day * DAY;
  const here = Math.min(length, DAY - from);
  const span = { day: day % 7, from, to: from + here };
  return here < length ? [span, ...onDays((day + 1) * DAY, length - here)] : [span];
}

/** What two weeks in the same zone have in common. @param {Span[]} one @param {Span[]} other @returns {Span[]} */
export function common(one, other) {
  return one.flatMap((mine) =>
    other
      .filter((theirs) => theirs.day === mine.day && Math.min(theirs.to, mine.to) > Math.max(theirs.from, mine.from))
      .map((theirs) => ({ day: mine.day, from: Math.max(theirs.from, mine.from), to: Math.min(theirs.to, mine.to) })),
  );
}

/** Write hours as lines, days with the same hours together. @param {Span[]} spans @returns {{days: string, times: string}[]} */
export function linesOf(spans) {
  /** @type {Map<number, string[]>} */
  const byDay = new Map();
  for (const span of spans) byDay.set(span.day, [...(byDay.get(span.day) ?? []), timesOf(span)]);
  /** @type {Map<string, string[]>} */
  const same = new Map();
  for (const [day, times] of byDay) same.set(times.join(", "), [...(same.get(times.join(", ")) ?? []), weekday(day, "long")]);
  return [...same].map(([times, days]) => ({ days: listed(days), times }));
}

/** @param {Span} span @returns {string} "18:00–20:00" */
export function timesOf({ from, to }) {
  return `${clock(from)}–${clock(to)}`;
}

/** @param {number} day 0 is Monday @param {"long" | "short"} width @returns {string} */
export function weekday(day, width) {
  return new Intl.DateTimeFormat(LOCALE, { weekday: width, timeZone: "UTC" }).format(MONDAY + day * DAY_MS);
}

/** @param {number} minutes */
function clock(minutes) {
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, "0")).join(":");
}

/** @param {number} ahead in minutes @returns {string} "1 hour ahead of you" */
export function distanceInWords(ahead) {
  const hours = Math.abs(ahead) / 60;
  if (!hours) return _("the same time as yours");
  const gaps = { count: decimal(hours) };
  if (ahead > 0) return ngettext("{count} hour ahead of you", "{count} hours ahead of you", hours, gaps);
  return ngettext("{count} hour behind you", "{count} hours behind you", hours, gaps);
}

/** Say when the distance changes, because one place has summer time and the other not yet. @param {Distance[]} apart @param {string} today @returns {string} */
export function changeInWords([now, next], today) {
  if (!next) return "";
  const day = dayInWords(new Date(Date.parse(`${today}T12:00:00Z`) + next.fromDay * DAY_MS));
  const hours = Math.abs(next.ahead - now.ahead) / 60;
  const gaps = { day, count: decimal(hours) };
  if (next.ahead > now.ahead) return ngettext("From {day}, these hours are {count} hour earlier for you: the clocks change.", "From {day}, these hours are {count} hours earlier for you: the clocks change.", hours, gaps);
  return ngettext("From {day}, these hours are {count} hour later for you: the clocks change.", "From {day}, these hours are {count} hours later for you: the clocks change.", hours, gaps);
}

/** @param {string} zone @returns {string} "London" */
export function cityOf(zone) {
  return (zone.split("/").at(-1) ?? zone).replaceAll("_", " ");
}
