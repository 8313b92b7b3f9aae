/**
 * `<mentor-local-times>` shows the times in it on the visitor's own clock, and takes away what is over: a page may be
 * read long after it was built.
 */

import { slotsOf } from "../lib/dom.js";
import { ownZone } from "../lib/local-time.js";
import { LOCALE, _ } from "../lib/messages.js";
import { cityOf } from "../lib/week.js";

/** @type {Intl.DateTimeFormatOptions} */
const MOMENT = { weekday: "long", day: "numeric", month: "long", hour: "2-digit", minute: "2-digit" };

class LocalTimes extends HTMLElement {
  connectedCallback() {
    const now = Date.now();
    const moments = new Intl.DateTimeFormat(LOCALE, MOMENT);
    for (const row of this.querySelectorAll("li[data-until]")) {
      if (Date.parse(/** @type {HTMLElement} */ (row).dataset.until ?? "") < now) row.remove();
    }
    if (!this.querySelector("li[data-until]")) this.closest("[data-fades]")?.remove();
    for (const time of this.querySelectorAll("time")) {
      time.title = time.textContent ?? "";
      time.textContent = moments.formatRange(new Date(time.dateTime), new Date(time.dataset.until ?? time.dateTime));
    }
    const zone = ownZone();
    if (zone) slotsOf(this)("zone").textContent = _("Times are yours, in {city}.", { city: cityOf(zone) });
  }
}

customElements.define("mentor-local-times", LocalTimes);
