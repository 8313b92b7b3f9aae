"""What must be true of a learner's file beyond its shape."""

from collections.abc import Iterator
from typing import Any

from generator.profiles.rules import times
from generator.profiles.rules.context import Rule, RuleContext
from generator.profiles.rules.words import skill_is_known, topic_is_known
from generator.profiles.violation import FieldPath, Violation


def wanted_skill_is_known(fields: dict[str, Any], stem: str, context: RuleContext) -> Iterator[Violation]:
    """A wanted skill is not in the community's vocabulary.

    Nobody can be found for a word that nobody may use. Take the word that the message offers; other
    words for a skill stand for it.
    """
    known = context.vocabularies.skills
    words = [
        (("want", position, "skill"), want["skill"])
        for position, want in enumerate(fields.get("want", ()))
        if "skill" in want
    ]
    unknown = [(path, word) for path, word in words if not known.find(word)]
    for path, word in unknown:
        for found in skill_is_known({"skills": [word]}, stem, context):
            if context.vocabularies.topics.find(word):
                yield Violation(
                    path, found.message, f"it is a topic: write topics: [{context.vocabularies.topics.find(word)}]"
                )
            else:
                yield _at(path, found)


def wanted_topic_is_known(fields: dict[str, Any], stem: str, context: RuleContext) -> Iterator[Violation]:
    """A wanted topic is not in the community's vocabulary.

    Take the word that the message offers; other words for a topic stand for it.
    """
    for position, word in enumerate(fields.get("topics", ())):
        if not context.vocabularies.topics.find(word):
            for found in topic_is_known({"topics": [word]}, stem, context):
                yield _at(("topics", position), found)


def _at(path: FieldPath, found: Violation) -> Violation:
    return Violation(path, found.message, found.help)


def windows_have_a_zone(fields: dict[str, Any], stem: str, context: RuleContext) -> Iterator[Violation]:
    """Free hours are given without a time zone, so that nobody knows when they are.

    Add the zone of your clock.
    """
    if fields.get("windows") and "timezone" not in fields:
        yield Violation(
            ("windows",),
            "'windows' needs a 'timezone' to be compared",
            "add it like this: timezone: Europe/Berlin",
            on_key=True,
        )


LEARNER_RULES: tuple[Rule, ...] = (
    ("unknown-skill", wanted_skill_is_known),
    ("unknown-topic", wanted_topic_is_known),
    ("unknown-timezone", times.timezone_is_real),
    ("unknown-language", times.language_is_real),
    ("missing-field", windows_have_a_zone),
    ("impossible-window", times.window_is_real),
    ("overlapping-windows", times.windows_do_not_overlap),
)
