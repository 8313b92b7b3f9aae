/**
 * `<mentor-heartbeat>` shows how long ago the bot last checked all requests. A page may be read long after it was built,
 * so the warning that the server decided on then is decided on again now.
 */

import { relativeTime, isOlder } from "../lib/relative-time.js";
import { slotsOf } from "../lib/dom.js";

class Heartbeat extends HTMLElement {
  connectedCallback() {
    const time = this.querySelector("time");
    if (!time) return;
    const slot = slotsOf(this);
    const then = new Date(time.dateTime);
    const now = new Date();
    slot("age").textContent = ` (${relativeTime(then, now)})`;
    slot("late").hidden = !isOlder(then, now, Number(this.dataset.hours));
  }
}

customElements.define("mentor-heartbeat", Heartbeat);
