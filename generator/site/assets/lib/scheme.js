// Says before the first paint what it depends on: the colours, and which rows of the finder will be filled. Not a module
// on purpose: a module runs after the first paint, and what it adds would move what is already read.
const page = document.documentElement;
try {
  const chosen = localStorage.getItem("lodestar:scheme");
  if (chosen === "dark" || chosen === "light") page.dataset.scheme = chosen;
  const root = new URL("../../../", /** @type {HTMLScriptElement} */ (document.currentScript).src).pathname;
  page.toggleAttribute("data-goals", localStorage.getItem(`lodestar ${root} goals`) !== null);
} catch {
  // Where a browser keeps nothing, the system's colours are shown.
}
const narrowed = /[?&](?!sort=|bios=|skills=|utm_)\w+=./.test(location.search) || location.hash.startsWith("#text=");
page.toggleAttribute("data-chosen", narrowed || page.hasAttribute("data-goals"));
