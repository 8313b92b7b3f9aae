/**
 * On a mentor's page: save and share, the mentor's clock and hours beside the visitor's own, and why the two fit. All of
 * it comes from what this browser keeps; without this script the page is complete.
 */

import { slotsOf } from "../lib/dom.js";
import { dayOf, ownZone } from "../lib/local-time.js";
import { _, pgettext } from "../lib/messages.js";
import { endPauses } from "../lib/pauses.js";
import { readShortlist, toggled } from "../lib/shortlist.js";
import { StoredValue } from "../lib/storage.js";
import { distanceInWords, distances } from "../lib/week.js";
import { readLearner } from "../match/learner.js";
import { showFit } from "./fit-view.js";
import { offerManaging } from "./offer-managing.js";
import { showWeek } from "./week-view.js";

const bar = document.querySelector("[data-profile]");
if (bar) start(bar);

function start(bar) {
  const { profile: handle, root, name } = bar.dataset;
  const said = slotsOf(document)("said");
  endPauses(document);
  const ask = bar.querySelector("[data-ask]");
  if (ask) ask.href = ask.dataset.ask;
  offerSave(bar.querySelector("[data-do=save]"), handle, name, root);
  bar.querySelector("[data-do=share]").addEventListener("click", () => share(name, said));

  const goals = new StoredValue("goals", root);
  const show = () => {
    const { learner } = readLearner(goals.read() ?? {});
    showClock(learner.timezone || ownZone());
    const hours = document.querySelector("[data-hours]");
    if (hours) showWeek(hours, learner, document.querySelector(".lo-profile").dataset.name);
    const fit = document.querySelector("[data-fit]");
    if (fit) showFit(fit, handle, learner, root);
  };
  show();
  goals.onChange(show);
  offerManaging(document.querySelector("[data-manage]"), handle, root);
  // Going back from the finder may bring this page as it was left.
  window.addEventListener("pageshow", ({ persisted }) => persisted && show());
}

/** "Warsaw time, 1 hour ahead of you" */
function showClock(mine) {
  const place = document.querySelector(".lo-who [data-zone]");
  place.dataset.there ??= place.textContent;
  const [now] = mine ? distances(place.dataset.zone, mine, dayOf(new Date())) : [];
  if (now) place.textContent = _("{there}, {distance}", { there: place.dataset.there, distance: distanceInWords(now.ahead) });
}

function offerSave(button, handle, name, root) {
  const kept = new StoredValue("shortlist", root);
  const word = button.querySelector(".lo-act__word");
  const read = () => {
    const { handles, names } = kept.read() ?? {};
    return { handles: readShortlist(handles), names: names && typeof names === "object" ? names : {} };
  };
  const show = () => {
    const saved = read().handles.includes(handle);
    button.setAttribute("aria-pressed", String(saved));
    word.textContent = saved ? pgettext("on the shortlist", "Saved") : pgettext("onto the shortlist", "Save");
  };
  button.addEventListener("click", () => {
    const { handles, names } = read();
    const now = toggled(handles, handle);
    const all = { ...names, [handle]: name };
    kept.write(now.length ? { handles: now, names: Object.fromEntries(now.map((one) => [one, String(all[one] ?? one)])) } : null);
    show();
    dispatchEvent(new CustomEvent("lodestar:saved"));
  });
  addEventListener("lodestar:saved", show);
  kept.onChange(show);
  show();
}

/** Share the address of this page and nothing else; where the browser cannot share, copy it, and say so. */
async function share(name, said) {
  const url = location.href.split(/[?#]/)[0];
  try {
    if (navigator.share) return await navigator.share({ title: name, url });
    await navigator.clipboard.writeText(url);
    said.textContent = _("The link to this profile is copied. It holds nothing about you.");
  } catch (problem) {
    if (problem?.name !== "AbortError") said.textContent = url;
  }
}
