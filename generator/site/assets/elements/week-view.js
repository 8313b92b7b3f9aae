/** The week strip of a profile in the visitor's own time, with the mentor's one tap away. */

import { element, slotsOf } from "../lib/dom.js";
import { dayOf, ownZone } from "../lib/local-time.js";
import { _ } from "../lib/messages.js";
import { changeInWords, cityOf, common, distanceInWords, distances, linesOf, moved } from "../lib/week.js";

/** @param {HTMLElement} part @param {import("../match/learner.js").Learner} learner @param {string} name of the mentor */
export function showWeek(part, learner, name) {
  const mine = learner.timezone || ownZone();
  const today = dayOf(new Date());
  const { zone } = part.dataset;
  const windows = part.dataset.windows.split(", ");
  const apart = mine ? distances(zone, mine, today) : [];
  const slot = slotsOf(part);
  const whose = slot("whose");
  whose.dataset.theirs ??= whose.textContent;
  if (!apart.length) return;
  const own = learner.windows ?? [];
  const weeks = {
    mine: {
      note: _("Your time, {city}. {name} is {distance}.", { city: cityOf(mine), name, distance: distanceInWords(apart[0].ahead) }),
      spans: moved(windows, apart[0].ahead), both: own, change: changeInWords(apart, today),
    },
    theirs: { note: whose.dataset.theirs, spans: moved(windows, 0), both: [], change: "" },
  };
  if (apart[0].ahead === 0) weeks.mine.note = _("Your time, {city}. {name} has the same clock.", { city: cityOf(mine), name });
  const show = (/** @type {"mine" | "theirs"} */ which) => {
    const { note, spans, both, change } = weeks[which];
    const shared = common(spans, moved(both, 0));
    whose.textContent = [note, change].filter(Boolean).join(" ");
    draw(part, spans, shared);
    slot("lines").replaceChildren(...linesOf(spans).map(({ days, times }) => lineOf(days, times)));
    showKey(part, name, shared.length > 0);
  };
  show("mine");
  if (apart[0].ahead !== 0 || apart.length > 1) offerBoth(part, name, show);
}

function lineOf(days, times) {
  const line = document.createElement("li");
  line.append(element("b", days), ` ${times}`);
  return line;
}

/** Draw bars of hours into the seven days that are there. */
function draw(part, spans, shared) {
  part.querySelectorAll(".lo-week svg").forEach((day, at) => {
    const here = spans.filter((span) => span.day === at);
    const scale = day.viewBox.baseVal.height / 1440;
    day.replaceChildren(...here.map((span) => bar(day, span, scale, "")), ...shared.filter((span) => span.day === at).map((span) => bar(day, span, scale, "both")));
    day.parentElement.classList.toggle("has", here.length > 0);
  });
}

function bar(day, { from, to }, scale, name) {
  const rect = document.createElementNS(day.namespaceURI, "rect");
  for (const [attribute, value] of Object.entries({ x: 1, width: 8, rx: 1.5, y: from * scale, height: (to - from) * scale })) rect.setAttribute(attribute, String(value));
  if (name) rect.setAttribute("class", name);
  return rect;
}

function showKey(part, name, shared) {
  part.querySelector(".lo-week__key")?.remove();
  if (!shared) return;
  const key = element("p", "", "lo-week__key");
  key.append(element("span", _("you’re both free"), "both"), element("span", _("{name} is free", { name })));
  part.querySelector(".lo-week").after(key);
}

/** @param {(which: "mine" | "theirs") => void} show */
function offerBoth(part, name, show) {
  if (part.querySelector(".lo-choices")) return;
  const choices = element("div", "", "lo-choices");
  choices.setAttribute("role", "group");
  choices.setAttribute("aria-label", _("Whose time"));
  for (const [which, words] of /** @type {const} */ ([["mine", _("My time")], ["theirs", _("{name}’s time", { name })]])) {
    const label = document.createElement("label");
    const field = Object.assign(document.createElement("input"), { type: "radio", name: "whose-time", checked: which === "mine" });
    field.addEventListener("change", () => show(which));
    label.append(field, element("span", words));
    choices.append(label);
  }
  part.prepend(choices);
}
