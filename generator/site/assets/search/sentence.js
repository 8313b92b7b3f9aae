/**
 * Read what someone asks for in one sentence. The twin of generator/ask/read.py; tests/tables/ask.json decides for
 * both. Nothing of it reaches a page, a store or a network.
 *
 * @typedef {import("./sentence-values.js").Heard} Heard
 * @typedef {{kind: string, value: string, words: string}} HeardTerm
 * @typedef {object} Asked
 * @property {Heard[]} skills @property {Heard[]} topics @property {Heard[]} domains @property {Heard[]} career_paths
 * @property {HeardTerm[]} avoid never wanted @property {HeardTerm[]} known a guess: shown, never a filter
 * @property {Heard[]} goals @property {Heard[]} stage @property {Heard[]} languages @property {Heard[]} time
 * @property {Heard[]} zone @property {Heard[]} place @property {Heard[]} commitment @property {Heard[]} formats
 * @property {string[]} text words that mean nothing to us, as typed
 */

import { indexOf, TERMS } from "./sentence-lexicon.js";
import { AVOID, KNOWN, meant, roles } from "./sentence-roles.js";
import { corrected, phraseSpans, termSpans } from "./sentence-spans.js";
import { asTyped, valuesIn } from "./sentence-values.js";
import { isSign, joinedSigns, wordsOf } from "./sentence-words.js";

export { indexOf };

const VALUES = ["goals", "stage", "languages", "time", "zone", "place", "commitment", "formats"];
const LONGEST = 2000;

/** @param {string} sentence @param {import("./sentence-lexicon.js").Lexicon} lexicon @returns {Asked} */
export function read(sentence, lexicon) {
  const { text, words: typed } = wordsOf([...sentence].slice(0, LONGEST).join(""));
  const words = corrected(typed, lexicon);
  const found = besideLanguages(words, termSpans(words, lexicon), lexicon);
  const general = (span) => span.at.length === 1 && lexicon.generic.has(words[span.first].key);
  const spans = found.filter((span) => meant(words, span, found, lexicon) && !general(span));
  const { told, cueWords } = roles(words, spans, lexicon);
  const termWords = new Set(spans.flatMap((span) => span.at));
  const { values, used } = valuesIn(text, words, termWords, lexicon);
  /** @type {any} */
  const sorted = sortedOut(text, words, spans, told, lexicon);
  const understood = sorted.skills.length + sorted.topics.length > 0;
  const tells = (word) => (isSign(word) ? !understood : tellsByItself(word, lexicon));
  const left = words.filter((word, at) => ![termWords, used, cueWords].some((one) => one.has(at)) && tells(word));
  const heard = Object.fromEntries(VALUES.map((part) => [part, values.get(part) ?? []]));
  return /** @type {any} */ ({
    ...sorted,
    ...heard,
    text: joinedSigns(left),
  });
}

function tellsByItself({ key }, lexicon) {
  return !lexicon.stops.has(key) && !/^\p{Nd}+$/u.test(key) && [...key].length > 1;
}

/** Leave out what is part of a longer phrase that names a language: "German speaking" is no public speaking. */
function besideLanguages(words, spans, lexicon) {
  const named = phraseSpans(words, lexicon.values, lexicon.lengths[2]).filter(({ means }) =>
    means.some(([part]) => part === "languages"),
  );
  const inside = (span, one) => one.at.length > span.at.length && one.at.some((at) => span.at.includes(at));
  return spans.filter((span) => !named.some((one) => inside(span, one)));
}

function sortedOut(text, words, spans, told, lexicon) {
  /** @type {Record<string, Map<string, HeardTerm>>} */
  const by = { "": new Map(), [AVOID]: new Map(), [KNOWN]: new Map() };
  spans.forEach((span, number) => {
    const role = told[number];
    for (const term of span.means) {
      const [kind, value] = lexicon.terms[term];
      const there = by[role === AVOID || (role === KNOWN && kind !== "topics") ? role : ""];
      const key = `${kind} ${value}`;
      if (!there.has(key)) there.set(key, { kind, value, words: asTyped(text, words, span) });
    }
  });
  let known = [...by[KNOWN]].filter(([key]) => !by[""].has(key) && !by[AVOID].has(key));
  let want = [...by[""]].filter(([key]) => !by[AVOID].has(key));
  if (!want.some(([, { kind }]) => kind === "skills" || kind === "topics")) {
    want = [...want, ...known];
    known = [];
  }
  const wanted = (kind) => want.filter(([, term]) => term.kind === kind).map(([, { value, words }]) => ({ value, words }));
  return {
    ...Object.fromEntries(TERMS.map((kind) => [kind, wanted(kind)])),
    avoid: [...by[AVOID].values()],
    known: known.map(([, term]) => term),
  };
}
