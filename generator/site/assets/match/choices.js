/** The fixed words of the sentences about a match. The twin of matching/words.py. */

export const MONTHS = "January February March April May June July August September October November December".split(" ");
export const COMMITMENTS = ["15m", "30m", "1h", "2h"];
export const COMMITMENT_WORDS = { "15m": "~15 minutes/month", "30m": "~30 minutes/month", "1h": "~1 hour/month", "2h": "~2 hours/month" };
export const GOALS = ["specific-skills", "career-guidance", "project-help", "general-direction"];
export const FORMATS = ["ad-hoc-qa", "scheduled-calls", "resource-sharing"];
export const RELATIONSHIP_TYPES =
  "traditional long-term project-focused one-to-many mentorship-circle cohort near-peer study-buddy-plus reciprocal organization-program course career".split(" ");
export const STAGES = ["exploring", "beginner", "junior", "mid", "senior", "lead"];
export const AXES = {
  structure: ["structured", "balanced", "flexible"],
  guidance: ["directive", "balanced", "exploratory"],
};

// Choices whose words are not simply those of their id with spaces.
const UNHYPHENATED = new Map([
  ["ad-hoc-qa", "ad-hoc Q&A"],
  ["long-term", "long-term"],
  ["project-focused", "project-focused"],
  ["one-to-many", "one-to-many"],
  ["near-peer", "near-peer"],
  ["mid", "mid-level"],
]);

/** Write a choice of a file inside a sentence. @param {string} value @returns {string} */
export function choice(value) {
  return UNHYPHENATED.get(value) ?? value.replaceAll("-", " ");
}

/** Join words: "a, b and c". @param {string[]} words @returns {string} */
export function listed(words) {
  return words.length > 1 ? `${words.slice(0, -1).join(", ")} and ${words.at(-1)}` : words.join("");
}

/** Write a number with at most two digits after the point. @param {number} value @returns {string} */
export function number(value) {
  return String(hundredths(value));
}

/** Write a count with its noun: "1 step", "3 steps". @param {number} count @param {string} noun @returns {string} */
export function counted(count, noun) {
  return count === 1 ? `${count} ${noun}` : `${count} ${noun}s`;
}

/** Write the day some days after another: "29 March". @param {string} today @param {number} days @returns {string} */
export function dayAfter(today, days) {
  const on = new Date(Date.parse(`${today}T12:00:00Z`) + days * 86_400_000);
  return `${on.getUTCDate()} ${MONTHS[on.getUTCMonth()]}`;
}

/** Round to two digits; a half goes up. @param {number} value @returns {number} */
export function hundredths(value) {
  return Math.floor(value * 100 + 0.5) / 100;
}
