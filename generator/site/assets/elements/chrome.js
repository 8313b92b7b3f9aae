/** What the header does on every page: switch the colours, and say how many mentors are saved. */

import { endPauses } from "../lib/pauses.js";
import { StoredValue } from "../lib/storage.js";

endPauses(document);

const root = document.documentElement;
const button = document.querySelector("[data-scheme-switch]");
const systemIsDark = matchMedia("(prefers-color-scheme: dark)");

const isDark = () => (root.dataset.scheme ? root.dataset.scheme === "dark" : systemIsDark.matches);

function showScheme() {
  button?.setAttribute("aria-pressed", String(isDark()));
}

button?.addEventListener("click", () => {
  const chosen = isDark() ? "light" : "dark";
  root.dataset.scheme = chosen;
  try {
    localStorage.setItem("lodestar:scheme", chosen);
  } catch {
    // The choice lasts until the page is left.
  }
  showScheme();
});
systemIsDark.addEventListener("change", showScheme);
showScheme();

const updated = document.querySelector("[data-built]");

/** Say to the minute when the site was built: a page knows the day, and one small file knows the time. */
async function showBuildTime() {
  try {
    const { built } = await (await fetch(updated.dataset.built, { cache: "no-cache" })).json();
    if (!built.startsWith(updated.dateTime)) return;
    updated.textContent += `, ${built.slice(11, 16)} UTC`;
    updated.dateTime = built;
  } catch {
    // The day stays.
  }
}

if (updated && "IntersectionObserver" in window) {
  new IntersectionObserver((seen, watcher) => {
    if (!seen.some((one) => one.isIntersecting)) return;
    watcher.disconnect();
    showBuildTime();
  }).observe(updated);
}

const shortlist = document.querySelector("[data-shortlist]");

/** Say on the header's bookmark how many mentors are saved. */
export function showSaved() {
  const count = shortlist?.querySelector("[data-count]");
  if (!count) return;
  const saved = new StoredValue("shortlist", shortlist.getAttribute("href").replace(/mentors\/.*$/, "")).read();
  const number = Array.isArray(saved?.handles) ? saved.handles.length : 0;
  count.textContent = String(number);
  count.hidden = number === 0;
}

showSaved();
addEventListener("storage", showSaved);
addEventListener("lodestar:saved", showSaved);
