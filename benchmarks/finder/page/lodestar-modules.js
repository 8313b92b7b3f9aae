/** Lodestar's modules called in the page: what each question costs without messages. The site does this in a worker. */

const LIMIT = 24;
const NOTHING = { text: "", chosen: {}, all: false, written: false, within: 0, common: 0, preset: "", sort: "" };

export async function open(root, { texts, filters, learners, counted, today }) {
  const from = (name) => import(new URL(`assets/lodestar/search/${name}.js`, root));
  const [{ DirectoryFiles }, { Finder }, { cardOf }] = await Promise.all(["directory-files", "finder", "cards"].map(from));
  const found = await from("found");
  const files = await new DirectoryFiles(new URL("api/directory/", root), "default").open();
  await files.readAllCards(() => true);
  await files.readAllHelps(() => true);
  const finder = new Finder(files.opened);
  finder.found = found;
  finder.matching = await from("matching");
  const { count, chunk } = files.opened.index;
  const chunks = await Promise.all(Array.from({ length: Math.ceil(count / chunk) }, (_, number) => files.cardsAt(number * chunk)));

  const answer = (search, learner = null) => {
    const asked = { search: { ...NOTHING, ...search }, from: 0, limit: LIMIT, counted, learner, today };
    const answered = finder.answer({ ...asked, zone: learner?.timezone ?? "", windows: learner?.windows ?? [] }, true);
    const { finding, positions, matched } = answered;
    for (const position of positions) {
      const card = cardOf(files.opened.index, chunks[Math.floor(position / chunk)], position);
      finder.reasons(position, card, matched);
      finder.matched(position, card, { helps: [], written: "" }, answered);
    }
    return finding.total;
  };
  answer({ text: texts[0] });

  const ready = performance.now();
  await files.openMatch();
  answer({}, learners[0]);
  const besides = performance.now() - ready;
  return {
    readyParts: { "first match": besides },
    besides,
    series: {
      words: [texts, (text) => answer({ text })],
      filters: [filters, (chosen) => answer({ chosen })],
      matches: [filters, (chosen) => answer({ chosen }, learners[0])],
      "changed goals": [filters.map((chosen, at) => [chosen, learners[at]]), ([chosen, learner]) => answer({ chosen }, learner)],
      "changed goals of everybody": [learners, (learner) => answer({}, learner)],
    },
  };
}
