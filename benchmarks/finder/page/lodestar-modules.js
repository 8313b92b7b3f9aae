/** Lodestar's modules called in the page: what each question costs without messages. The site does this in a worker. */

const LIMIT = 24;

export async function open(root, { texts, filters, learners, counted, today }) {
  const from = (name) => import(new URL(`assets/lodestar/${name}.js`, root));
  const [{ readIndex }, { lexiconOf }, { TextIndex }, { find }, { membersOf }, { cardOf }] = await Promise.all(
    ["columns", "lexicon", "text", "query", "bits", "cards"].map(from),
  );
  const json = async (path) => (await fetch(new URL(path, root))).json();

  const index = readIndex(await json("api/directory/facets.json"));
  const lexicon = lexiconOf(index);
  const names = new TextIndex();
  const numbers = Array.from({ length: Math.ceil(index.count / index.chunk) }, (_, at) => at);
  const chunks = await Promise.all(numbers.map((number) => json(`api/directory/cards/${number}.json`)));
  chunks.forEach((chunk, number) =>
    chunk.github.forEach((login, at) => names.add(number * index.chunk + at, [login, chunk.name[at], chunk.headline[at]])),
  );
  const card = (position) => cardOf(index, chunks[Math.floor(position / index.chunk)], position);
  const answer = (search) => {
    const finding = find(index, lexicon, names, search, counted);
    membersOf(finding.found, 0, LIMIT).map(card);
    return finding.total;
  };
  answer({ text: texts[0], chosen: {} });

  const ready = performance.now();
  const { match, prepared } = await matching(from, await json("candidates.json"), await json("vocabularies.json"), today);
  const rank = ([chosen, learner]) => {
    const { found } = find(index, lexicon, names, { text: "", chosen }, counted);
    return match(learner, found).map(({ position }) => card(position)).length;
  };
  const besides = performance.now() - ready;
  return {
    readyParts: { candidates: prepared },
    besides,
    series: {
      words: [texts, (text) => answer({ text, chosen: {} })],
      filters: [filters, (chosen) => answer({ text: "", chosen })],
      matches: [filters.map((chosen, at) => [chosen, learners[at]]), rank],
      "matches of everybody": [learners.map((learner) => [{}, learner]), rank],
    },
  };
}

/** Make candidates ready once, and rank those found for each learner, with reasons for those seen. */
async function matching(from, mentors, vocabularies, today) {
  const { basisOf, candidateOf, explainReady, inTurn, rankReady, seekerOf } = await from("match");
  const began = performance.now();
  const basis = basisOf({ vocabularies, today, languages: { en: "English" } });
  const candidates = inTurn(mentors.map((mentor, position) => ({ ...candidateOf(mentor, basis), position })));
  const match = (learner, found) => {
    const seeker = seekerOf(learner, basis);
    const left = candidates.filter(({ position }) => (found[position >>> 5] >>> (position & 31)) & 1);
    const seen = rankReady(seeker, left, basis).ranked.slice(0, LIMIT);
    return seen.map(({ candidate }) => ({ position: candidate.position, reasons: explainReady(seeker, candidate, basis) }));
  };
  return { match, prepared: performance.now() - began };
}
