"""What a field of a source can become: each target of a map, and how its texts are read into a draft."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from generator.model.vocabulary import KINDS, Vocabularies, fold
from generator.moving.draft import (
    CONTACT,
    NO_FIELD,
    NOT_UNDERSTOOD,
    PHOTO,
    TOO_MANY,
    Draft,
)
from generator.moving.links import read_link
from generator.moving.places import PLACES
from generator.moving.terms import most_of, read_terms
from generator.moving.texts import add_paragraph, add_sentence, put_text
from generator.schema import schema
from generator.text import labels
from generator.text.catalogue import _
from generator.text.counting import listed
from generator.text.dates import month
from generator.text.languages import language_tag
from generator.text.windows import read_windows

_BETWEEN = re.compile(r"\s*[,;/|\n&]+\s*|\s+and\s+")
_NUMBER = re.compile(r"\d+")
_LOGIN = re.compile(r"(?:https?://)?(?:www\.)?(?:github\.com/)?@?([A-Za-z0-9](?:-?[A-Za-z0-9])*)/?", re.IGNORECASE)
_NO = frozenset({"false", "no", "0", "n", "off"})
_YES = frozenset({"true", "yes", "1", "y", "on"})
_CHOICE_LISTS = (
    "background", "goals", "stages_supported", "relationship_types", "formats", "channels", "cadence", "accessibility",
)  # fmt: skip
_CHOICES = ("stage", "commitment", "style.structure", "style.guidance")


@dataclass(frozen=True, slots=True)
class Column:
    """A field of a record that is being read: its name, its texts, and the community's words."""

    name: str
    texts: tuple[str, ...]
    vocabularies: Vocabularies


Reader = Callable[[Draft, Column], None]


def _each(read: Callable[[Draft, str, str], None]) -> Reader:
    def reader(draft: Draft, column: Column) -> None:
        for text in column.texts:
            read(draft, column.name, text)

    return reader


def _parts(read: Callable[[Draft, str, str], None]) -> Reader:
    def reader(draft: Draft, column: Column) -> None:
        for text in column.texts:
            for part in filter(None, _BETWEEN.split(text)):
                read(draft, column.name, part)

    return reader


def _terms(prefer: str = "") -> Reader:
    return lambda draft, column: read_terms(draft, column.name, column.texts, column.vocabularies, prefer)


def _lost(why: str) -> Reader:
    return _each(lambda draft, name, text: draft.lose(name, text, why))


def _text(target: str) -> Reader:
    return _each(lambda draft, name, text: put_text(draft, name, target, text))


def _part_of_name(part: str) -> Reader:
    def read(draft: Draft, name: str, text: str) -> None:
        draft.names[part] = f"{draft.names[part]} {text}" if part in draft.names else text
        draft.carry(name, text)

    return _each(read)


def _handle(draft: Draft, name: str, text: str) -> None:
    draft.handle = draft.handle or text
    draft.carry(name, text)


def login_in(text: str) -> str | None:
    """Return the GitHub login in a text: a login, with an at sign, or an address; None in other texts, and in no and false."""
    found = _LOGIN.fullmatch(text.strip())
    return found[1] if found and len(found[1]) <= 39 and found[1].lower() not in _NO | _YES else None


def _github(draft: Draft, name: str, text: str) -> None:
    login = login_in(text)
    if login and draft.fields.get("github", login).lower() == login.lower():
        draft.fields.setdefault("github", login)
        draft.carry(name, text, "github")
    else:
        draft.lose(name, text, _("no GitHub name"))


def _language(draft: Draft, name: str, text: str) -> None:
    tag = language_tag(text.strip(" ."))
    if tag is None:
        draft.lose(name, text, NOT_UNDERSTOOD)
    elif draft.add("languages", tag, most_of("languages")):
        draft.carry(name, text, "languages")
    else:
        draft.lose(name, text, TOO_MANY)


def _number(target: str) -> Reader:
    about = schema("mentor")["properties"][target]

    def read(draft: Draft, name: str, text: str) -> None:
        found = _NUMBER.search(text)
        if not found:
            draft.lose(name, text, NOT_UNDERSTOOD)
        else:
            draft.put(name, target, min(int(found[0]), about["maximum"]), text)

    return _each(read)


def _hours_a_month(draft: Draft, name: str, text: str) -> None:
    """Read the time of a month as the commitment that holds it; "2h" is the most there is."""
    meant = _choices_of("commitment").get(fold(text))
    found = re.search(r"\d+(?:[.,]\d+)?", text)
    hours = float(found[0].replace(",", ".")) if found else 0.5 if "half" in text.lower() else 0
    if re.search(r"\d ?m(?:in|\b)", text):
        hours /= 60
    if not meant and not hours:
        draft.lose(name, text, NOT_UNDERSTOOD)
        return
    fits = next((value for most, value in ((0.25, "15m"), (0.5, "30m"), (1, "1h")) if hours <= most), "2h")
    draft.put(name, "commitment", meant or fits, text)


