/** All that comparing goals with mentors needs, in one module that the worker fetches once goals are stated. */

export { reasonsAgainst } from "../match/eligibility.js";
export { explain } from "../match/match.js";
export { matchContext, prepareMentee, prepareMentor } from "../match/prepared.js";
export { prepareMentors, rankAll } from "../match/rank.js";
export { withoutEachGoal } from "../match/without-goal.js";
