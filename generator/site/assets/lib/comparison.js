/** The lines of a comparison between mentors. */

import { _, integer, listed, ngettext } from "./messages.js";
import { choice, timeInWords, verdict } from "./wording.js";

/**
 * @typedef {import("../match/prepared.js").Profile & {years_experience?: number, expectations?: {reply_within_days?: number}}} ApiMentor
 * @typedef {{mentor: ApiMentor, match?: import("../match/match.js").Match, reasons?: string[], time?: string}} Compared
 */

/**
 * Return the lines of a comparison: what they are about, and a text for each mentor; lines that say nothing are left out.
 * @param {Compared[]} compared
 * @param {(kind: string, id: string) => string} label @returns {[string, string[]][]}
 */
export function comparison(compared, label) {
  const words = (/** @type {string} */ kind, /** @type {string[] | undefined} */ ids) => (ids ?? []).map((id) => label(kind, id)).join(", ");
  /** @type {[string, (one: Compared) => string | undefined][]} */
  const lines = [
    [_("Match"), ({ match, reasons }) => (match?.points != null ? verdict(match.band) : (reasons ?? []).join(" "))],
    [_("Wishes covered"), ({ match }) => (match?.wishes ? _("{covered} of {wishes}", { covered: integer(match.covered), wishes: integer(match.wishes) }) : "")],
    [_("Can help you with"), ({ match }) => match?.can_help_with.join(", ")],
    [_("Not offered"), ({ match }) => match?.not_offered.join(", ")],
    [_("Hours in common"), ({ match }) => sentenceOf(match, "overlap")],
    [_("Replies within"), ({ mentor }) => daysInWords(mentor.expectations?.reply_within_days)],
    [_("Spots"), ({ mentor }) => spotsInWords(mentor)],
    [_("Time a month"), ({ mentor }) => timeInWords(mentor.commitment)],
    [_("Languages"), ({ mentor }) => words("languages", mentor.languages)],
    [_("Local time"), ({ time }) => time],
    [_("Skills"), ({ mentor }) => words("skills", mentor.skills)],
    [_("Can introduce"), ({ mentor }) => words("skills", mentor.can_introduce)],
    [_("Topics"), ({ mentor }) => words("topics", mentor.topics)],
    [_("Why"), ({ match }) => OTHERS.map((signal) => sentenceOf(match, signal)).filter(Boolean).join(" ")],
    [_("Formats"), ({ mentor }) => words("formats", mentor.formats)],
    [_("Kind of mentorship"), ({ mentor }) => words("relationship_types", mentor.relationship_types)],
    [_("Style"), ({ mentor }) => listed(Object.values(mentor.style ?? {}).map(choice))],
    [_("For people who are"), ({ mentor }) => words("stages_supported", mentor.stages_supported)],
    [_("Years of experience"), ({ mentor }) => (mentor.years_experience === undefined ? "" : integer(mentor.years_experience))],
  ];
  return lines
    .map(([title, read]) => /** @type {[string, string[]]} */ ([title, compared.map((one) => read(one) ?? "")]))
    .filter(([, texts]) => texts.some(Boolean));
}

/** Signals that the lines above do not tell. */
const OTHERS = ["goals", "commitment", "openings", "style", "stage"];

/** @param {import("../match/match.js").Match | undefined} match @param {string} name @returns {string | undefined} */
function sentenceOf(match, name) {
  return match?.signals?.find(({ signal }) => signal === name)?.sentence;
}

/** @param {ApiMentor} mentor @returns {string | undefined} */
function spotsInWords({ availability = "open", openings = 0 }) {
  if (availability === "open" || availability === "limited") return ngettext("{count} spot open", "{count} spots open", openings);
  if (availability === "waitlist") return openings ? _("Many waiting") : _("Full");
  if (availability === "closed") return _("Not taking mentees");
  return availability === "paused" ? _("Paused") : _("Not confirmed recently");
}

/** @param {number | undefined} days */
function daysInWords(days) {
  return days ? ngettext("{count} day", "{count} days", days) : "";
}
