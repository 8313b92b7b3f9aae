/** Suggests time zones for what people type: a city, a country, an abbreviation, or a part of a zone's name. */

import { plain, zonesMeant } from "../profile/known.js";
import { Suggestions } from "./suggestions.js";

const MOST = 7;

/**
 * @param {HTMLElement} field @param {() => import("../profile/known.js").Known} known @param {() => void} changed
 */
export function zoneSuggestions(field, known, changed) {
  const input = field.querySelector("input");
  return new Suggestions(input, field.querySelector("[role=listbox]"), (text) => {
    const wanted = plain(text);
    const meant = zonesMeant(text, known());
    const named = [...known().zones].filter((zone) => plain(zone).includes(wanted));
    return [...new Set([...meant, ...named])].slice(0, MOST).map((zone) => ({
      label: zone.replaceAll("_", " "),
      take: () => {
        input.value = zone;
        changed();
      },
    }));
  });
}
