/** What is fetched only once someone searches or filters: who fits best, what matched on a card, and what reads alike. */

export { matchedOn } from "./matched.js";
export { nearestTerms } from "./nearest.js";
export { byRelevance } from "./relevance.js";
