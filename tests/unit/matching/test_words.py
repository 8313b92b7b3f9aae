"""The words of the match agree with those of the schemas, the settings, the reference and JavaScript."""

from generator.matching.explanations import SENTENCES
from generator.matching.signals import GUIDANCES, SIGNALS, STRUCTURES
from generator.model.directory import MatchSettings
from generator.model.learner import STAGES
from generator.schema import schema
from generator.site.script_choices import choices_module
from generator.text.labels import COMMITMENTS_IN_SENTENCES, in_sentence
from tests.paths import ROOT

MENTOR = schema("mentor")["properties"]
LEARNER = schema("learner")["properties"]
NAMES = [name for name, _ in SIGNALS]


def test_choices_are_named_as_the_schema_names_them() -> None:
    """Inside sentences choices carry the labels of the schema, apart from capitals."""
    for field in ("goals", "formats", "relationship_types", "stages_supported"):
        for value, label in MENTOR[field]["items"]["x-labels"].items():
            assert in_sentence(value).casefold() == label.casefold()
    assert list(COMMITMENTS_IN_SENTENCES) == MENTOR["commitment"]["enum"]


def test_steps_are_in_the_schemas_order() -> None:
    """Stages and styles have the words and the order of the schema, on which their distances rest."""
    style = MENTOR["style"]["properties"]
    assert [list(STAGES), list(STRUCTURES), list(GUIDANCES)] == [
        MENTOR["stage"]["enum"],
        style["structure"]["enum"],
        style["guidance"]["enum"],
    ]


def test_the_scripts_choices_are_those_of_the_schema() -> None:
    """The scripts' module of choices is what `python -m scripts.script_choices` would write now."""
    module = ROOT / "generator" / "site" / "assets" / "lib" / "choices.js"
    assert module.read_text(encoding="utf-8") == choices_module(), "run python -m scripts.script_choices"


def test_every_signal_is_explained_weighted_and_can_matter_most() -> None:
    """A signal has a docstring, a sentence, a weight in settings and schema, a row in the reference, and can be most important."""
    page = (ROOT / "docs" / "reference" / "match.md").read_text(encoding="utf-8")
    weights = MatchSettings().weights
    for name, signal in SIGNALS:
        assert signal.__doc__
        assert hasattr(weights, name), f"give {name} a weight in Weights"
        assert f"| {name} | {getattr(weights, name)} |" in page, f"add a row for {name} to docs/reference/match.md"
    assert NAMES == list(SENTENCES), "SENTENCES and SIGNALS have the same names"
    assert NAMES == LEARNER["most_important"]["enum"], "most_important in learner.json and SIGNALS have the same names"
    in_settings = list(schema("directory")["properties"]["match"]["properties"]["weights"]["properties"])
    assert NAMES == in_settings, "weights in directory.json and SIGNALS have the same names"
    assert sum(getattr(weights, name) for name in NAMES) == 100


def test_the_schemas_examples_are_the_defaults() -> None:
    """What the settings' schema shows as an example of each number is what holds without it."""
    parts = schema("directory")["properties"]["match"]["properties"]
    for part, values in (("weights", MatchSettings().weights), ("bands", MatchSettings().bands)):
        for name, about in parts[part]["properties"].items():
            assert about["examples"] == [getattr(values, name)]


def test_a_learner_chooses_from_the_words_of_mentors() -> None:
    """Every choice of a learner's file is one of a mentor's file, so that the two can meet."""
    for field in ("goals", "formats", "relationship_types"):
        assert LEARNER[field]["items"]["enum"] == MENTOR[field]["items"]["enum"]
    assert LEARNER["stage"]["enum"] == MENTOR["stage"]["enum"]
    assert LEARNER["commitment"]["enum"] == MENTOR["commitment"]["enum"]
