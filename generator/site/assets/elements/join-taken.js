/** Whether this site has a page for a handle already: then that profile is changed, and none is written a second time. */

export class TakenHandles {
  /** @type {Map<string, boolean>} */
  #known = new Map();

  /** @param {string} root of the site @param {() => void} found what to do when one turns out to be taken */
  constructor(root, found) {
    this.root = root;
    this.found = found;
  }

  /** @param {string} handle @returns {boolean} */
  has(handle) {
    return this.#known.get(handle) === true;
  }

  /** Ask the site, once for each handle. @param {string} handle */
  async look(handle) {
    if (!handle || this.#known.has(handle)) return;
    this.#known.set(handle, false);
    try {
      const answer = await fetch(`${this.root}api/mentors/${encodeURIComponent(handle)}.yml`, { method: "HEAD" });
      this.#known.set(handle, answer.ok);
      if (answer.ok) this.found();
    } catch {
      // Without an answer GitHub says it: a file of that name is there.
      this.#known.delete(handle);
    }
  }
}
