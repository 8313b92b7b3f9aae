/**
 * What matched on one card: the words to mark in it, the terms by which someone was found, and what they wrote.
 *
 * @typedef {import("./highlight.js").Piece} Piece
 * @typedef {object} Term a term by which a mentor was found @property {string} facet @property {string} label
 * @property {string} of the broader term that was asked for, or "" @property {boolean} introduced whether they only start people off in it
 * @typedef {object} Found
 * @property {Piece[] | null} name with what was searched for, and @property {Piece[] | null} headline, @property {Piece[] | null} languages, @property {Piece[] | null} place
 * @property {string[]} skills labels of the skills by which they were found, the most direct first
 * @property {Term[]} terms everything else by which they were found
 * @property {Piece[][]} helps what they can help with, and @property {Piece[] | null} written where it is in what they wrote
 */

import { has } from "./bitset.js";
import { excerptOf, piecesOf } from "./highlight.js";
import { choiceOf, waysTo } from "./reach.js";

const NAMED = 3;
/** What a card shows anyway, so that it is marked and needs no sentence. */
const SHOWN = ["languages", "country", "city"];

/**
 * @param {any} index @param {import("./query.js").Finding} finding @param {number} position
 * @param {import("./cards.js").Card} card @param {{helps: string[], written: string}} words
 * @returns {Found | null} null where nothing was searched for but limits
 */
export function matchedOn(index, { meanings, chosen }, position, card, { helps, written }) {
  if (!meanings.length && !chosen.size) return null;
  const sought = meanings.map(({ phrases, begun }) => ({ phrases, begun }));
  const terms = [...meanings.map(({ references }) => references), ...chosen.values()].map((references) => termsOf(index, references, position));
  const named = distinct(terms.flat()).filter(({ facet }) => !SHOWN.includes(facet));
  const rest = named.filter((term) => !isListedSkill(term));
  const silent = sought.filter((one, at) => !terms[at].length && !piecesOf(`${card.name} · ${card.github ?? card.handle} · ${card.headline}`, [one]));
  const quoted = helps.map((line) => piecesOf(line, silent)).filter((pieces) => pieces !== null);
  return {
    name: piecesOf(card.name, sought),
    headline: piecesOf(card.headline, sought),
    languages: piecesOf(card.languages, sought),
    place: piecesOf(card.place ?? "", sought),
    skills: named.filter(({ facet, introduced }) => facet === "skills" && !introduced).map(({ label }) => label),
    terms: rest,
    helps: quoted.slice(0, 1),
    written: quoted.length ? null : excerptOf(written, silent),
  };
}

/** The most direct ways in which a mentor has one of several values. */
function termsOf(index, references, position) {
  const terms = [];
  for (const [facet, asked] of references) {
    const { labels } = choiceOf(index, facet);
    const ways = waysTo(index, facet, asked).filter(({ posting }) => has(posting, position));
    const [first] = ways;
    for (const { value, introduced, narrower } of ways.filter((way) => way.narrower === first.narrower && way.introduced === first.introduced)) {
      terms.push({ facet, label: labels[value], of: narrower ? labels[asked] : "", introduced });
    }
    if (terms.length >= NAMED) break;
  }
  return terms.slice(0, NAMED);
}

function isListedSkill({ facet, of, introduced }) {
  return facet === "skills" && !of && !introduced;
}

function distinct(terms) {
  return [...new Map(terms.map((term) => [`${term.facet} ${term.label} ${term.of}`, term])).values()];
}
