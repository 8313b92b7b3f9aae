"""The coordinators' board in sentences: for the command line, and for the digest."""

from collections.abc import Callable, Sequence
from datetime import datetime

from generator.insight.board import KINDS, BoardRow
from generator.text.catalogue import _, ngettext
from generator.text.dates import span

MINUTES_EACH = 3
"""How long a row takes, about: reading a thread and writing a line."""


def headline(rows: Sequence[BoardRow]) -> str:
    """Say how much needs a person, and how long it takes; with nothing, that all is well."""
    if not rows:
        return _("Nothing needs a person today. Everything else runs by itself.")
    return ngettext(
        "One thing needs a person today, about {minutes} minutes.",
        "{count} things need a person today, about {minutes} minutes.",
        len(rows),
        minutes=MINUTES_EACH * len(rows),
    )


def sentence_of(row: BoardRow, now: datetime, name: Callable[[str], str]) -> str:
    """Say of a row who waits for what; `name` turns a handle into what people call someone."""
    return _(
        KINDS[row.why].sentence,
        mentor=name(row.mentor) if row.mentor else _("A mentor"),
        mentee=name(row.mentee) if row.mentee else _("The mentee"),
        span=span((now - row.since).days),
    )
