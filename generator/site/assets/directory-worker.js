/**
 * Answer searches away from the page: load the facets first, cards when they are shown, and all cards
 * only when somebody searches for words.
 *
 * In: {id, base, search, from, limit, counted}. Out: {id, total, complete, counts, cards, facets} or
 * {id, failed: true}; `facets` holds values, labels and sizes and comes once, with the first answer.
 */

import { membersOf } from "./bits.js";
import { cardOf } from "./cards.js";
import { readIndex, VERSION } from "./columns.js";
import { lexiconOf } from "./lexicon.js";
import { find } from "./query.js";
import { TextIndex } from "./text.js";

const AT_ONCE = 8;
let directory = null;
let told = false;
let latest = 0;

self.addEventListener("message", ({ data }) => {
  latest = data.id;
  answer(data).catch(() => self.postMessage({ id: data.id, failed: true }));
});

async function answer(question, cache = "default") {
  directory ??= open(question.base, cache);
  try {
    const opened = await directory;
    if (question.search.text.trim() && !opened.allRead) {
      await reply(question, opened, false);
      await readAllCards(opened, question.id);
      if (question.id !== latest) return;
    }
    await reply(question, opened, true);
  } catch (problem) {
    directory = null;
    told = false;
    // The site was built anew between two requests: start over once, past the browser's cache.
    if (cache === "default") return answer(question, "reload");
    throw problem;
  }
}

async function reply({ id, search, from, limit, counted }, opened, complete) {
  if (id !== latest) return;
  const { index, lexicon, texts } = opened;
  const { total, found, counts } = find(index, lexicon, texts, search, counted);
  const cards = await Promise.all(membersOf(found, from, limit).map((position) => readCard(opened, position)));
  const facets = told ? undefined : wordsOfFacets(index, counted);
  told = true;
  self.postMessage({ id, total, complete, counts, cards, facets });
}

async function open(base, cache) {
  const index = readIndex(await fetchJson(new URL("facets.json", base), cache));
  return { base, cache, index, lexicon: lexiconOf(index), texts: new TextIndex(), chunks: new Map(), allRead: false };
}

async function readCard(opened, position) {
  return cardOf(opened.index, await chunkOf(opened, Math.floor(position / opened.index.chunk)), position);
}

function chunkOf(opened, number) {
  if (!opened.chunks.has(number)) opened.chunks.set(number, readChunk(opened, number));
  return opened.chunks.get(number);
}

async function readChunk({ base, cache, index, texts }, number) {
  const chunk = await fetchJson(new URL(`cards/${number}.json`, base), cache);
  if (chunk.version !== VERSION || chunk.built !== index.built) throw new Error("The cards are not of this index.");
  chunk.github.forEach((login, at) => texts.add(number * index.chunk + at, [login, chunk.name[at], chunk.headline[at]]));
  return chunk;
}

async function readAllCards(opened, id) {
  const count = Math.ceil(opened.index.count / opened.index.chunk);
  for (let start = 0; start < count && id === latest; start += AT_ONCE) {
    const numbers = Array.from({ length: Math.min(AT_ONCE, count - start) }, (_, at) => start + at);
    await Promise.all(numbers.map((number) => chunkOf(opened, number)));
  }
  opened.allRead = opened.chunks.size === count;
}

async function fetchJson(address, cache) {
  const response = await fetch(address, { cache });
  if (!response.ok) throw new Error(`${address} answered ${response.status}.`);
  return response.json();
}

function wordsOfFacets(index, names) {
  return Object.fromEntries(
    names.map((name) => {
      const { values, labels, postings } = index.facets.get(name);
      return [name, { values, labels, sizes: postings.map((posting) => posting.size) }];
    }),
  );
}
