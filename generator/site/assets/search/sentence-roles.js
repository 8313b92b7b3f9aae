/**
 * Tell a term from the everyday word that is spelt alike, and what is wanted from what is avoided or known already.
 * The twin of generator/ask/friends.py and clauses.py.
 *
 * @typedef {import("./sentence-words.js").Word} Word
 * @typedef {import("./sentence-spans.js").Span} Span
 * @typedef {import("./sentence-lexicon.js").Lexicon} Lexicon
 */

import { HARD, NONE, SOFT } from "./sentence-words.js";
import { phraseSpans } from "./sentence-spans.js";

export const AVOID = "avoid";
export const KNOWN = "known";
const WANT = "want";
const BEING = "being";
const AFTER = "after";
const TURN = "turn";
const REFUSED = "refused";
const REACH = 4;
const KNOWN_REACH = 6;
const NEAR = 2;
const SHORT = 3;
const BETWEEN = new Set(["and", "or", "y", "e", "et", "und", "o", "ou", "oder"]);

/** @param {Word[]} words @param {Span} span @param {Span[]} spans @param {Lexicon} lexicon @returns {boolean} */
export function meant(words, span, spans, lexicon) {
  const at = span.first;
  const rule = span.first === span.last ? lexicon.friends.get(words[at].key) : undefined;
  if (!rule) return true;
  const before = at && words[at].gap !== HARD ? words[at - 1].key : "";
  const after = at + 1 < words.length && words[at + 1].gap === NONE ? words[at + 1].key : "";
  const { written } = words[at];
  if (written === written.toLowerCase() && rule.never_small_after?.has(before)) return false;
  if (rule.never_after?.has(before) || rule.never_before?.has(after)) return false;
  if (rule.tells?.has("always") || lexicon.learn.has(before) || lexicon.craft.has(after)) return true;
  if (rule.after?.has(before) || rule.before?.has(after) || words.length <= SHORT) return true;
  if (listed(words, at, spans, lexicon)) return true;
  const [letter] = written;
  const capital = letter !== letter.toLowerCase() && at > 0 && words[at].gap !== HARD;
  if (rule.tells?.has("capital")) return capital;
  return capital && words.slice(Math.max(0, at - NEAR), at).some((word) => lexicon.learn.has(word.key));
}

function listed(words, at, spans, lexicon) {
  for (const step of [-1, 1]) {
    let beside = at + step;
    if (BETWEEN.has(words[beside]?.key)) beside += step;
    if (beside < 0 || beside >= words.length) continue;
    if ((step > 0 ? words[beside] : words[at]).gap === HARD) continue;
    for (const span of spans) {
      const sure = span.at.length > 1 || !lexicon.friends.has(words[beside].key);
      if (span.at.includes(beside) && sure && span.means.some((term) => lexicon.terms[term][0] === "skills")) return true;
    }
  }
  return false;
}

/**
 * @param {Word[]} words @param {Span[]} spans @param {Lexicon} lexicon
 * @returns {{told: string[], cueWords: Set<number>}} the role of each span, and the words that belong to cues
 */
export function roles(words, spans, lexicon) {
  const cues = phraseSpans(words, lexicon.cues, lexicon.lengths[1]);
  const starting = new Map(cues.map((cue) => [cue.first, cue]));
  const beginning = new Map(spans.map((span, number) => [span.first, number]));
  const present = new Set(words.map((word) => word.key));
  const told = spans.map(() => "");
  let clause = fresh();
  words.forEach((word, at) => {
    let cue = starting.get(at);
    if (cue && [...(lexicon.quiet.get(word.key) ?? [])].some((key) => present.has(key))) cue = undefined;
    const turns = cue?.means === TURN;
    if (word.gap === HARD || turns) clause = fresh();
    else if (word.gap === SOFT) {
      const states = clause.role === KNOWN || clause.role === BEING;
      clause = states && namesNext(words, at, beginning, lexicon) ? { ...fresh(), role: clause.role, until: at - 1 } : fresh();
    }
    if (cue && !turns) hear(clause, cue, words, spans, told);
    const number = beginning.get(at);
    if (number === undefined) return;
    told[number] = roleAt(clause, at);
    clause.named = true;
    if (told[number] === AVOID || told[number] === KNOWN) clause.until = spans[number].last;
  });
  return { told, cueWords: new Set(cues.flatMap((cue) => cue.at)) };
}

function fresh() {
  return { role: "", until: -1, since: -9, named: false };
}

function hear(clause, cue, words, spans, told) {
  const at = cue.first;
  if (cue.means === AFTER) {
    if (clause.role === WANT || clause.role === AVOID) return;
    markBefore(spans, told, at, words, KNOWN);
    clause.role = KNOWN;
  } else if (cue.means === REFUSED) markBefore(spans, told, at, words, AVOID);
  else if (cue.means === WANT && clause.role === AVOID && !clause.named && at - clause.since <= 2) clause.until = cue.last;
  else if (cue.means !== BEING || clause.role !== WANT || clause.named) {
    Object.assign(clause, { role: cue.means, since: cue.last, until: cue.last, named: false });
  }
}

function markBefore(spans, told, at, words, role) {
  spans.forEach((span, number) => {
    const near = at - REACH <= span.last && span.last < at && (told[number] === "" || role === AVOID);
    if (near && words.slice(span.last + 1, at + 1).every((word) => word.gap === NONE)) told[number] = role;
  });
}

function roleAt(clause, at) {
  if (clause.role === AVOID) return at - clause.until <= REACH ? AVOID : "";
  if (clause.role === KNOWN || clause.role === BEING) return at - clause.until <= KNOWN_REACH ? KNOWN : "";
  return clause.role;
}

function namesNext(words, at, beginning, lexicon) {
  for (let next = at; next < Math.min(at + 3, words.length); next++) {
    if (beginning.has(next)) return true;
    if (!lexicon.stops.has(words[next].key)) return false;
  }
  return false;
}
