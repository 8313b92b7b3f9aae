"""The rule that keeps addresses and numbers of people out of public texts."""

import re
from collections.abc import Iterator
from typing import Any

from generator.profiles.rules.context import RuleContext
from generator.profiles.violation import FieldPath, Violation, field_name

_EMAIL = re.compile(
    r"(?<![@\w.+-])[\w.+-]{1,64}(?:@|\s?[\[(]\s?at\s?[\])]\s?)[\w-]{1,63}(?:(?:\.|\s?[\[(]\s?dot\s?[\])]\s?)[\w-]{2,24})+",
    re.IGNORECASE,
)
_PHONE = re.compile(
    r"(?<![\w/.+-])(?:(?:\+|00)[1-9][0-9 ().-]{6,20}[0-9]"
    r"|\(0?[0-9]{2,4}\) ?[0-9]{3,4}[ .-]?[0-9]{3,4}"
    r"|0[0-9]{2,4}[ /.-][0-9]{3,4}[ .-]?[0-9]{3,6}"
    r"|[0-9]{3}[ .-][0-9]{3}[ .-][0-9]{4})(?![\w-])"
)
_TEXTS: tuple[FieldPath, ...] = (
    ("name",), ("headline",), ("can_help_with",), ("cannot_help_with",), ("approach",), ("bio",), ("constraints",),
    ("expectations", "preparation"), ("affiliations",), ("pronouns",),
    ("title",), ("organiser",), ("summary",), ("expectations",), ("success_measures",), ("milestones",), ("steps",),
    ("safeguarding_officer",),
)  # fmt: skip


def texts_hold_no_contact(fields: dict[str, Any], stem: str, context: RuleContext) -> Iterator[Violation]:
    """A text contains an e-mail address or a telephone number.

    Everything here is public for good, and addresses on public pages are collected by machines within
    days. Delete it: people reach a mentor through a request, or through the link in `contact`.
    """
    for path in _TEXTS:
        value: object = fields
        for part in path:
            value = value.get(part) if isinstance(value, dict) else None
        if value:
            yield from _in_value(value, path)


def _in_value(value: object, path: FieldPath) -> Iterator[Violation]:
    if isinstance(value, list):
        for position, part in enumerate(value):
            yield from _in_value(part, (*path, position))
    elif isinstance(value, dict):
        for name, part in value.items():
            if name not in ("url", "resources"):
                yield from _in_value(part, (*path, name))
    elif isinstance(value, str) and _may_hold_contact(value):
        for pattern, noun in ((_EMAIL, "an e-mail address"), (_PHONE, "a telephone number")):
            found = pattern.search(value)
            if found:
                yield Violation(
                    path, f"{field_name(path)!r} contains what looks like {noun}",
                    "delete it; people reach a mentor through a request or the link in 'contact'",
                    fragment=found.group().split("\n")[0],
                )  # fmt: skip


_DIGITS = re.compile("[0-9]{3}")


def _may_hold_contact(text: str) -> bool:
    return "@" in text or _DIGITS.search(text) is not None or "at)" in text.lower() or "at]" in text.lower()
