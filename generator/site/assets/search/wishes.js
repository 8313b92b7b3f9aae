/**
 * Take one wish out of a search, or put a term in its place.
 *
 * @typedef {import("./url-state.js").Search} Search
 * @typedef {{part: string, value: string}} Wish as query.js names it; without a value it is the whole part
 */

/** @param {Search} search @param {Wish} wish @returns {Partial<Search>} what changes */
export function withoutWish({ text, chosen }, { part, value }) {
  if (part === "text") return { text: value ? withoutWords(text, value) : "" };
  if (part === "preset") return { preset: "" };
  if (part === "within" || part === "common") return { [part]: 0 };
  const { [part]: ids = [], ...others } = chosen;
  const left = value ? ids.filter((id) => id !== value) : [];
  return { chosen: left.length ? { ...others, [part]: left } : others };
}

/** @param {Search} search @param {string} typed a word that is no term @param {{kind: string, id: string}} term to search instead @returns {Partial<Search>} */
export function withTerm(search, typed, { kind, id }) {
  const ids = search.chosen[kind] ?? [];
  const chosen = { ...search.chosen, [kind]: [...new Set([...ids, id])] };
  return { text: withoutWords(search.text, typed), chosen };
}

/** Take words out of a text, however many spaces or signs are between and around them. */
function withoutWords(text, words) {
  const pieces = text.split(/\s+/).filter(Boolean);
  const wanted = keyOf(words);
  for (let length = pieces.length; length; length--) {
    for (let at = 0; at + length <= pieces.length; at++) {
      if (keyOf(pieces.slice(at, at + length).join(" ")) === wanted) return pieces.toSpliced(at, length).join(" ");
    }
  }
  const whole = pieces.findIndex((piece) => piece.toLowerCase().includes(words.toLowerCase()));
  return whole < 0 ? "" : pieces.toSpliced(whole, 1).join(" ");
}

function keyOf(words) {
  return words.normalize("NFKD").toLowerCase().replace(/[^\p{L}\p{N}+#]/gu, "");
}
