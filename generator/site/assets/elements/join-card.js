/** What others will see: the card, and what else will be on the page, while someone writes it. */

import { element, slotsOf } from "../lib/dom.js";
import { guessInitials, hueOf } from "../lib/initials.js";
import { _, LOCALE, listed, ngettext } from "../lib/messages.js";
import { timeInWords } from "../lib/wording.js";
import { isEmpty } from "../profile/proposal.js";

const ON_A_CARD = 3;
const ON_THE_CARD = new Set(["name", "github", "handle", "headline", "skills", "languages", "timezone", "commitment", "capacity", "location.country", "location.city", "offer_to_mentor", "seeking_mentor", "learning.skills", "learning.until"]);

/** @param {string} [day] */
function until(day) {
  return day ? _("Looking until {day}", { day: new Intl.DateTimeFormat(LOCALE, { dateStyle: "long", timeZone: "UTC" }).format(Date.parse(day)) }) : _("For 90 days at most");
}

export class CardPreview {
  /** @param {HTMLElement} page @param {(kind: string, id: string) => string} label */
  constructor(page, label) {
    this.slotOf = slotsOf(page);
    this.label = label;
  }

  /** @param {Record<string, any>} fields @param {string} stem @param {Map<string, any>} answers @param {Map<string, HTMLElement>} places */
  show(fields, stem, answers, places) {
    this.#said("card-name", fields.name);
    this.#said("card-headline", fields.headline);
    this.slotOf("initials").textContent = fields.name?.trim() ? guessInitials(fields.name.trim()) : "?";
    this.slotOf("face").dataset.hue = String(hueOf(stem));
    this.#skills("card-skills", fields.skills ?? []);
    this.#skills("card-learning", fields.learning?.skills ?? []);
    this.slotOf("card-until").textContent = until(fields.learning?.until);
    const spots = fields.capacity ?? 0;
    this.slotOf("face").querySelector(".lo-star").hidden = !spots;
    this.slotOf("card-spots").textContent = spots ? ngettext("{count} spot open", "{count} spots open", spots) : _("No spots open");
    this.slotOf("card-time").textContent = fields.commitment ? _("{time} a month", { time: timeInWords(fields.commitment) }) : "";
    this.slotOf("card-languages").textContent = (fields.languages ?? []).map((tag) => this.label("languages", tag)).join(", ") || "…";
    const { country, city } = fields.location ?? {};
    const named = country ? new Intl.DisplayNames([LOCALE], { type: "region" }).of(country) : "";
    this.slotOf("card-place").hidden = !named;
    this.slotOf("card-place-name").textContent = [city, named].filter(Boolean).join(", ");
    this.#rest(answers, places);
  }

  #said(name, text = "") {
    const slot = this.slotOf(name);
    slot.textContent = text.trim() ? text : slot.dataset.empty;
    slot.toggleAttribute("data-nothing", !text.trim());
  }

  #skills(slot, ids) {
    const chips = ids.slice(0, ON_A_CARD).map((id) => element("li", this.label("skills", id), "lo-chip"));
    if (ids.length > ON_A_CARD) chips.push(element("li", `+${ids.length - ON_A_CARD}`, "lo-chip"));
    this.slotOf(slot).replaceChildren(...(chips.length ? chips : [element("li", "…", "lo-chip lo-chip--no")]));
  }

  /** Everything else, under the name of its question. */
  #rest(answers, places) {
    const parts = [...answers].filter(([name, value]) => !ON_THE_CARD.has(name) && !isEmpty(value)).flatMap(([name, value]) => {
      const field = places.get(name);
      const text = field && this.#inWords(field, value);
      if (!text) return [];
      const said = element("dd", text);
      said.dir = "auto";
      return [element("dt", field.querySelector("legend, label").textContent ?? ""), said];
    }); // prettier-ignore
    this.slotOf("rest").replaceChildren(...parts);
    this.slotOf("page").hidden = !parts.length;
  }

  #inWords(field, value) {
    const { kind, of = "" } = field.dataset;
    if (kind === "terms") return listed(value.map((id) => this.label(of, id)));
    if (kind === "windows") return listed([...field.querySelectorAll("[data-slot=chosen] > li")].map((chip) => chip.textContent));
    if (kind === "lines") return value.join("\n");
    if (["one", "many", "ids", "yesno"].includes(kind ?? "")) return listed([...field.querySelectorAll("input:checked + span")].map((label) => label.textContent));
    return kind === "rows" ? value.map(({ day, at }) => `${day ?? ""} ${at ?? ""}`).join("\n") : String(value);
  }
}

