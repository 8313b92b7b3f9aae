"""The rule that keeps people's addresses and numbers out of public texts."""

from collections.abc import Iterator
from typing import Any

from generator.profiles.free_text import free_texts, text_tree
from generator.profiles.rules.context import RuleContext
from generator.profiles.violation import FieldPath, Violation, field_name, quoted
from generator.text.catalogue import N_, _
from generator.text.contact_details import find_email, find_phone, may_hold_contact

_FINDERS = (
    (find_email, N_("{field} contains what looks like an email address")),
    (find_phone, N_("{field} contains what looks like a phone number")),
)


class TextsHoldNoContact:
    """The rule for one kind of file: every free text of its schema is checked, whoever added it."""

    def __init__(self, schema_name: str) -> None:
        """Take the name of the schema."""
        self._tree = text_tree(schema_name)

    def __call__(self, fields: dict[str, Any], stem: str, context: RuleContext) -> Iterator[Violation]:
        """Find email addresses and phone numbers in texts."""
        texts = list(free_texts(fields, self._tree))
        if not may_hold_contact("\n".join([text for _path, text in texts])):
            return
        for path, text in texts:
            for find, message in _FINDERS:
                found = find(text)
                if found:
                    yield _violation(path, _(message, field=quoted(field_name(path))), found)


def _violation(path: FieldPath, message: str, found: str) -> Violation:
    return Violation(
        path,
        message,
        _("delete it; people reach a mentor through a request or the link in 'contact'"),
        fragment=found.split("\n")[0],
    )
