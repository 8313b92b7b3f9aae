/** Fetch the files of one index, each once, and refuse those of another build. */

import { vocabulariesOf } from "./decode-mentor.js";
import { readIndex, VERSION, withColumns } from "./columns.js";
import { lexiconOf } from "./lexicon.js";
import { TextIndex } from "./text.js";

const AT_ONCE = 8;

export class DirectoryFiles {
  #base;
  #cache;
  #chunks = new Map();
  #texts = new Map();
  #match = null;

  /** What the files gave so far, as finder.js reads it; made by `open`. */
  opened = null;

  /** @param {string} base the address of the index's folder @param {RequestCache} cache */
  constructor(base, cache) {
    this.#base = base;
    this.#cache = cache;
  }

  /** @returns {Promise<DirectoryFiles>} itself, once facets are here */
  async open() {
    const index = readIndex(await this.#fetchJson("facets.json"));
    this.opened = { index, lexicon: lexiconOf(index), texts: { names: new TextIndex() }, match: null, names: null };
    return this;
  }

  /** Fetch what a match counts. */
  async openMatch() {
    this.#match ??= Promise.all([this.#fetchOwn("match.json"), this.#fetchOwn("vocabulary.json")]);
    const [match, vocabulary] = await this.#match;
    this.opened.match ??= this.#takeMatch(match, vocabulary);
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
    chunk.github.forEach((login, at) => texts.names.add(number * index.chunk + at, [login, chunk.name[at], chunk.headline[at]]));
    return chunk;
  }

  /** Fetch all cards, while `wanted` says that someone still waits. @param {() => boolean} wanted */
  async readAllCards(wanted) {
    if (this.opened.names) return;
    const chunks = await this.#readAll((number) => this.#chunk(number), wanted);
    if (chunks) this.opened.names = chunks.flatMap((chunk) => chunk.name);
  }

  /** Fetch what mentors wrote. @param {() => boolean} wanted */
  async readAllTexts(wanted) {
    const { texts } = this.opened;
    texts.written ??= new TextIndex();
    await this.#readAll((number) => {
      if (!this.#texts.has(number)) this.#texts.set(number, this.#readTexts(number));
      return this.#texts.get(number);
    }, wanted);
  }

  async #readTexts(number) {
    const { texts } = await this.#fetchOwn(`texts/${number}.json`);
    const { index } = this.opened;
    texts.forEach((text, at) => text && this.opened.texts.written.add(number * index.chunk + at, [text]));
    return true;
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
    if (file.version !== VERSION || file.built !== this.opened.index.built) throw new Error(`${name} is not of this index.`);
    return file;
  }

  async #fetchJson(name) {
    const address = new URL(name, this.#base);
    const response = await fetch(address, { cache: this.#cache });
    if (!response.ok) throw new Error(`${address} answered ${response.status}.`);
    return response.json();
  }
}
