/**
 * Whom a choice finds: whoever lists it, can introduce it, or does either with something narrower. A filter, its counts
 * and the words of a search all mean the same by it.
 *
 * @typedef {import("./bitset.js").Posting} Posting
 * @typedef {import("./columns.js").Index} Index
 * @typedef {import("./columns.js").Facet & {narrower: number[][], lists: Posting[], introduced: Posting[]}} Reach a facet
 * whose `postings` are whom each value finds; `narrower` are the values below each, `lists` and `introduced` who names it itself
 * @typedef {{posting: Posting, value: number, introduced: boolean, narrower: boolean}} Way one way to be found by a value
 * @typedef {{id: string, label: string, synonyms?: string[]}} Term
 */

import { addPosting, nobody, postingFrom } from "./bitset.js";

export const VOCABULARIES = ["skills", "topics", "domains", "career_paths"];
const NOBODY = { size: 0, positions: new Uint32Array(), bits: null };

/**
 * Add to an index what its choices reach. @param {Index} index @param {any} vocabulary as vocabulary.json has it
 * @returns {Index & {choices: Map<string, import("./columns.js").Facet>, unused: Map<string, Term[]>,
 *   relations: Map<string, {broader: Record<string, string[]>, related: Record<string, string[]>}>}}
 */
export function withReach(index, vocabulary) {
  const choices = new Map(index.facets);
  const unused = new Map();
  const relations = new Map();
  for (const name of VOCABULARIES) {
    const facet = index.facets.get(name);
    if (!facet || !vocabulary[name]) continue;
    const reach = reachOf(facet, name === "skills" ? index.facets.get("can_introduce") : undefined, vocabulary[name], index.count);
    choices.set(name, reach);
    unused.set(name, vocabulary[name].unused.filter(({ id }) => !reach.values.includes(id)));
    relations.set(name, vocabulary[name]);
  }
  return { ...index, choices, unused, relations };
}

/** @param {any} index @param {string} name @returns {any} what the page can choose of a facet */
export function choiceOf(index, name) {
  return (index.choices ?? index.facets).get(name);
}

/** A broader term that nobody lists is a choice as well, if someone lists something below it. */
function reachOf(facet, introduced, { unused, broader }, count) {
  const values = [...facet.values];
  const labels = [...facet.labels];
  const synonyms = { ...facet.synonyms };
  const numbers = new Map(values.map((id, value) => [id, value]));
  const terms = new Map(unused.map((term) => [term.id, term]));
  const parents = [];
  for (let value = 0; value < values.length; value++) {
    const above = Object.hasOwn(broader, values[value]) ? broader[values[value]] : [];
    for (const id of above) {
      if (numbers.has(id) || !terms.has(id)) continue;
      numbers.set(id, values.push(id) - 1);
      labels.push(terms.get(id).label);
      if (terms.get(id).synonyms) synonyms[id] = terms.get(id).synonyms;
    }
    parents.push(above.map((id) => numbers.get(id)).filter((number) => number !== undefined));
  }
  const narrower = values.map(() => new Set());
  for (let value = 0; value < values.length; value++) climb(value, value, parents, narrower);
  const padded = (postings) => values.map((_, value) => postings?.[value] ?? NOBODY);
  const [lists, started] = [padded(facet.postings), padded(introduced?.postings)];
  const postings = values.map((_, value) => reached([value, ...narrower[value]], lists, started, count));
  return { ...facet, values, labels, synonyms, postings, narrower: narrower.map((below) => [...below]), lists, introduced: started };
}

function climb(start, value, parents, narrower) {
  for (const parent of parents[value]) {
    if (parent === start || narrower[parent].has(start)) continue;
    narrower[parent].add(start);
    climb(start, parent, parents, narrower);
  }
}

function reached(values, lists, introduced, count) {
  const own = values.flatMap((value) => [lists[value], introduced[value]]).filter(({ size }) => size);
  if (own.length < 2) return own[0] ?? NOBODY;
  const bits = nobody(count);
  for (const posting of own) addPosting(bits, posting);
  return postingFrom(bits, count);
}

/**
 * Every way to be found by a value, the most direct first. @param {any} index @param {string} name @param {number} value
 * @returns {Way[]} those that someone is found by
 */
export function waysTo(index, name, value) {
  const reach = choiceOf(index, name);
  reach.ways ??= [];
  return (reach.ways[value] ??= waysOf(reach, value));
}

function waysOf(reach, value) {
  if (!reach.lists) return [{ posting: reach.postings[value], value, introduced: false, narrower: false }];
  const way = (of, introduced) => ({ posting: (introduced ? reach.introduced : reach.lists)[of], value: of, introduced, narrower: of !== value });
  const below = reach.narrower[value];
  const ways = [way(value, false), way(value, true), ...below.map((of) => way(of, false)), ...below.map((of) => way(of, true))];
  return ways.filter(({ posting }) => posting.size);
}
