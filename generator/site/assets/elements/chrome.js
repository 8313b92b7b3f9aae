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
