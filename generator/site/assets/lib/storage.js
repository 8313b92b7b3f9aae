/**
 * Keep things in this browser and nowhere else. Directories that share a host do not share what is kept, and where a
 * browser keeps nothing, everything works until the page is left.
 */

/** One thing that is kept, as JSON. */
export class StoredValue {
  #key;
  #value = null;

  /** @param {string} name @param {string} root the address of the site's root */
  constructor(name, root) {
    this.#key = `lodestar ${new URL(root, document.baseURI).pathname} ${name}`;
  }

  /** @returns {any} null when nothing is kept */
  read() {
    try {
      return JSON.parse(localStorage.getItem(this.#key)) ?? this.#value;
    } catch {
      return this.#value;
    }
  }

  /** @param {unknown} value null forgets it */
  write(value) {
    this.#value = value;
    try {
      if (value === null) localStorage.removeItem(this.#key);
      else localStorage.setItem(this.#key, JSON.stringify(value));
    } catch {
      // A private window may keep nothing; the value above lasts as long as the page.
    }
  }

  /** @param {() => void} then when another tab changes it */
  onChange(then) {
    window.addEventListener("storage", ({ key }) => key === this.#key && then());
  }
}

/** Delete everything that this directory keeps in this browser, whatever wrote it. @param {string} root the address of the site's root */
export function forgetEverything(root) {
  const start = `lodestar ${new URL(root, document.baseURI).pathname} `;
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith(start)) localStorage.removeItem(key);
  } catch {
    // Where nothing is kept, there is nothing to delete.
  }
}
