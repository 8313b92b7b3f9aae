/** Fetch the files of one index, each once, and refuse those of another build. */

import { handleAt } from "./cards.js";
import { vocabulariesOf } from "./decode-mentor.js";
import { readIndex, VERSION, withColumns } from "./columns.js";
import { lexiconOf } from "./lexicon.js";
import { withReach } from "./reach.js";
import { TextIndex } from "./text.js";

const AT_ONCE = 8;

export class DirectoryFiles {
  #base;
  #cache;
  #chunks = new Map();
  #helps = new Map();
  #texts = new Map();
  #match = null;
  #vocabulary = null;

  /** What the files gave so far, as finder.js reads it; made by `open`. */
  opened = null;

  /** @param {string} base the address of the index's folder @param {RequestCache} cache */
  constructor(base, cache) {
    this.#base = base;
    this.#cache = cache;
  }

  /** @returns {Promise<DirectoryFiles>} itself, once facets are here, and which terms are part of which */
  async open() {
    const [facets, vocabulary] = await Promise.all(["facets.json", "vocabulary.json"].map((name) => this.#fetchJson(name)));
    const plain = readIndex(facets);
    this.#refuseOthers("vocabulary.json", vocabulary, plain);
    const index = withReach(plain, vocabulary);
    this.#vocabulary = vocabulary;
    const texts = { people: new TextIndex(), headlines: new TextIndex(), helps: new TextIndex() };
    this.opened = { index, lexicon: lexiconOf(index), texts, match: null, names: null };
    return this;
  }

  /** Fetch what a match counts. */
  async openMatch() {
    this.#match ??= this.#fetchOwn("match.json");
    const match = await this.#match;
    this.opened.match ??= this.#takeMatch(match, this.#vocabulary);
  }

  #takeMatch(match, vocabulary) {
    const { index } = this.opened;
    this.opened.index = withColumns(index, match);
    return { vocabularies: vocabulariesOf(index, vocabulary), settings: match.settings };
  }

  /** @param {number} position @returns {Promise<any>} the chunk of cards that holds it */
  cardsAt(position) {
    return this.#chunk(Math.floor(position / this.opened.index.chunk));
  }

  #chunk(number) {
    if (!this.#chunks.has(number)) this.#chunks.set(number, this.#readChunk(number));
    return this.#chunks.get(number);
  }

  async #readChunk(number) {
    const chunk = await this.#fetchOwn(`cards/${number}.json`);
    const { index, texts } = this.opened;
    chunk.github.forEach((login, at) => {
      texts.people.add(number * index.chunk + at, [login ?? handleAt(chunk, at), chunk.name[at]]);
      texts.headlines.add(number * index.chunk + at, [chunk.headline[at]]);
    });
    return chunk;
  }

  /** Fetch all cards, while `wanted` says that someone still waits. @param {() => boolean} wanted */
  async readAllCards(wanted) {
    if (this.opened.names) return;
    const chunks = await this.#readAll((number) => this.#chunk(number), wanted);
    if (chunks) this.opened.names = chunks.flatMap((chunk) => chunk.name);
  }

  /** Fetch what mentors say they can help with. @param {() => boolean} wanted */
  async readAllHelps(wanted) {
    await this.#readAllOf("helps", this.#helps, this.opened.texts.helps, wanted);
  }

  /** Fetch what mentors wrote about themselves. @param {() => boolean} wanted */
  async readAllTexts(wanted) {
    this.opened.texts.written ??= new TextIndex();
    await this.#readAllOf("texts", this.#texts, this.opened.texts.written, wanted);
  }

  /** @param {number} position @returns {Promise<{helps: string[], written: string}>} what one mentor wrote, of what is here */
  async wordsAt(position) {
    const { chunk } = this.opened.index;
    const read = async (chunks) => (await chunks.get(Math.floor(position / chunk)))?.[position % chunk];
    return { helps: linesOf(await read(this.#helps)), written: (await read(this.#texts)) ?? "" };
  }

  async #readAllOf(name, chunks, into, wanted) {
    await this.#readAll((number) => {
      if (!chunks.has(number)) chunks.set(number, this.#readTexts(name, number, into));
      return chunks.get(number);
    }, wanted);
  }

  async #readTexts(name, number, into) {
    const { [name]: texts } = await this.#fetchOwn(`${name}/${number}.json`);
    const { index } = this.opened;
    texts.forEach((text, at) => text && into.add(number * index.chunk + at, linesOf(text)));
    return texts;
  }

  async #readAll(read, wanted) {
    const { index } = this.opened;
    const count = Math.ceil(index.count / index.chunk);
    const all = [];
    for (let start = 0; start < count; start += AT_ONCE) {
      if (!wanted()) return null;
      const numbers = Array.from({ length: Math.min(AT_ONCE, count - start) }, (_, at) => start + at);
      all.push(...(await Promise.all(numbers.map(read))));
    }
    return all;
  }

  async #fetchOwn(name) {
    const file = await this.#fetchJson(name);
    this.#refuseOthers(name, file, this.opened.index);
    return file;
  }

  #refuseOthers(name, { version, built }, index) {
    if (version !== VERSION || built !== index.built) throw new Error(`${name} is not of this index.`);
  }

  async #fetchJson(name) {
    const address = new URL(name, this.#base);
    const response = await fetch(address, { cache: this.#cache });
    if (!response.ok) throw new Error(`${address} answered ${response.status}.`);
    return response.json();
  }
}

function linesOf(text) {
  return text ? text.split("\n") : [];
}
