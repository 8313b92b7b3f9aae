/**
 * `<mentor-heartbeat>` says how long ago the bot looked at all requests. A page may be read long after it was built,
 * so the warning that the server decided on then is decided on again now.
 */

import { ageInWords, isOlder } from "../lib/relative-time.js";
import { slotsOf } from "../lib/dom.js";

class Heartbeat extends HTMLElement {
  connectedCallback() {
    const time = this.querySelector("time");
    if (!time) return;
    const slot = slotsOf(this);
    const then = new Date(time.dateTime);
    const now = new Date();
    slot("age").textContent = `, ${ageInWords(then, now)}`;
    slot("late").hidden = !isOlder(then, now, Number(this.dataset.hours));
  }
}

customElements.define("mentor-heartbeat", Heartbeat);
