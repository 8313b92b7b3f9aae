/**
 * Opens a profile that is there already, by its name on this site or as a pasted file, and gives it back with only the
 * changes. The YAML library is fetched when someone does that.
 */

import { _ } from "../lib/messages.js";
import { editedText, fieldsIn, unified, withIds } from "../profile/edit.js";
import { loginFrom } from "../profile/proposal.js";

/** A file as it was before it is changed. */
export class Original {
  #yaml;

  /** @param {string} text @param {string} stem of its name, or nothing where it was pasted @param {any} yaml */
  constructor(text, stem, yaml) {
    this.#yaml = yaml;
    this.text = unified(text);
    this.fields = fieldsIn(this.text, yaml);
    this.stem = stem || this.fields?.github?.toLowerCase() || "";
  }

  /** @param {import("../profile/known.js").Known} known @returns {Record<string, any>} with ids for what people call things */
  read(known) {
    return withIds(this.fields ?? {}, known);
  }

  /** @param {Record<string, any>} after @param {string[]} order @returns {string} */
  edited(after, order) {
    return editedText(this.text, after, order, this.#yaml);
  }
}

/** @param {string} text @param {string} [stem] @returns {Promise<Original>} */
export async function originalFrom(text, stem = "") {
  return new Original(text, stem, await import("../vendor/yaml.js"));
}

/**
 * Let someone open a profile. @param {HTMLElement} page @param {(original: Original) => void} open
 * @returns {(handle: string) => void} what opens the profile of a handle
 */
export function offerToEdit(page, open) {
  const box = page.querySelector("[data-opener]");
  const said = box.querySelector("[data-slot=opened]");
  const [name, pasted] = [box.querySelector("#f-open"), box.querySelector("#f-paste")];
  const take = async (text, stem) => {
    const original = await originalFrom(text, stem);
    if (!original.fields) said.textContent = _("This isn't a profile that can be read. Open it on GitHub: the check there says what's wrong.");
    else {
      said.textContent = "";
      box.open = false;
      open(original);
    }
  };
  const find = async (written) => {
    const handle = loginFrom(written).toLowerCase();
    if (!handle) return name.focus();
    try {
      const answer = await fetch(`${page.dataset.root}api/mentors/${encodeURIComponent(handle)}.yml`);
      if (!answer.ok) throw new Error(answer.statusText);
      await take(await answer.text(), handle);
    } catch {
      said.textContent = _("There is no listed mentor with this name here. Paste your file below instead.");
    }
  };
  box.querySelector("[data-do=open]").addEventListener("click", () => find(name.value));
  name.addEventListener("keydown", (event) => event.key === "Enter" && find(name.value));
  box.querySelector("[data-do=read]").addEventListener("click", () => take(pasted.value, ""));
  const asked = new URLSearchParams(location.hash.slice(1)).get("edit");
  if (asked) find(asked);
  return find;
}
