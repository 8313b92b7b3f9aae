"""Write the module in which the scripts find every fixed list of choices: `assets/lib/choices.js`.

Lists, labels, weights and filters come from the schemas and from Python, where they are stated; the scripts state none
themselves. `python -m scripts.script_choices` writes the module again, and a test fails while it is out of date.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict

from generator.matching.prepared import CAN_INTRODUCE, CONFIDENT
from generator.matching.similarity import BROADER_OR_NARROWER, RELATED, SAME
from generator.model.directory import MatchSettings
from generator.model.learner import IMPORTANCE
from generator.model.mentor import WEEKDAYS
from generator.schema import schema
from generator.site.search_index.facets import FILTERS
from generator.text.labels import COMMITMENTS_IN_SENTENCES, without_capitals

_HEAD = """\
/** Every fixed list of choices, written by `python -m scripts.script_choices` from the schemas: do not edit. */

import { N_ } from "./messages.js";
"""
_LISTS = {
    "GOALS": "goals",
    "FORMATS": "formats",
    "RELATIONSHIP_TYPES": "relationship_types",
    "STAGES": "stage",
    "COMMITMENTS": "commitment",
    "STRUCTURES": "style.structure",
    "GUIDANCES": "style.guidance",
    "IMPORTANCES": "want.importance",
    "LEVELS": "want.now",
    "SIGNALS": "most_important",
}


def choices_module() -> str:
    """Return the text of the module."""
    return "\n".join(_lines())


def _lines() -> Iterator[str]:
    settings = asdict(MatchSettings())
    yield _HEAD
    for name, field in _LISTS.items():
        yield f"export const {name} = {_js(list(_labels(field)))};"
    yield f"export const WEEKDAYS = {_js([day.capitalize() for day in WEEKDAYS])};"
    yield "\n/** What each signal of a match is called. @type {Record<string, string>} */"
    yield f"export const SIGNAL_LABELS = {_marked(_labels('most_important'))};"
    yield "\n/** What each filter's name in an address filters by. */"
    yield f"export const FACETS = {_js({one.name: facet for facet, one in FILTERS})};"
    yield "\n/** How much is counted, where a community does not say otherwise. */"
    yield f"export const WEIGHTS = {_js(settings['weights'])};"
    yield f"export const BANDS = {_js(settings['bands'])};"
    yield f"/** @type {{Record<string, number>}} */\nexport const IMPORTANCE = {_js(IMPORTANCE)};"
    yield f"export const TAUGHT = {_js({'confident': CONFIDENT, 'introduced': CAN_INTRODUCE})};"
    yield f"export const SIMILARITY = {_js({'same': SAME, 'broader': BROADER_OR_NARROWER, 'related': RELATED})};"
    yield "\n/** Choices as they are written inside a sentence. @type {Record<string, string>} */"
    yield f"export const IN_SENTENCES = {_marked(_in_sentences())};"
    yield "/** @type {Record<string, string>} */"
    yield f"export const COMMITMENTS_IN_SENTENCES = {_marked(COMMITMENTS_IN_SENTENCES)};\n"


def _labels(field: str) -> Mapping[str, str]:
    """Return the choices of a field of a learner's file with their labels; a choice without one is its own."""
    found = schema("learner")
    for name in field.split("."):
        found = found.get("items", found)["properties"][name]
    found = found.get("items", found)
    return {value: found.get("x-labels", {}).get(value, value) for value in found["enum"]}


def _in_sentences() -> dict[str, str]:
    fields = ("goals", "formats", "relationship_types", "stage", "style.structure", "style.guidance")
    return {value: without_capitals(label) for field in fields for value, label in _labels(field).items()}


def _js(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _marked(sentences: Mapping[str, str]) -> str:
    lines = [f"  {_js(name)}: N_({_js(sentence)}),\n" for name, sentence in sentences.items()]
    return "{\n" + "".join(lines) + "}"
