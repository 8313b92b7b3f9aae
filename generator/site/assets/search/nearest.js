/**
 * Name the skills and topics nearest to a word that finds nobody: what is next to it in the vocabulary where it is a
 * term, else what reads most like it, by the same beginning, a shared word, the same letters.
 *
 * @typedef {{kind: string, id: string, label: string, total: number}} Near a term, and how many mentors it finds
 */

import { countIn, sizeOf } from "./bitset.js";
import { choiceOf, VOCABULARIES } from "./reach.js";
import { fold, tokenize } from "./tokenize.js";

const LIKE_ENOUGH = 0.45;
const BEGINS = 0.3;
const SHARED_WORD = 0.5;

/**
 * @param {string} typed @param {any} index @param {import("./bitset.js").Bits} found whom the search finds already, if anyone
 * @param {number} most @returns {Near[]} the likest first; of equals those whom more mentors can help with
 */
export function nearestTerms(typed, index, found, most) {
  const word = fold(typed);
  const words = new Set(tokenize(typed));
  if (!word) return [];
  const whole = sizeOf(found) > 0;
  const beside = besideIt(word, index);
  const terms = VOCABULARIES.flatMap((kind) => {
    const choice = choiceOf(index, kind);
    return (choice?.values ?? []).map((id, value) => {
      const spelt = [choice.labels[value], id.replaceAll("-", " "), ...(Object.hasOwn(choice.synonyms, id) ? choice.synonyms[id] : [])];
      const likeness = beside.has(`${kind} ${id}`) ? 2 : Math.max(...spelt.map((spelling) => likenessOf(word, words, spelling)));
      return { kind, id, label: choice.labels[value], likeness, posting: choice.postings[value] };
    });
  });
  const near = terms.filter(({ likeness, posting }) => likeness >= LIKE_ENOUGH && posting.size);
  near.sort((one, other) => other.likeness - one.likeness || other.posting.size - one.posting.size);
  return near.slice(0, most).map(({ kind, id, label, posting }) => ({ kind, id, label, total: whole ? countIn(posting, found) : posting.size }));
}

/** What is related to a term that nobody lists, above it, or above or below the same. */
function besideIt(word, { unused = new Map(), relations = new Map() }) {
  const beside = new Set();
  for (const [kind, terms] of unused) {
    const term = terms.find(({ id, label, synonyms = [] }) => [id, label, ...synonyms].some((spelling) => fold(spelling) === word));
    if (!term) continue;
    const { broader, related } = relations.get(kind);
    const of = (map, id) => (Object.hasOwn(map, id) ? map[id] : []);
    const above = of(broader, term.id);
    const siblings = Object.keys(broader).filter((id) => broader[id].some((one) => above.includes(one)));
    const naming = Object.keys(related).filter((id) => related[id].includes(term.id));
    for (const id of [...of(related, term.id), ...naming, ...siblings, ...above]) beside.add(`${kind} ${id}`);
  }
  return beside;
}

/** From 0 to 1: how many of their pairs of letters two words share; more if one begins the other or they share a word. */
function likenessOf(word, words, spelling) {
  const other = fold(spelling);
  if (!other) return 0;
  const pairs = new Set(pairsIn(other));
  const shared = pairsIn(word).filter((pair) => pairs.delete(pair)).length;
  const dice = (2 * shared) / (word.length + other.length - 2 || 1);
  const begins = word.length > 2 && other.length > 2 && (other.startsWith(word) || word.startsWith(other));
  const common = tokenize(spelling).some((one) => one.length > 2 && words.has(one));
  return Math.min(1, dice + (begins ? BEGINS : 0) + (common ? SHARED_WORD : 0));
}

function pairsIn(word) {
  return [...word].slice(1).map((letter, at) => [...word][at] + letter);
}
