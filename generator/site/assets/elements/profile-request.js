/**
 * On a mentor's page: carry the goals that the finder keeps in this browser into the request form's fields, and say so.
 * Without goals, and without this script, the link is the server's.
 */

import { readLearner } from "../match/learner.js";
import { StoredValue } from "../lib/storage.js";
import { requestAddress } from "../lib/request.js";

const link = document.querySelector(".mentor-ask__button[data-root]");
if (link) carryGoals(link);

function carryGoals(button) {
  const empty = button.href;
  const mentor = { github: new URL(empty).searchParams.get("mentor"), name: document.querySelector("h1").textContent };
  const goals = new StoredValue("goals", button.dataset.root);
  const words = new StoredValue("words", button.dataset.root);
  const show = () => {
    const { learner } = readLearner(goals.read());
    const stated = Object.keys(learner).length > 0;
    const known = words.read();
    button.href = stated ? requestAddress(empty, mentor, learner, (kind, id) => known?.[kind]?.[id] ?? id) : empty;
    document.querySelector("[data-with-goals]").hidden = !stated;
    document.querySelector("[data-without-goals]").hidden = stated;
  };
  show();
  goals.onChange(show);
  // Going back from the finder may bring this page as it was left.
  window.addEventListener("pageshow", show);
}
