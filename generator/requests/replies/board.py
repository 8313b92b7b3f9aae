"""The coordinators' board in sentences: for the command line, and for the digest."""

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import datetime

from generator.insight.board import KINDS, BoardRow
from generator.model.directory import Settings
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


def board_comment(rows: Sequence[BoardRow], coordinators: Sequence[str], settings: Settings) -> str:
    """Write the day's comment in the board issue, which everyone can read: kinds and counts, and no name but theirs."""
    called = ", ".join(f"@{handle}" for handle in coordinators)
    counts = Counter(row.why for row in rows)
    listed = "\n".join(
        "- " + _("{what}: {count}", what=_(kind.title), count=counts[name])
        for name, kind in KINDS.items()
        if counts[name]
    )
    lead = _("{coordinators}: {headline}", coordinators=called, headline=headline(rows)) if called else headline(rows)
    where = (
        _("[The board]({address}) has the threads, and the line to write in each.", address=board_address(settings))
        if settings.site_url
        else ""
    )
    names = _("`lodestar board --forge github` also says who waits for whom.")
    return f"{lead}\n\n{listed}\n\n{f'{where} {names}'.strip()}"


def board_address(settings: Settings) -> str:
    """Return where the site shows the board."""
    return f"{(settings.site_url or '').rstrip('/')}/board/"


def sentence_of(row: BoardRow, now: datetime, name: Callable[[str], str]) -> str:
    """Say of a row who waits for what; `name` turns a handle into what people call someone."""
    return _(
        KINDS[row.why].sentence,
        mentor=name(row.mentor) if row.mentor else _("A mentor"),
        mentee=name(row.mentee) if row.mentee else _("The mentee"),
        span=span((now - row.since).days),
    )
