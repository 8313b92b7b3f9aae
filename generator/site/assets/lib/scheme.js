// Sets the colours before the first paint. Not a module on purpose: a module runs after it.
try {
  const chosen = localStorage.getItem("lodestar:scheme");
  if (chosen === "dark" || chosen === "light") document.documentElement.dataset.scheme = chosen;
} catch {
  // Where a browser keeps nothing, the system's colours are shown.
}
