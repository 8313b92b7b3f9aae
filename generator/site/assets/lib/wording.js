/** Choices as people read them inside a sentence. */

import { COMMITMENTS_IN_SENTENCES, IN_SENTENCES, SIGNAL_LABELS } from "./choices.js";
import { _, N_ } from "./messages.js";

/** @param {string} id of a goal, format, kind of mentorship, stage or style @returns {string} */
export function choice(id) {
  return Object.hasOwn(IN_SENTENCES, id) ? _(IN_SENTENCES[id]) : id.replaceAll("-", " ");
}

const ORDER = Object.keys(IN_SENTENCES);

/** Write several choices, in the order of the schema. @param {string[]} [ids] @returns {string[]} */
export function choicesInOrder(ids = []) {
  return [...ids].sort((one, other) => ORDER.indexOf(one) - ORDER.indexOf(other)).map(choice);
}

/** @type {Record<string, string>} */
const VERDICTS = { strong: N_("Strong match"), good: N_("Good match"), some: N_("Some match"), little: N_("Weak match") };

/** @param {string | null | undefined} band @returns {string} how well two fit, in a word */
export function verdict(band) {
  return _(VERDICTS[band ?? "little"] ?? VERDICTS.little);
}

/** @param {string} signal of a match @returns {string} what it is called */
export function signalLabel(signal) {
  return _(SIGNAL_LABELS[signal]);
}

/** @param {string} id of a commitment @returns {string} "about 1 hour" */
export function timeInWords(id) {
  return Object.hasOwn(COMMITMENTS_IN_SENTENCES, id) ? _(COMMITMENTS_IN_SENTENCES[id]) : id;
}

/** What a person is called in little room: the first word of the name. The twin of site/initials.py. @param {string} name @returns {string} */
export function shortName(name) {
  return name.trim().split(/\s+/)[0] || name;
}