def _choices_of(target: str) -> dict[str, str]:
    found = {fold(word): value for word, value in labels.spellings(target).items()}
    if target == "commitment":
        found |= {fold(text.removeprefix("about ")): value for value, text in labels.COMMITMENTS_IN_SENTENCES.items()}
    return found


def _one_choice(target: str) -> Reader:
    def read(draft: Draft, name: str, text: str) -> None:
        meant = _choices_of(target).get(fold(text))
        if meant:
            draft.put(name, target, meant, text)
        else:
            draft.lose(name, text, NOT_UNDERSTOOD)

    return _each(read)


def _some_choices(target: str) -> Reader:
    def read(draft: Draft, name: str, text: str) -> None:
        meant = _choices_of(target).get(fold(text))
        if meant and draft.add(target, meant, most_of(target)):
            draft.carry(name, text, target)
        else:
            draft.lose(name, text, TOO_MANY if meant else NOT_UNDERSTOOD)

    return _parts(read)


def _yes_or_no(target: str, turned: bool = False) -> Reader:
    def read(draft: Draft, name: str, text: str) -> None:
        if text.lower() in _YES | _NO:
            draft.put(name, target, (text.lower() in _YES) != turned, text)
        else:
            draft.lose(name, text, NOT_UNDERSTOOD)

    return _each(read)


def _own_words(target: str) -> Reader:
    """Keep each text as it is written, where it is short enough for the list."""
    longest = schema("mentor")["properties"][target]["items"]["maxLength"]

    def read(draft: Draft, name: str, text: str) -> None:
        if len(text) > longest:
            add_paragraph(draft, name, text)
        elif draft.add(target, text, most_of(target)):
            draft.carry(name, text, target)
        else:
            draft.lose(name, text, TOO_MANY)

    return _each(read)


def _windows(draft: Draft, column: Column) -> None:
    for text in column.texts:
        meant = read_windows(text)
        there = [draft.add("windows", window, most_of("windows")) for window in meant]
        if there and all(there):
            draft.carry(column.name, text, "windows")
        else:
            draft.lose(column.name, text, TOO_MANY if there else NOT_UNDERSTOOD)


def _months(draft: Draft, column: Column) -> None:
    """Say in the person's constraints which months they are available in; all twelve are no constraint."""
    numbers = [int(text) for text in column.texts if text.isdecimal() and 1 <= int(text) <= 12]
    if len(numbers) < len(column.texts):
        _lost(NOT_UNDERSTOOD)(draft, column)
    elif len(set(numbers)) == 12:
        for text in column.texts:
            draft.carry(column.name, text)
    else:
        names = listed([month(number) for number in sorted(set(numbers))])
        add_sentence(draft, column.name, column.texts, _("Available in {months}", months=names))


def _link(kind: str = "") -> Reader:
    return _each(lambda draft, name, text: read_link(draft, name, text, kind))


def _booking_link(draft: Draft, name: str, text: str) -> None:
    if text.startswith("https://") and " " not in text:
        draft.booking = draft.booking or text
        draft.carry(name, text, "contact")
    elif "@" in text or text.startswith(("mailto:", "tel:")):
        draft.lose(name, text, CONTACT)
    else:
        draft.lose(name, text, _("no link that starts with https://"))


TARGETS: Mapping[str, Reader] = {
    "name": _text("name"),
    "first_name": _part_of_name("first"),
    "last_name": _part_of_name("last"),
    "handle": _each(_handle),
    "github": _each(_github),
    "headline": _text("headline"),
    "terms": _terms(),
    **{kind: _terms(kind) for kind in KINDS},
    "languages": _parts(_language),
    **{name: _each(read) for name, read in PLACES.items()},
    **{name: _number(name) for name in ("years_experience", "capacity", "group_size")},
    "hours_a_month": _each(_hours_a_month),
    **{name: _one_choice(name) for name in _CHOICES},
    **{name: _some_choices(name) for name in _CHOICE_LISTS},
    "offer_to_mentor": _yes_or_no("offer_to_mentor"),
    "paused": _yes_or_no("offer_to_mentor", turned=True),
    "search_engines": _yes_or_no("search_engines"),
    "bio": _each(add_paragraph),
    "approach": _text("approach"),
    "constraints": _each(lambda draft, name, text: add_sentence(draft, name, (text,), text)),
    "pronouns": _text("pronouns"),
    "can_help_with": _own_words("can_help_with"),
    "cannot_help_with": _own_words("cannot_help_with"),
    "affiliations": _own_words("affiliations"),
    "windows": _windows,
    "months": _months,
    "link": _link(),
    **{f"links.{kind}": _link(kind) for kind in schema("mentor")["properties"]["links"]["properties"]},
    "booking_link": _each(_booking_link),
    "contact_data": _lost(CONTACT),
    "photo": _lost(PHOTO),
    "nothing": _lost(NO_FIELD),
}
"""What a map may name, with what reads it."""
