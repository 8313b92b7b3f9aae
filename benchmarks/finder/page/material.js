/** Material for MkDocs' own search: its worker as the theme ships it, with the messages that the theme sends. */

const [SETUP, READY, QUERY, RESULT] = [0, 1, 2, 3];

export async function open(root, { texts }) {
  const worker = new Worker(new URL("libraries/material-search.js", root));
  const send = (type, data, awaited) =>
    new Promise((resolve, reject) => {
      worker.onmessage = ({ data: message }) => message.type === awaited && resolve(message.data);
      worker.onerror = () => reject(new Error("the worker broke"));
      worker.postMessage({ type, data });
    });
  const { config, docs } = await (await fetch(new URL("search/search_index.json", root))).json();
  await send(SETUP, { config, docs, options: { suggest: false } }, READY);
  const answer = async (text) => (await send(QUERY, text, RESULT)).items.length;
  await answer(texts[0]);
  return { series: { words: [texts, answer] } };
}
