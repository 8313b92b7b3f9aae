/**
 * Answer searches away from the page: load the facets first, cards when they are shown, all cards only when someone
 * searches for words or sorts by name, what a match needs only once goals are stated, and texts only when asked to.
 *
 * In: {id, base, ...} with a Question of finder.js, or with `terms: true` for the vocabularies, or with `explain` and
 * mentors of the API. Out: {id, failed: true}, or {id, total, complete, counts, cards, facets, presets, advice,
 * corrections, unknown, leftOut} where `facets` holds values, labels and sizes and comes once; {id, terms}; {id, explained}.
 */

import { cardOf, handleAt } from "./cards.js";
import { DirectoryFiles } from "./directory-files.js";
import { Finder } from "./finder.js";

let directory = null;
let told = false;
let latest = 0;

self.addEventListener("message", ({ data }) => {
  if (data.search) latest = data.id;
  respond(data).catch(() => self.postMessage({ id: data.id, failed: true }));
});

async function respond(question, cache = "default") {
  directory ??= open(question.base, cache);
  try {
    const opened = await directory;
    if (question.terms) return await tellTerms(question, opened);
    if (question.explain) return await explain(question, opened);
    await answer(question, opened);
  } catch (problem) {
    directory = null;
    told = false;
    // The site was built again between two requests: start over once, past the browser's cache.
    if (cache === "default") return respond(question, "reload");
    throw problem;
  }
}

async function open(base, cache) {
  const files = await new DirectoryFiles(base, cache).open();
  return { files, finder: new Finder(files.opened) };
}

async function answer(question, { files, finder }) {
  const { search, learner } = question;
  const wanted = () => question.id === latest;
  const words = search.text.trim() !== "";
  if (learner) await openMatch(files, finder);
  else if (search.common) await files.openMatch();
  if (words || Object.keys(search.chosen).length) finder.found ??= await import("./found.js");
  if (words && !files.opened.names) await reply(question, files, finder, false);
  if (words || search.sort === "name") await files.readAllCards(wanted);
  if (words) await files.readAllHelps(wanted);
  if (words && search.written) await files.readAllTexts(wanted);
  if (wanted()) await reply(question, files, finder, true);
}

async function reply(question, files, finder, complete) {
  if (question.id !== latest) return;
  const { index } = files.opened;
  const answered = finder.answer(question, complete);
  const { finding, positions, matched, presets, advice, unknown } = answered;
  const cards = await Promise.all(
    positions.map(async (position) => {
      const [chunk, words] = await Promise.all([files.cardsAt(position), files.wordsAt(position)]);
      const card = cardOf(index, chunk, position);
      return { ...card, ...finder.reasons(position, card, matched), found: finder.matched(position, card, words, answered) };
    }),
  );
  const leftOut = complete ? finder.leftOut(question, answered, await whoIsWho(files, finding)) : [];
  const facets = told ? undefined : wordsOfFacets(index);
  told = true;
  const { total, counts, corrections } = finding;
  self.postMessage({ id: question.id, total, complete, counts, cards, facets, presets, advice, corrections, unknown, leftOut });
}

/** Cards are all here once words were searched, so that who was left out can be named at once. */
async function whoIsWho(files, { parts }) {
  const { index, names } = files.opened;
  if (!parts.has("text") || !names) return () => ({ handle: "", github: "", name: "" });
  const chunks = await Promise.all(Array.from({ length: Math.ceil(index.count / index.chunk) }, (_, at) => files.cardsAt(at * index.chunk)));
  return (position) => {
    const chunk = chunks[Math.floor(position / index.chunk)];
    const at = position % index.chunk;
    return { handle: handleAt(chunk, at), github: chunk.github[at], name: names[position] };
  };
}

/** The vocabularies are asked for when someone is about to state goals. */
async function tellTerms({ id }, { files, finder }) {
  await openMatch(files, finder);
  const { vocabularies } = files.opened.match;
  const terms = Object.fromEntries(
    Object.entries(vocabularies).map(([kind, list]) => [kind, list.map((term) => ({ id: term.id, label: term.label, synonyms: term.synonyms ?? [] }))]),
  );
  self.postMessage({ id, terms });
}

async function explain({ id, explain: mentors, learner, today }, { files, finder }) {
  await openMatch(files, finder);
  self.postMessage({ id, explained: finder.explain(mentors, learner, today) });
}

/** What compares goals with mentors, and what it needs to know of them. */
async function openMatch(files, finder) {
  const [matching] = await Promise.all([finder.matching ?? import("./matching.js"), files.openMatch()]);
  finder.matching = matching;
}

function wordsOfFacets({ choices }) {
  const told = [...choices].filter(([, { labels }]) => labels);
  return Object.fromEntries(
    told.map(([name, { values, labels, postings }]) => [name, { values, labels, sizes: postings.map(({ size }) => size) }]),
  );
}
