/** Rules on words that must be known: skills, topics, programs. The twin of generator/profiles/rules/words.py. */

import { _, N_ } from "../lib/messages.js";
import { fold } from "../search/tokenize.js";
import { closest, misspelt } from "./closest.js";
import { fieldName, quoted, violation } from "./violation.js";
import { yamlValue } from "./yaml-write.js";

/** @type {Record<string, string>} */
const NOT_KNOWN = {
  skills: N_("{word} is not a known skill"),
  topics: N_("{word} is not a known topic"),
  domains: N_("{word} is not a known domain"),
  career_paths: N_("{word} is not a known career path"),
};
/** @type {Record<string, string>} */
const CODES = { skills: "unknown-skill", topics: "unknown-topic", domains: "unknown-domain", career_paths: "unknown-career-path" };
/** @type {[path: string[], kind: string][]} */
const FIELDS = [
  [["skills"], "skills"], [["can_introduce"], "skills"], [["learning", "skills"], "skills"],
  [["topics"], "topics"], [["domains"], "domains"], [["career_paths"], "career_paths"],
]; // prettier-ignore
/** @type {Record<string, [message: string, folder: string, code: string]>} */
const FILES = {
  programs: [N_("{field} names {word}, but there is no such program"), "programs/", "unknown-program"],
  roadmaps: [N_("{field} names {word}, but there is no such roadmap"), "programs/roadmaps/", "unknown-roadmap"],
};
const SIGNS = [["++", " plus plus"], ["#", " sharp"], ["&", " and "], ["+", " plus"]]; // prettier-ignore
const LONGEST = 60;

/** @type {import("./times.js").Rule} */
export function termsAreKnown(fields, { vocabularies }) {
  return FIELDS.flatMap(([path, kind]) => {
    const words = path.reduce((part, name) => part?.[name], /** @type {any} */ (fields)) ?? [];
    const known = vocabularies[kind];
    return words.flatMap((word, at) => {
      if (!known.terms.size || known.terms.has(word)) return [];
      return [violation(CODES[kind], [...path, at], _(NOT_KNOWN[kind], { word: quoted(word) }), termHelp(word, known, kind))];
    });
  });
}

function termHelp(word, known, kind) {
  const file = vocabularyFile(kind);
  const line = newTermLine(word);
  const near = known.spellings.get(misspelt(fold(word), [...known.spellings.keys()]) ?? "");
  if (!near) return _("if it's new, add it to {file} in the same pull request: {line}", { file, line });
  return _("did you mean {word}? If it's new, add it to {file} in the same pull request: {line}", { word: quoted(near), file, line });
}

/** @param {string} kind @returns {string} */
export function vocabularyFile(kind) {
  return `vocabulary/${kind.replaceAll("_", "-")}.yml`;
}

/** @param {string} word @returns {string} the line that adds a word to a vocabulary */
export function newTermLine(word) {
  let plain = word.normalize("NFKD").replace(/[^\x00-\x7f]/g, "");
  for (const [sign, name] of SIGNS) plain = plain.replaceAll(sign, name);
  const id = trimmed(trimmed(plain.toLowerCase().replace(/[^a-z0-9]+/g, "-")).slice(0, LONGEST));
  const label = [...word.split(/\s+/).filter(Boolean).join(" ")].slice(0, LONGEST).join("");
  return `- ${yamlValue({ id: id || "the-id", label })}`;
}

function trimmed(id) {
  return id.replace(/^-+|-+$/g, "");
}

/** @type {import("./times.js").Rule} */
export function skillIsListedOnce({ skills = [], can_introduce: introduced = [] }) {
  return introduced.flatMap((word, at) => {
    if (!skills.includes(word)) return [];
    return [violation("skill-twice", ["can_introduce", at], _("{word} is also in 'skills'", { word: quoted(word) }), _("keep it in only one of the two lists"), "hint")];
  });
}

/** @type {import("./times.js").Rule} */
export function filesExist(fields, known) {
  return Object.entries(FILES).flatMap(([name, [message, folder, code]]) =>
    (fields[name] ?? []).flatMap((word, at) => {
      if (known[name].has(word)) return [];
      const near = closest(word.toLowerCase(), [...known[name].keys()].sort(), 0.8);
      const help = near ? _("did you mean {word}?", { word: quoted(near) }) : _("the files in {folder} are all there are; check the spelling or delete it", { folder });
      return [violation(code, [name, at], _(message, { field: quoted(fieldName([name])), word: quoted(word) }), help)];
    }),
  );
}
