/**
 * Index the table of what a sentence is compared with, which the build writes. The twin of generator/ask/lexicon.py.
 *
 * @typedef {{terms: [number, string, string, string][]} & Record<string, any>} Table
 * @typedef {object} Lexicon
 * @property {Table} table
 * @property {[kind: string, id: string, label: string][]} terms
 * @property {Map<string, number[]>} phrases @property {Map<string, number[]>} joined
 * @property {Map<string, {parts: string[][], terms: number[]}[]>} gapped
 * @property {Map<string, string>} cues @property {Map<string, [string, string][]>} values
 * @property {Map<string, Record<string, Set<string>>>} friends @property {Map<string, Set<string>>} quiet
 * @property {Set<string>} learn @property {Set<string>} craft @property {Set<string>} stops
 * @property {Set<string>} generic @property {Set<string>} known
 * @property {Map<string, [string, number][]>} spelt
 * @property {[number, number, number]} lengths
 */

export const TERMS = ["skills", "topics", "domains", "career_paths"];
export const JOINED = 5;

/** @param {Table} table @returns {Lexicon} */
export function indexOf(table) {
  const phrases = new Map();
  const gapped = new Map();
  const joined = new Map();
  table.terms.forEach(([, , , spelt], number) => {
    for (const phrase of spelt ? spelt.split("|") : []) {
      if (phrase.includes("*")) addGapped(gapped, phrase, number);
      else {
        add(phrases, phrase, number);
        const whole = phrase.replaceAll(" ", "");
        if (whole.length >= JOINED) add(joined, whole, number);
      }
    }
  });
  const cues = new Map();
  for (const [kind, text] of Object.entries(table.cues)) for (const cue of text.split("|")) cues.set(cue, kind);
  const values = new Map();
  for (const [part, choices] of Object.entries(table.values)) {
    for (const [value, text] of Object.entries(choices)) {
      for (const phrase of text.split("|")) addOnce(values, phrase, [part, value]);
    }
  }
  const friends = new Map(Object.entries(table.friends).map(([word, rule]) => [word, setsOf(rule)]));
  const stops = setOf(table.stops);
  const known = new Set([...stops, ...setOf(table.common), ...friends.keys()]);
  for (const one of [phrases, cues, values]) for (const phrase of one.keys()) for (const key of phrase.split(" ")) known.add(key);
  return {
    table, phrases, gapped, joined, cues, values, friends, stops, known,
    terms: table.terms.map(([kind, id, label]) => [TERMS[kind], id, label]),
    quiet: new Map(Object.entries(table.quiet).map(([word, text]) => [word, setOf(text)])),
    learn: setOf(table.learn), craft: setOf(table.craft), generic: setOf(table.generic),
    spelt: byBeginning([...phrases.keys()].filter((key) => !key.includes(" ") && key.length >= JOINED)),
    lengths: [longest(phrases), longest(cues), longest(values)],
  }; // prettier-ignore
}

/** @param {string} word @returns {number} which letters it has, as bits */
export function lettersIn(word) {
  let letters = 0;
  for (const letter of word) letters |= 1 << (/** @type {number} */ (letter.codePointAt(0)) & 31);
  return letters;
}

function add(map, key, value) {
  const there = map.get(key);
  if (!there) map.set(key, [value]);
  else if (!there.includes(value)) there.push(value);
}

function addOnce(map, key, [part, value]) {
  const there = map.get(key) ?? [];
  if (!there.some(([one, other]) => one === part && other === value)) there.push([part, value]);
  map.set(key, there);
}

function addGapped(gapped, phrase, number) {
  const parts = phrase.split("*").map((part) => part.split(" ").filter(Boolean));
  if (!parts.every((part) => part.length)) return;
  const there = gapped.get(parts[0][0]) ?? [];
  there.push({ parts, terms: [number] });
  gapped.set(parts[0][0], there);
}

function setOf(text) {
  return new Set(text.split(" ").filter(Boolean));
}

function setsOf(rule) {
  return Object.fromEntries(Object.entries(rule).map(([name, text]) => [name, setOf(text)]));
}

function longest(map) {
  let most = 1;
  for (const phrase of map.keys()) most = Math.max(most, phrase.split(" ").length);
  return most;
}

function byBeginning(words) {
  const found = new Map();
  for (const word of words) add(found, [...word][0], word);
  return new Map([...found].map(([first, there]) => [first, there.map((word) => [word, lettersIn(word)])]));
}
