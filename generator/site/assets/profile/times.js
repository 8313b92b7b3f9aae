/** Rules on dates, hours, time zones and languages. The twin of generator/profiles/rules/times.py and places.py. */

import { WEEKDAYS } from "../lib/choices.js";
import { _, either, ngettext } from "../lib/messages.js";
import { weekday } from "../lib/week.js";
import { closest } from "./closest.js";
import { languageIsReal, nearZone, plain, zonesMeant } from "./known.js";
import { quoted, violation } from "./violation.js";

const DAYS = WEEKDAYS.map((day) => day.toLowerCase());
const DAY_MS = 86_400_000;
const WINDOW = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun) ([0-9]{2}):([0-9]{2})-([0-9]{2}):([0-9]{2})$/;

/** @typedef {(fields: Record<string, any>, known: import("./known.js").Known, about: {stem: string, today: string}) => import("./violation.js").Violation[]} Rule */

/** @type {Rule} */
export function timezoneIsReal({ timezone }, known) {
  if (timezone === undefined || known.zones.has(timezone)) return [];
  return [violation("unknown-timezone", ["timezone"], _("{zone} is not a time zone", { zone: quoted(timezone) }), zoneHelp(timezone, known))];
}

function zoneHelp(text, known) {
  const meant = zonesMeant(text, known);
  if (meant.length) return _("it has several meanings; write a city near you, like {zones}", { zones: some(meant) });
  const near = nearZone(text, known);
  return near ? _("did you mean {word}?", { word: quoted(near) }) : _("write it as Region/City, like Europe/Berlin");
}

/** @type {Rule} */
export function timezoneIsClear({ timezone = "" }, { unclear }) {
  const others = Object.hasOwn(unclear, timezone) ? unclear[timezone] : [];
  if (!others.length) return [];
  const help = _("if you change your clock twice a year, write a city near you, like {zones}", { zones: some(others.slice(0, 2)) });
  return [violation("unclear-timezone", ["timezone"], _("{zone} has no summer time", { zone: quoted(timezone) }), help, "hint")];
}

function some(zones) {
  return either(zones.slice(0, 3).map(quoted));
}

/** @type {Rule} */
export function countryIsReal({ location }, { countries, names }) {
  const code = location?.country;
  if (code === undefined || Object.hasOwn(countries, code)) return [];
  const byName = new Map(Object.entries(countries).map(([one, name]) => [name.toLowerCase(), one]));
  const meant = names?.countries[plain(code)] ?? byName.get(closest(code.toLowerCase(), byName.keys(), 0.8) ?? "");
  const help = meant
    ? _("write {code}, the code of {country}", { code: quoted(meant), country: countries[meant] })
    : _("write the two letters that stand for the country (ISO 3166), like IN for India");
  return [violation("unknown-country", ["location", "country"], _("{code} is not the code of a country", { code: quoted(code) }), help)];
}

/** @type {Rule} */
export function languageExists({ languages = [] }, known) {
  return languages.flatMap((tag, at) => {
    if (languageIsReal(tag, known)) return [];
    const help = _("you can find the code on the language's Wikipedia page; English is en, German de, Chinese zh");
    return [violation("unknown-language", ["languages", at], _("{code} is not the code of a language", { code: quoted(tag) }), help)];
  });
}

/** @type {Rule} */
export function languagesDiffer({ languages = [] }) {
  const first = new Map();
  return languages.flatMap((tag, at) => {
    const known = first.get(tag.toLowerCase()) ?? tag;
    first.set(tag.toLowerCase(), known);
    if (known === tag) return [];
    const message = _("{value} is the same language as {known}", { value: quoted(tag), known: quoted(known) });
    return [violation("listed-twice", ["languages", at], message, _("delete one of the two"), "hint")];
  });
}

/** @param {string} text @returns {boolean} whether the calendar has such a day */
function isDay(text) {
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && text > "0001" && new Date(at).toISOString().slice(0, 10) === text;
}

/** @type {Rule} */
export function dateIsReal({ last_confirmed: confirmed, learning }) {
  const dates = [
    [["last_confirmed"], confirmed],
    [["learning", "until"], learning?.until],
  ];
  return dates.flatMap(([path, text]) => {
    if (text === undefined || isDay(text)) return [];
    return [violation("impossible-date", path, _("the date {date} doesn't exist", { date: quoted(text) }), _("write year-month-day, like 2026-11-01"))];
  });
}

/** @type {Rule} */
export function confirmationIsPast({ last_confirmed: day }, _known, { today }) {
  if (day === undefined || !isDay(day) || Date.parse(day) <= Date.parse(today) + DAY_MS) return [];
  const help = _("write today's date: {line}", { line: `last_confirmed: ${today}` });
  return [violation("future-date", ["last_confirmed"], _("{field} is in the future", { field: quoted("last_confirmed") }), help)];
}

