/** Lodestar as the site uses it: every question is a message to the worker, and the answer brings 24 cards. */

const LIMIT = 24;
const NOTHING = { text: "", chosen: {}, all: false, written: false, within: 0, common: 0, preset: "", sort: "" };

export async function open(root, { texts, filters, learners, counted, today }) {
  const worker = new Worker(new URL("assets/lodestar/search/directory-worker.js", root), { type: "module" });
  const base = new URL("api/directory/", root).href;
  let id = 0;
  const ask = (search, learner = null) =>
    new Promise((resolve, reject) => {
      const mine = ++id;
      worker.onmessage = ({ data }) => {
        if (data.id !== mine) return;
        if (data.failed) reject(new Error("the worker failed"));
        else if (data.complete) resolve(data.total);
      };
      worker.onerror = () => reject(new Error("the worker broke"));
      const asked = { id: mine, base, search: { ...NOTHING, ...search }, from: 0, limit: LIMIT, counted, learner, today };
      worker.postMessage({ ...asked, zone: learner?.timezone ?? "", windows: learner?.windows ?? [] });
    });

  const readyParts = {};
  const step = async (name, question) => {
    const began = performance.now();
    await question();
    readyParts[name] = performance.now() - began;
  };
  await step("first filter", () => ask({ chosen: filters[0] }));
  await step("first words", () => ask({ text: texts[0] }));
  const ready = performance.now();
  await step("first match", () => ask({}, learners[0]));
  const besides = performance.now() - ready;
  return {
    readyParts,
    besides,
    series: {
      words: [texts, (text) => ask({ text })],
      filters: [filters, (chosen) => ask({ chosen })],
      matches: [filters, (chosen) => ask({ chosen }, learners[0])],
      "changed goals": [filters.map((chosen, at) => [chosen, learners[at]]), ([chosen, learner]) => ask({ chosen }, learner)],
      "changed goals of everybody": [learners, (learner) => ask({}, learner)],
    },
  };
}
