/** How long ago something was, in words. */

const HOUR = 3_600_000;
const DAYS_FROM = 48;

/** @param {Date} then @param {Date} now @returns {string} "less than an hour ago", "5 hours ago", "3 days ago" */
export function ageInWords(then, now) {
  const hours = Math.floor((now - then) / HOUR);
  if (!(hours >= 1)) return "less than an hour ago";
  if (hours < DAYS_FROM) return `${hours} ${hours === 1 ? "hour" : "hours"} ago`;
  return `${Math.floor(hours / 24)} days ago`;
}

/** @param {Date} then @param {Date} now @param {number} hours @returns {boolean} whether it was longer ago than that */
export function isOlder(then, now, hours) {
  return now - then > hours * HOUR;
}
