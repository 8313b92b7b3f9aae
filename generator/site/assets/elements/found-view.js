/** Mark on a card what was searched for, and say by what else a mentor was found. */

import { element } from "../lib/dom.js";
import { _, listed, N_, ngettext } from "../lib/messages.js";

/** How each list is named on a card, in the words of the profile. @type {Record<string, string>} */
const LISTS = {
  skills: N_("Skill: {label}"), topics: N_("Likes to talk about {label}"), domains: N_("Field: {label}"), career_paths: N_("Knows the career {label}"),
  timezone: N_("Time zone: {label}"), programs: N_("Takes part in {label}"), background: N_("Perspective: {label}"), affiliations: N_("Affiliation: {label}"),
}; // prettier-ignore

/** @param {(name: string) => HTMLElement} slot of a card @param {import("../search/matched.js").Found} found */
export function showFound(slot, found) {
  for (const name of /** @type {const} */ (["name", "headline", "languages", "place"])) mark(slot(name), found[name]);
  const list = slot("found");
  const lines = sentencesOf(found.terms).map((sentence) => element("li", sentence));
  const help = found.helps.map((pieces) => quote(_("Can help with:"), pieces));
  const bio = found.written ? [quote(_("In their own words:"), found.written)] : [];
  list.replaceChildren(...lines, ...help, ...bio);
  list.hidden = !list.children.length;
}

/** @param {string} label of a skill by which someone was found @returns {HTMLElement} its chip */
export function foundSkill(label) {
  const chip = element("li", "", "lo-chip");
  chip.append(element("mark", label));
  return chip;
}

/** What is part of the same broader term is one sentence. @param {import("../search/matched.js").Term[]} terms @returns {string[]} */
function sentencesOf(terms) {
  const groups = new Map();
  for (const { facet, label, of, introduced } of terms) {
    const key = `${of || label} ${of ? "" : facet} ${introduced}`;
    groups.set(key, { facet, of, introduced, labels: [...(groups.get(key)?.labels ?? []), label] });
  }
  return [...groups.values()].map(({ facet, of, introduced, labels }) => {
    const narrower = listed(labels);
    if (of && introduced) return _("Can get you started with {narrower}, part of {broader}", { narrower, broader: of });
    if (of) return ngettext("{narrower} is part of {broader}", "{narrower} are part of {broader}", labels.length, { narrower, broader: of });
    return introduced ? _("Can get you started with {skill}", { skill: narrower }) : _(LISTS[facet] ?? "{label}", { label: narrower });
  });
}

function quote(title, pieces) {
  const line = element("li", `${title} `);
  const words = element("span", "");
  mark(words, pieces);
  line.append(words);
  return line;
}

function mark(part, pieces) {
  if (!pieces) return;
  part.replaceChildren(...pieces.map(({ text, hit }) => (hit ? element("mark", text) : document.createTextNode(text))));
}
