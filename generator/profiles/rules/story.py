"""What must be true of a story's fields beyond their shape."""

from collections.abc import Iterator
from typing import Any

from generator.profiles.rules import times
from generator.profiles.rules.contact import TextsHoldNoContact
from generator.profiles.rules.context import Rule, RuleContext
from generator.profiles.rules.words import (
    career_path_is_known,
    domain_is_known,
    mentor_of_story_exists,
    skill_is_known,
    topic_is_known,
)
from generator.profiles.violation import Violation
from generator.text.catalogue import _


def everyone_agreed(fields: dict[str, Any], stem: str, context: RuleContext) -> Iterator[Violation]:
    """Find people who are named in a story and haven't agreed to it."""
    agreed = fields.get("consent", ())
    for person in ("mentee", "mentor"):
        if person in fields and person not in agreed:
            together = [one for one in ("mentee", "mentor") if one in agreed or one in fields]
            line = f"consent: [{', '.join(together)}]"
            yield Violation(
                ("consent",),
                _("the story names a {person} who hasn't agreed to it", person=person),
                _("ask them to read it, then write {line}; or delete '{field}'", line=line, field=person),
            )


STORY_RULES: tuple[Rule, ...] = (
    ("missing-consent", everyone_agreed),
    ("impossible-date", times.date_is_real),
    ("unknown-skill", skill_is_known),
    ("unknown-topic", topic_is_known),
    ("unknown-domain", domain_is_known),
    ("unknown-career-path", career_path_is_known),
    ("unknown-mentor", mentor_of_story_exists),
    ("contact-in-text", TextsHoldNoContact("story")),
)
