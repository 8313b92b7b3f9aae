/**
 * Whom each single wish of someone's goals keeps out: what would be left without it. For the page where nobody fits.
 *
 * @typedef {import("./learner.js").Learner} Learner
 * @typedef {{field: keyof Learner, id: string, eligible: import("../search/bitset.js").Bits}} Without a wish, by its field and, in a list, its id
 */

import { learnerWithout } from "./learner.js";
import { prepareMentee } from "./prepared.js";
import { eligibleWith } from "./rank.js";

const WHOLE = /** @type {const} */ (["languages", "formats", "relationship_types"]);

/**
 * @param {Learner} learner @param {import("./rank.js").PreparedMentors} mentors @param {import("./prepared.js").MatchContext} context
 * @returns {Without[]} in the order of the goals
 */
export function withoutEachGoal(learner, mentors, context) {
  /** @type {[keyof Learner, string][]} */
  const wishes = [
    .../** @type {[keyof Learner, string][]} */ ((learner.want ?? []).map(({ skill }) => ["want", skill])),
    .../** @type {[keyof Learner, string][]} */ ((learner.topics ?? []).map((topic) => ["topics", topic])),
    .../** @type {[keyof Learner, string][]} */ (WHOLE.filter((field) => learner[field]?.length).map((field) => [field, ""])),
  ];
  return wishes.map(([field, id]) => {
    const mentee = prepareMentee(learnerWithout(learner, field, id), context);
    return { field, id, eligible: eligibleWith(mentee, mentors, context) };
  });
}
