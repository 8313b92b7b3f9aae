/**
 * Measure one contender in a fresh page. A contender's module exports `open(root, questions)`, which resolves to
 * {readyParts, series}: milliseconds of each part of getting ready, and by name a pair of what is asked and who answers.
 */

const PATIENCE = 180_000;

/** @param {string} name of a module beside this one @param {number} budget milliseconds for each series */
export async function run(name, budget) {
  const root = new URL("../", import.meta.url);
  const tasks = watchTasks();
  const questions = await (await fetch(new URL("questions.json", root))).json();
  const { open } = await import(`./${name}.js`);
  const began = performance.now();
  const opened = await inTime(open(root, questions));
  const ready = performance.now() - began - (opened.besides ?? 0);
  // Kept in sight, or else it could be collected before the memory is asked for.
  globalThis.opened = opened;
  const atOpening = await tasks.longest();
  const series = {};
  for (const [what, [asked, answer]] of Object.entries(opened.series)) series[what] = await timed(asked, answer, budget);
  const whileAsked = await tasks.longest();
  return { ready, readyParts: opened.readyParts ?? {}, series, atOpening, whileAsked, bytes: await heapBytes() };
}

/** Ask one question after another, each as a task of its own, until all are answered or the time is used up. */
async function timed(asked, answer, budget) {
  const times = [];
  let found = 0;
  const end = performance.now() + budget;
  for (const question of asked) {
    if (performance.now() > end) break;
    await pause();
    const began = performance.now();
    const total = await answer(question);
    times.push(performance.now() - began);
    if (total > 0) found++;
  }
  return { times, found };
}

/** Whoever is not ready after minutes is given up. */
function inTime(promise) {
  return Promise.race([promise, new Promise((_, reject) => setTimeout(() => reject(new Error("not ready in time")), PATIENCE))]);
}

function pause() {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

/** Browsers report tasks of 50 milliseconds and more, a little after them. */
function watchTasks() {
  let longest = 0;
  const observer = new PerformanceObserver((list) => list.getEntries().forEach(({ duration }) => (longest = Math.max(longest, duration))));
  observer.observe({ type: "longtask" });
  return {
    async longest() {
      await new Promise((resolve) => setTimeout(resolve, 100));
      const found = longest;
      longest = 0;
      return found;
    },
  };
}

/** The page's memory and its workers', after garbage was collected; null where the browser does not tell. */
async function heapBytes() {
  if (!crossOriginIsolated || !performance.measureUserAgentSpecificMemory) return null;
  return (await performance.measureUserAgentSpecificMemory()).bytes;
}
