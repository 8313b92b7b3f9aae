/** How long ago something was, in words. */

import { _, ngettext } from "./messages.js";

const HOUR = 3_600_000;
const DAYS_FROM = 48;

/** @param {Date} then @param {Date} now @returns {string} "less than an hour ago", "5 hours ago", "3 days ago" */
export function relativeTime(then, now) {
  const hours = Math.floor((now.getTime() - then.getTime()) / HOUR);
  if (!(hours >= 1)) return _("less than an hour ago");
  if (hours < DAYS_FROM) return ngettext("{count} hour ago", "{count} hours ago", hours);
  const days = Math.floor(hours / 24);
  return ngettext("{count} day ago", "{count} days ago", days);
}

/** @param {Date} then @param {Date} now @param {number} hours @returns {boolean} whether it was longer ago than that */
export function isOlder(then, now, hours) {
  return now.getTime() - then.getTime() > hours * HOUR;
}
