"""Read what someone asks for in one sentence: `read(sentence, lexicon)` names terms, times, places and what to avoid.

Rules and data alone: no model, no network, no state. The same rules run in the browser (site/assets/search/sentence*.js)
on the same table, which `Lexicon.table` writes; tests/tables/ask.json decides for both.
"""
