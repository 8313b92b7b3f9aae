/** What time it is where someone lives. */

import { LOCALE } from "./messages.js";

/** @type {Map<string, Intl.DateTimeFormat | null>} */
const clocks = new Map();

/** @param {string} zone @param {Date} now @returns {string} "Tue 14:05", or "" where the zone is unknown */
export function timeThere(zone, now) {
  if (!clocks.has(zone)) clocks.set(zone, clockOf(zone));
  return clocks.get(zone)?.format(now) ?? "";
}

/** @param {string} zone */
function clockOf(zone) {
  try {
    return new Intl.DateTimeFormat(LOCALE, { timeZone: zone, weekday: "short", hour: "2-digit", minute: "2-digit" });
  } catch {
    return null;
  }
}

/** @returns {string} the browser's own zone, or "" */
export function ownZone() {
  return Intl.DateTimeFormat().resolvedOptions().timeZone ?? "";
}

/** @param {Date} now @returns {string} the day in UTC, like "2026-11-21" */
export function dayOf(now) {
  return now.toISOString().slice(0, 10);
}

/**
 * A file is as old as its build: who was paused then may be back by now.
 * @param {{availability: string, availability_after?: string, paused_until?: string}} mentor of the API @param {string} [today] in UTC
 * @returns {string} the availability on that day
 */
export function availabilityOn({ availability, availability_after: after, paused_until: until }, today = dayOf(new Date())) {
  return after && until && until < today ? after : availability;
}
