/** Choices as people read them inside a sentence. */

import { COMMITMENTS_IN_SENTENCES, IN_SENTENCES } from "./choices.js";
import { _ } from "./messages.js";

/** @param {string} id of a goal, format, kind of mentorship, stage or style @returns {string} */
export function choice(id) {
  return Object.hasOwn(IN_SENTENCES, id) ? _(IN_SENTENCES[id]) : id.replaceAll("-", " ");
}

const ORDER = Object.keys(IN_SENTENCES);

/** Write several choices, in the order of the schema. @param {string[]} [ids] @returns {string[]} */
export function choicesInOrder(ids = []) {
  return [...ids].sort((one, other) => ORDER.indexOf(one) - ORDER.indexOf(other)).map(choice);
}

/** @param {string} id of a commitment @returns {string} "about 1 hour" */
export function timeInWords(id) {
  return Object.hasOwn(COMMITMENTS_IN_SENTENCES, id) ? _(COMMITMENTS_IN_SENTENCES[id]) : id;
}

/** What a person is called in little room: the first word of the name. The twin of site/initials.py. @param {string} name @returns {string} */
export function shortName(name) {
  return name.trim().split(/\s+/)[0] || name;
}
