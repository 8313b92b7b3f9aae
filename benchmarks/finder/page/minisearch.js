/** MiniSearch as its documentation shows it: documents are fetched and indexed in the page, all words must fit, beginnings do. */

export async function open(root, { texts }) {
  const { default: MiniSearch } = await import(new URL("libraries/minisearch.js", root));
  const people = await (await fetch(new URL("people.json", root))).json();
  const search = new MiniSearch({ fields: ["name", "headline", "skills", "topics"], storeFields: ["name", "headline"] });
  search.addAll(people);
  const answer = (text) => search.search(text, { prefix: true, combineWith: "AND" }).length;
  answer(texts[0]);
  return { series: { words: [texts, answer] } };
}
