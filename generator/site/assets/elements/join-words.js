/** Words that a list of the form doesn't know: those of another list go there, and a whole sentence is read for what it means. */

import { _ } from "../lib/messages.js";
import { termOf } from "../profile/known.js";
import { isForOthers } from "./join-role.js";

export const KINDS = ["skills", "topics", "domains", "career_paths"];

export class JoinWords {
  /** @type {Promise<(text: string) => any> | undefined} */
  #reader;

  /**
   * @param {{root: string, known: import("../profile/known.js").Known, answers: Map<string, any>, places: Map<string, HTMLElement>, problems: import("./join-problems.js").JoinProblems}} form
   * @param {() => void} changed
   */
  constructor(form, changed) {
    this.form = form;
    this.changed = changed;
  }

  /**
   * A word of another list goes there, and so do the terms of a whole sentence.
   * @param {string} name of the field @param {string} words @returns {boolean} whether they meant something
   */
  elsewhere(name, words) {
    if (name === "languages") return false;
    const { known, answers, places, problems } = this.form;
    const kinds = this.#kindsFrom(name);
    const found = kinds.map((kind) => [kind, termOf(words, known.vocabularies[kind])]).filter(([, id]) => id);
    if (found.length !== 1) {
      this.#understand(name, words, kinds);
      return false;
    }
    const [kind, id] = found[0];
    const box = answers.get(kind)?.box;
    if (!box || kind === answers.get(name).box.reader.kind) return false;
    box.add(id);
    problems.tell(name, _("We put “{word}” under “{list}”.", { word: box.reader.label(id), list: places.get(kind).querySelector("label").textContent }));
    return true;
  }

  /** What someone wants to learn is nothing that they offer, and nothing goes where it isn't asked. @returns {string[]} */
  #kindsFrom(name) {
    const own = this.form.answers.get(name).box.reader.kind;
    return KINDS.filter((kind) => kind === own || (!name.startsWith("learning.") && !isForOthers(this.form.places.get(kind))));
  }

  /** Read words that no list has as the box on the first page does; what it hears replaces them. */
  async #understand(name, words, kinds) {
    try {
      this.#reader ??= Promise.all([import("../search/sentence.js"), fetch(`${this.form.root}api/directory/ask.json`).then((answer) => answer.json())]).then(([{ indexOf, read }, table]) => {
        const lexicon = indexOf(table);
        return (text) => read(text, lexicon);
      });
      const heard = (await this.#reader)(words);
      const found = kinds.flatMap((kind) => heard[kind].map(({ value }) => ({ kind, value })));
      const own = this.form.answers.get(name).box;
      if (!found.length || !own.chosen.some(({ value }) => value === words)) return;
      own.remove(words);
      for (const { kind, value } of found) (kind === own.reader.kind ? own : this.form.answers.get(kind).box).add(value);
      this.changed();
    } catch {
      // Without the table the words stay, and can be proposed.
    }
  }
}
