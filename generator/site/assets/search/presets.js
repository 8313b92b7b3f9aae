/**
 * Presets: ways to look at the directory that neither a filter nor a score would show. Each is a set of mentors and
 * a sentence that says who is in it and why.
 *
 * @typedef {import("./columns.js").Index} Index
 * @typedef {import("./bitset.js").Bits} Bits
 * @typedef {{bits: Bits, sentence: string}} Preset
 * @typedef {{ready: Preset, group: Preset}} CommonPresets
 * @typedef {{mentee: import("../match/prepared.js").PreparedMentee, mentors: import("../match/rank.js").PreparedMentors, ranking: import("../match/rank.js").Ranking}} Ranked
 */

import { addPosting, countIn, isIn, keepCommon, leaveOut, nobody, sizeOf, those } from "./bitset.js";
import { STAGES } from "../lib/choices.js";
import { _, either, ngettext } from "../lib/messages.js";
import { choice } from "../lib/wording.js";

const GROUPS = ["one-to-many", "mentorship-circle", "cohort"];
const RECENT = 30;
const PEERS = ["near-peer", "study-buddy-plus", "reciprocal"];

/**
 * Fill the presets that are the same for everyone.
 * @param {Index} index @returns {CommonPresets}
 */
export function commonPresets(index) {
  return { ready: readyToHelp(index), group: groupSpots(index) };
}

/**
 * Fill every preset that can be filled: two of them need to know what someone wants.
 * @param {Index} index @param {Ranked | null} matched
 * @param {string} zone the reader's @param {CommonPresets} [common] @returns {Map<string, Preset>}
 */
export function presetsFor(index, matched, zone, common = commonPresets(index)) {
  const presets = new Map([["ready", common.ready]]);
  const different = matched && differentPath(index, matched, zone);
  if (different) presets.set("different-path", different);
  if (matched) presets.set("near-peers", nearPeers(index, matched));
  presets.set("group", common.group);
  return presets;
}

/** Whoever was asked recently may be busy with an answer, even when nobody waits any more. @param {Index} index @returns {Preset} */
function readyToHelp(index) {
  const asked = index.numbers.days_since_asked;
  if (asked) {
    const askable = withAny(index, "availability", ["open", "limited"]);
    const bits = those(index.count, (position) => isIn(askable, position) && (!asked[position] || asked[position] - 1 > RECENT));
    return { bits, sentence: ngettext("They have spots open, and nobody asked them yesterday or today.", "They have spots open, and nobody asked them in the last {count} days.", RECENT) };
  }
  return { bits: withAny(index, "availability", ["open"]), sentence: _("They have spots open, and nobody is waiting for an answer.") };
}

/** Whoever teaches what is wanted, but works in none of the fields in which most who fit work. @param {Index} index @param {Ranked} matched @param {string} zone @returns {Preset | null} */
function differentPath(index, { mentee, ranking }, zone) {
  const domains = index.facets.get("domains");
  const wanted = mentee.wanted.filter(({ kind }) => kind === "skills").map(({ id }) => id);
  if (!wanted.length || !domains.values.length) return null;
  const sizes = domains.postings.map((posting) => countIn(posting, ranking.eligible));
  const usual = sizes.indexOf(Math.max(...sizes));
  const bits = withAny(index, "skills", wanted);
  keepCommon(bits, ranking.eligible);
  keepCommon(bits, withAny(index, "domains", domains.values));
  leaveOut(bits, withAny(index, "domains", [domains.values[usual]]));
  const elsewhere = livingElsewhere(index, bits, zone);
  const gaps = { field: domains.labels[usual] };
  const sentence = elsewhere
    ? _("They teach a skill you want. Most matches work in {field}; these mentors come from another field and another part of the world.", gaps)
    : _("They teach a skill you want. Most matches work in {field}; these mentors come from another field.", gaps);
  return { bits: elsewhere ?? bits, sentence };
}

/** Keep those in another part of the world than the reader, where there are any. @param {Index} index @param {Bits} bits @param {string} zone @returns {Bits | null} */
function livingElsewhere(index, bits, zone) {
  if (!zone?.includes("/")) return null;
  const { values, postings } = index.facets.get("timezone");
  const part = zone.split("/")[0];
  const near = nobody(index.count);
  values.forEach((value, at) => value.split("/")[0] === part && addPosting(near, postings[at]));
  const far = bits.slice();
  leaveOut(far, near);
  return sizeOf(far) ? far : null;
}

/** @param {Index} index @param {Ranked} matched @returns {Preset} */
function nearPeers(index, { mentee, mentors, ranking }) {
  const offering = withAny(index, "relationship_types", PEERS);
  const { stage } = mentee;
  const near = (/** @type {number} */ position) => stage !== null && (mentors.stage[position] === stage || mentors.stage[position] === stage + 1);
  const bits = those(index.count, (position) => isIn(ranking.eligible, position) && (near(position) || isIn(offering, position)));
  if (stage === null) return { bits, sentence: _("They'd like to learn together. Add your stage to see who's one step ahead.") };
  const stages = either(STAGES.slice(stage, stage + 2).map(choice));
  return { bits, sentence: _("They're at your stage or one step ahead ({stages}), or they'd like to learn together.", { stages }) };
}

/** @param {Index} index @returns {Preset} */
function groupSpots(index) {
  const bits = withAny(index, "relationship_types", GROUPS);
  const askable = withAny(index, "availability", ["open", "limited"]);
  const hours = withAny(index, "office_hours", ["offered"]);
  const sentence = _("They hold open office hours, or have spots in a group, a circle or a cohort.");
  return { bits: those(index.count, (position) => isIn(hours, position) || (isIn(bits, position) && isIn(askable, position))), sentence };
}

/** @param {Index} index @param {string} name @param {string[]} ids @returns {Bits} */
function withAny(index, name, ids) {
  const { values, postings } = index.facets.get(name);
  const who = nobody(index.count);
  for (const id of ids) if (values.includes(id)) addPosting(who, postings[values.indexOf(id)]);
  return who;
}
