/**
 * Turn what was heard in a sentence into wishes. The twin of `wishes_of` in generator/app/ask.py, with what someone
 * took away or added again.
 *
 * @typedef {import("./sentence.js").Asked} Asked
 */

const MOST = 12;
const SHORT = 4;
const WEEK = ["Mon", "Tue", "Wed", "Thu", "Fri"];
const HOURS = {
  mornings: "07:00-09:00",
  lunch: "12:00-13:00",
  afternoons: "13:00-17:00",
  evenings: "18:00-22:00",
  weekdays: "09:00-17:00",
};

/**
 * @param {Asked} asked @param {Set<string>} removed what was taken away, as "part value"
 * @param {Set<string>} added what is known and wanted all the same, as "kind value" @returns {Asked}
 */
export function without(asked, removed, added) {
  const left = {};
  for (const [part, found] of Object.entries(asked)) {
    const again = asked.known.filter((one) => one.kind === part && added.has(`${one.kind} ${one.value}`));
    left[part] = [...found, ...again].filter((one) => typeof one === "string" || !removed.has(`${part} ${one.value}`));
  }
  left.known = asked.known.filter((one) => !added.has(`${one.kind} ${one.value}`));
  return /** @type {any} */ (left);
}

/** @param {Asked} asked @returns {import("../match/learner.js").Learner} the wishes in it; what is avoided is none */
export function learnerOf(asked) {
  const ids = (part) => asked[part].map((one) => one.value);
  const lists = {
    want: ids("skills").slice(0, MOST).map((skill) => ({ skill, importance: "nice" })),
    topics: ids("topics").slice(0, MOST),
    goals: ids("goals"),
    languages: ids("languages").slice(0, MOST),
    formats: ids("formats"),
    windows: windowsOf(ids("time")),
  }; // prettier-ignore
  const learner = Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length));
  const [stage] = ids("stage");
  const [commitment] = ids("commitment");
  const [zone] = ids("zone");
  if (stage) learner.stage = stage;
  if (commitment) learner.commitment = commitment;
  if (zone || learner.windows) learner.timezone = zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  return learner;
}

/**
 * Name what a sentence filters by: a field of work or a path where no skill or topic was heard, and a country once
 * someone said that it is where the mentor should be.
 * @param {Asked} asked @param {Set<string>} added @returns {Record<string, string[]>} value ids by facet
 */
export function chosenOf(asked, added) {
  const ids = (part) => asked[part].map((one) => one.value);
  const parts = asked.skills.length || asked.topics.length ? [] : ["domains", "career_paths"];
  const countries = ids("place").filter((place) => added.has(`place ${place}`));
  const all = [...parts.map((part) => [part, ids(part)]), ["country", countries]];
  return Object.fromEntries(all.filter(([, list]) => list.length));
}

/**
 * Name the words to search as text. In a short search each word counts ("tomasz python"). In a sentence that was
 * understood the rest is no reason to leave anyone out.
 * @param {Asked} asked @param {string} sentence @returns {string}
 */
export function textOf(asked, sentence) {
  const understood = asked.skills.length + asked.topics.length > 0;
  return understood && sentence.trim().split(/\s+/).length > SHORT ? "" : asked.text.join(" ");
}

/** @param {string[]} times as a sentence says them: "evenings", "weekends", "tue" @returns {string[]} hours as goals write them */
export function windowsOf(times) {
  const days = times.filter((time) => time.length === 3).map((day) => day[0].toUpperCase() + day.slice(1));
  if (times.includes("weekends")) days.push("Sat", "Sun");
  const parts = times.filter((time) => time in HOURS).map((time) => HOURS[time]);
  const each = (some) => some.flatMap((day) => parts.map((part) => `${day} ${part}`));
  if (!days.length) return each(WEEK).slice(0, 21);
  if (parts.length && !times.includes("weekends")) return each(days).slice(0, 21);
  return [...days.map((day) => `${day} 09:00-21:00`), ...each(WEEK).slice(0, 14)];
}
