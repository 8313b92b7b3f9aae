/** A page is as old as its build. A pause that is over by now is no longer shown, without waiting for the next build. */

import { dayOf } from "./local-time.js";

/** Take out what was so until a day that has passed, and put in what is so from then on; that may have an end itself. @param {ParentNode} part @param {string} [today] in UTC */
export function endPauses(part, today = dayOf(new Date())) {
  for (const one of /** @type {NodeListOf<HTMLElement>} */ (part.querySelectorAll("[data-until]"))) {
    if (String(one.dataset.until) >= today) continue;
    if (one instanceof HTMLTemplateElement) {
      endPauses(one.content, today);
      one.replaceWith(one.content);
    } else one.remove();
  }
}
