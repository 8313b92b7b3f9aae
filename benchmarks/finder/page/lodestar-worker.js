/** Lodestar as the site uses it: every question is a message to the worker, and the answer brings 24 cards. */

const LIMIT = 24;

export async function open(root, { texts, filters, learners, counted, today }) {
  const worker = new Worker(new URL("assets/lodestar/directory-worker.js", root), { type: "module" });
  const base = new URL("api/directory/", root).href;
  let id = 0;
  const ask = (search, learner = null) =>
    new Promise((resolve, reject) => {
      const mine = ++id;
      worker.onmessage = ({ data }) => {
        if (data.id !== mine) return;
        if (data.failed) reject(new Error("the worker failed"));
        else if (data.complete) resolve(data);
      };
      worker.onerror = () => reject(new Error("the worker broke"));
      const asked = { id: mine, base, search, from: 0, limit: LIMIT, counted };
      worker.postMessage({ ...asked, learner, zone: learner?.timezone ?? "", windows: learner?.windows ?? [], today });
    });

  const readyParts = {};
  const step = async (name, question) => {
    const began = performance.now();
    const answer = await question();
    readyParts[name] = performance.now() - began;
    return answer;
  };
  await step("first filter", () => ask({ text: "", chosen: filters[0] }));
  await step("first words", () => ask({ text: texts[0], chosen: {} }));
  const ready = performance.now();
  const probe = await step("first match", () => ask({ text: "", chosen: {} }, learners[0]));
  const besides = performance.now() - ready;
  const series = {
    words: [texts, async (text) => (await ask({ text, chosen: {} })).total],
    filters: [filters, async (chosen) => (await ask({ text: "", chosen })).total],
  };
  // A worker that does not match yet answers goals with plain cards.
  if (probe.cards[0]?.match) {
    const goals = filters.map((chosen, at) => [chosen, learners[at]]);
    series.matches = [goals, async ([chosen, learner]) => (await ask({ text: "", chosen }, learner)).total];
  } else delete readyParts["first match"];
  return { readyParts, series, besides };
}
