/** Which parts of a list are shown: each chosen value has to be among the words that a part has under that name. */

/**
 * @param {Record<string, string>} chosen values by name; an empty one asks for nothing
 * @param {Record<string, string | undefined>} words of a part by name, with spaces between them
 * @returns {boolean}
 */
export function fitsFilters(chosen, words) {
  return Object.entries(chosen).every(([name, value]) => !value || (words[name] ?? "").split(" ").includes(value));
}

/**
 * @param {string} hash of an address, like "#kind=forum"
 * @param {readonly string[]} names
 * @returns {Record<string, string>} what it asks for, by these names
 */
export function filtersOf(hash, names) {
  const asked = new URLSearchParams(hash.replace(/^#/, ""));
  return Object.fromEntries(names.map((name) => [name, asked.get(name) ?? ""]));
}

/** @param {Record<string, string>} chosen @returns {string} the part of an address after its `#`, or "" */
export function hashOf(chosen) {
  return new URLSearchParams(Object.entries(chosen).filter(([, value]) => value)).toString();
}
