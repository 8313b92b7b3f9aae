"""What must be true of a learner's file beyond its shape."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from generator.profiles.rules import times
from generator.profiles.rules.context import Rule, RuleContext
from generator.profiles.rules.words import skill_is_known, topic_is_known
from generator.profiles.violation import Violation
from generator.text.catalogue import _


def wanted_skill_is_known(fields: dict[str, Any], stem: str, context: RuleContext) -> Iterator[Violation]:
    """Find wanted skills that no spelling of the vocabulary leads to, and topics among them."""
    skills, topics = context.vocabularies.skills, context.vocabularies.topics
    for position, want in enumerate(fields.get("want", ())):
        if "skill" not in want or skills.find(want["skill"]):
            continue
        for found in skill_is_known({"skills": [want["skill"]]}, stem, context):
            topic = topics.find(want["skill"])
            help = _("this is a topic: write topics: [{topic}]", topic=topic) if topic else found.help
            yield replace(found, path=("want", position, "skill"), help=help)


def wanted_topic_is_known(fields: dict[str, Any], stem: str, context: RuleContext) -> Iterator[Violation]:
    """Find wanted topics that no spelling of the vocabulary leads to."""
    for position, word in enumerate(fields.get("topics", ())):
        if not context.vocabularies.topics.find(word):
            for found in topic_is_known({"topics": [word]}, stem, context):
                yield replace(found, path=("topics", position))


def windows_have_a_zone(fields: dict[str, Any], stem: str, context: RuleContext) -> Iterator[Violation]:
    """Find free hours without a time zone, which cannot be compared with anyone's."""
    if fields.get("windows") and "timezone" not in fields:
        yield Violation(
            ("windows",),
            _("'windows' also needs a 'timezone'"),
            _("add it like this: {line}", line="timezone: Europe/Berlin"),
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
