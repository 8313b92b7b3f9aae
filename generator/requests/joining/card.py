"""A profile as Markdown: what its card on the site will say, for comments on issues and pull requests."""

from collections.abc import Iterable, Mapping
from typing import Any

from generator.model.vocabulary import Vocabularies
from generator.text import labels
from generator.text.catalogue import _, ngettext
from generator.text.languages import language
from generator.text.markdown_escape import plain

_MOST = 12


def markdown_card(fields: Mapping[str, Any], vocabularies: Vocabularies) -> str:
    """Return the card as a quotation. Fields that are missing, or not what they should be, are left out."""
    name = plain(_text(fields.get("name")))
    if not name:
        return ""
    pronouns = plain(_text(fields.get("pronouns")))
    rows = [
        f"**{name}**" + (f" · {pronouns}" if pronouns else ""),
        plain(_text(fields.get("headline"))),
        _row(_("Can teach"), (vocabularies.skills.label(one) for one in _words(fields.get("skills")))),
        _row(_("Can introduce"), (vocabularies.skills.label(one) for one in _words(fields.get("can_introduce")))),
        _row(_("Topics"), (vocabularies.topics.label(one) for one in _words(fields.get("topics")))),
        _row(
            _("Likes to help"),
            (labels.choice("stages_supported", one) for one in _words(fields.get("stages_supported"))),
        ),
        _row(_("Ways of working"), (labels.choice("formats", one) for one in _words(fields.get("formats")))),
        _row(_("Languages"), (language(one) if len(one) < 12 else one for one in _words(fields.get("languages")))),
        _row(_("Time"), _time(fields)),
        _row(_("Where"), [_text(fields.get("timezone"))]),
    ]
    return "\n>\n".join(f"> {row}" for row in rows if row)


def _time(fields: Mapping[str, Any]) -> Iterable[str]:
    if commitment := _text(fields.get("commitment")):
        yield _("{time} for each mentee", time=labels.choice("commitment", commitment))
    capacity = fields.get("capacity")
    if isinstance(capacity, int) and not isinstance(capacity, bool):
        yield ngettext("{count} mentee at once", "{count} mentees at once", capacity)


def _row(title: str, words: Iterable[str]) -> str:
    told = ", ".join(filter(None, (plain(word) for word in [*words][:_MOST])))
    return f"**{title}:** {told}" if told else ""


def _text(value: object) -> str:
    return value[:200] if isinstance(value, str) else ""


def _words(value: object) -> list[str]:
    return [one[:80] for one in value if isinstance(one, str)] if isinstance(value, list | tuple) else []
