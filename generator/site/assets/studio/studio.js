/**
 * The coordinator's studio: "keep" and "rule out" become the command that pairs again with these decisions.
 * The page is opened from a disk, so nothing is sent or kept anywhere.
 */

const tray = document.querySelector("[data-tray]");
const command = tray.querySelector("code");
const before = command.textContent;
const decisions = new Map();

function show() {
  const options = [...decisions].map(([pair, decision]) => ` --${decision} ${pair}`);
  command.textContent = before + options.join("");
  tray.hidden = decisions.size === 0;
}

for (const button of document.querySelectorAll("[data-decide]")) {
  button.hidden = false;
  button.addEventListener("click", () => {
    const { pair, decide } = button.dataset;
    if (decisions.get(pair) === decide) decisions.delete(pair);
    else decisions.set(pair, decide);
    for (const other of document.querySelectorAll("[data-decide]")) {
      if (other.dataset.pair === pair) other.setAttribute("aria-pressed", String(decisions.get(pair) === other.dataset.decide));
    }
    show();
  });
}

tray.querySelector("button").addEventListener("click", () => {
  getSelection().selectAllChildren(command);
  const said = tray.querySelector("[role=status]");
  const copied = navigator.clipboard?.writeText(command.textContent) ?? Promise.reject(new Error("no clipboard"));
  copied.then(
    () => (said.textContent = said.dataset.copied),
    () => (said.textContent = said.dataset.selected),
  );
});
