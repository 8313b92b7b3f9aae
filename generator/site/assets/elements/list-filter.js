/**
 * `<mentor-list-filter>` lets people choose what a list shows. The whole list is in the page, so it works without
 * scripts too. What was chosen is after the `#` of the address, which is sent to nobody.
 */

import { slotsOf } from "../lib/dom.js";
import { filtersOf, fitsFilters, hashOf } from "../lib/list-filter.js";
import { ngettext } from "../lib/messages.js";

class ListFilter extends HTMLElement {
  connectedCallback() {
    const form = this.querySelector("form");
    if (!form) return;
    const selects = [...form.querySelectorAll("select")];
    form.hidden = false;
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("change", () => {
      const asked = hashOf(this.#chosen(selects));
      history.replaceState(null, "", asked ? `#${asked}` : location.pathname + location.search);
      this.#show(selects);
    });
    this.querySelector("[data-reset]")?.addEventListener("click", () => {
      form.reset();
      form.dispatchEvent(new Event("change"));
      selects[0]?.focus();
    });
    addEventListener("hashchange", () => this.#read(selects));
    this.#read(selects);
    this.dataset.ready = "";
  }

  /** @param {HTMLSelectElement[]} selects */
  #read(selects) {
    const asked = filtersOf(location.hash, selects.map(({ name }) => name));
    for (const select of selects) select.value = asked[select.name];
    for (const select of selects) if (select.selectedIndex < 0) select.value = "";
    this.#show(selects);
  }

  /** @param {HTMLSelectElement[]} selects */
  #chosen(selects) {
    return Object.fromEntries(selects.map(({ name, value }) => [name, value]));
  }

  /** @param {HTMLSelectElement[]} selects */
  #show(selects) {
    const chosen = this.#chosen(selects);
    const slot = slotsOf(this);
    let shown = 0;
    for (const section of this.querySelectorAll("section")) {
      const rows = [...section.querySelectorAll("li")];
      for (const row of rows) row.hidden = !fitsFilters(chosen, row.dataset);
      const here = rows.filter((row) => !row.hidden).length;
      section.hidden = !here;
      shown += here;
    }
    slot("none").hidden = shown > 0;
    slot("count").textContent = ngettext("{count} link", "{count} links", shown);
  }
}

customElements.define("mentor-list-filter", ListFilter);