/** @type {Rule} */
export function officeHourHasItsWeeks({ office_hours: hours = [] }, _known, { today }) {
  return hours.flatMap(({ day, every, first }, at) => {
    const code = "unclear-office-hour";
    if (!DAYS.includes(day)) return [];
    if (first === undefined) {
      if (every !== "two-weeks" && every !== "month") return [];
      const help = _("add a day on which it takes place: {line}", { line: `first: ${next(day, today)}` });
      return [violation(code, ["office_hours", at, "every"], _("nobody can tell in which weeks this office hour is, so calendars leave it out"), help, "hint")];
    }
    const path = ["office_hours", at, "first"];
    if (!isDay(first)) return [violation(code, path, _("the date {date} doesn't exist", { date: quoted(first) }), _("write year-month-day, like 2026-11-01"))];
    if (weekdayOf(first) === DAYS.indexOf(day)) return [];
    const message = _("{first} is a {weekday}", { first: quoted(first), weekday: weekday(weekdayOf(first), "long") });
    return [violation(code, path, message, _("write a {weekday}, like {day}", { weekday: weekday(DAYS.indexOf(day), "long"), day: next(day, first) }))];
  });
}

/** @param {string} date @returns {number} 0 is Monday */
function weekdayOf(date) {
  return (new Date(date).getUTCDay() + 6) % 7;
}

/** @param {string} day of the week @param {string} from @returns {string} the next such day from a day on */
function next(day, from) {
  return after(from, (DAYS.indexOf(day) - weekdayOf(from) + 7) % 7);
}

/** @param {string} day @param {number} days @returns {string} */
export function after(day, days) {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}

/** @type {Rule} */
export function seekingHasANearEnd({ seeking_mentor: seeks, learning, last_confirmed: said }, { mostDaysSeeking: most }, { stem, today }) {
  if (!seeks || learning === undefined || stem.startsWith("example-")) return [];
  const hint = (path, message, help) => [violation("seeking-end", path, message, help, "hint")];
  const until = learning.until && isDay(learning.until) ? learning.until : "";
  const confirmed = said && isDay(said) ? said : "";
  const latest = after(today, most);
  const change = _("write until: {day}, or an earlier day", { day: latest });
  if (!confirmed && learning.until === undefined) {
    return hint(["learning"], _("'learning' doesn't say until when you're looking, so no one sees it"), _("add the last day, for example until: {day}", { day: latest }));
  }
  if (until && until < today) return hint(["learning", "until"], _("this day has passed, so no one sees any more that you're looking for a mentor"), _("if you're still looking, {change}", { change }));
  if (until > latest) {
    const message = ngettext("this day is more than {count} day away, the longest that mentees are listed", "this day is more than {count} days away, the longest that mentees are listed", most);
    return hint(["learning", "until"], message, _("{change}; if you're still looking then, name a new one", { change }));
  }
  if (!confirmed || after(confirmed, most) >= (until || today)) return [];
  const message = _("you're listed as a mentee only until {day}: {count} days after you last confirmed your profile", { day: after(confirmed, most), count: most });
  return hint(["learning"], message, _("confirm it again: {line}", { line: `last_confirmed: ${today}` }));
}

/** @param {string} text @returns {{day: string, start: number, end: number} | null} null for impossible hours */
export function parseWindow(text) {
  const [, day, ...clock] = WINDOW.exec(text) ?? [];
  if (!day) return null;
  const [startHour, startMinute, endHour, endMinute] = clock.map(Number);
  const [start, end] = [startHour * 60 + startMinute, endHour * 60 + endMinute];
  return startMinute > 59 || endMinute > 59 || start > 1439 || end > 1440 ? null : { day, start, end };
}

/** @type {Rule} */
export function windowIsReal({ windows = [] }) {
  return windows.flatMap((text, at) => {
    const span = parseWindow(text);
    if (!span) return [violation("impossible-window", ["windows", at], _("{window} has hours that don't exist", { window: quoted(text) }), _("write hours from 00:00 to 24:00"))];
    if (span.end > span.start) return [];
    const help = _("write the earlier hour first; write a window over midnight as two");
    return [violation("impossible-window", ["windows", at], _("the window {window} ends before it begins", { window: quoted(text) }), help)];
  });
}

/** @type {Rule} */
export function windowsDoNotOverlap({ windows = [] }) {
  const read = windows.map((text, at) => ({ at, ...parseWindow(text) })).filter(({ day }) => day);
  return read.flatMap(({ at, day, start, end }, index) => {
    const earlier = read.slice(0, index).find((other) => other.day === day && start < other.end && other.start < end);
    if (!earlier) return [];
    const message = _("{window} overlaps with {earlier}", { window: quoted(windows[at]), earlier: quoted(windows[earlier.at]) });
    return [violation("overlapping-windows", ["windows", at], message, _("join them into one window"), "hint")];
  });
}

/** @type {Rule} */
export function officeHourIsReal({ office_hours: hours = [] }) {
  return hours.flatMap(({ at: time }, at) => {
    if (time === undefined || (time >= "00:00" && time <= "23:59" && time.slice(3) <= "59")) return [];
    const help = _("write it like this: {line}", { line: 'at: "17:00"' });
    return [violation("impossible-time", ["office_hours", at, "at"], _("the time {time} doesn't exist", { time: quoted(time) }), help)];
  });
}
