/** Keep the drop-downs of filters in step with a search: choices, how many each would leave, and what is chosen. */

/** Facets whose choices have an order of their own; the others are sorted by their words. */
const ORDERED = new Set(["commitment", "formats", "stages_supported", "availability"]);
// Ids are kebab-case, so a comma can join several that an address names at once.
const JOINT = ",";

/**
 * Fill one drop-down with what anybody has. Its first option, for any value, is the page's own and stays.
 * @param {HTMLSelectElement} select @param {string} name the facet's
 * @param {{values: string[], labels: string[], sizes: number[]}} facet with how many mentors have each value
 */
export function fillChoices(select, name, { values, labels, sizes }) {
  const order = [...values.keys()].filter((value) => sizes[value]);
  if (!ORDERED.has(name)) order.sort((one, other) => labels[one].localeCompare(labels[other]));
  const options = order.map((value) => new Option(labels[value], values[value]));
  select.replaceChildren(select.options[0], ...options);
}

/**
 * Show what is chosen and how many mentors each choice would leave; nobody can walk into an empty result.
 * @param {HTMLSelectElement} select @param {{values: string[], labels: string[]}} facet
 * @param {number[]} counts in the order of the facet's values @param {string[]} chosen value ids
 */
export function showCounts(select, { values, labels }, counts, chosen) {
  showChosen(select, chosen, (id) => labels[values.indexOf(id)] ?? id);
  const places = new Map(values.map((id, value) => [id, value]));
  for (const option of select.options) {
    const value = places.get(option.value);
    if (value === undefined) continue;
    const text = `${labels[value]} (${counts[value].toLocaleString("en")})`;
    if (option.textContent !== text) option.textContent = text;
    option.disabled = counts[value] === 0 && !option.selected;
  }
}

/**
 * Select what a search has chosen. Several values, which only an address can name, become one option of their own.
 * @param {HTMLSelectElement} select @param {string[]} chosen @param {(id: string) => string} label
 */
export function showChosen(select, chosen, label) {
  select.querySelector("option[data-joint]")?.remove();
  const wanted = chosen.join(JOINT);
  if (![...select.options].some((option) => option.value === wanted)) {
    const option = new Option(chosen.map(label).join(" or "), wanted);
    option.dataset.joint = "";
    select.append(option);
  }
  select.value = wanted;
}

/** @param {HTMLSelectElement} select @returns {string[]} the value ids a drop-down stands for */
export function chosenIn(select) {
  return select.value.split(JOINT).filter(Boolean);
}
