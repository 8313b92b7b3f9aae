"""The rows of the coordinators' board, from all requests and pull requests."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from generator.forge.port import Forge
from generator.insight.availability import availability_statuses
from generator.insight.board import BoardRow, board_rows
from generator.requests.lifecycle.actions import Action
from generator.requests.lifecycle.request_index import RequestIndex
from generator.requests.replies.deliveries import BOARD
from generator.requests.replies.suggestions import fitting_mentors


def rows_of(index: RequestIndex, forge: Forge) -> tuple[BoardRow, ...]:
    """Return the rows, the oldest first."""
    activity = index.activity(None)
    statuses = availability_statuses(index.directory, index.now.date(), activity)
    return board_rows(
        activity, index.directory, statuses, index.now, forge.pull_requests(), index.profiles, index.reviews
    )


def with_best_mentor(row: BoardRow, index: RequestIndex) -> BoardRow:
    """Name the mentor who fits best, and is free, in a command that passes a request on, and who is meant in `/for`."""
    if row.mentor and "HANDLE" in row.do:
        return replace(row, do=row.do.replace("HANDLE", row.mentor))
    request = index.request(row.issue) if row.issue and row.do.endswith("@login") else None
    best = fitting_mentors(request, index.context(request.number), 1) if request else ()
    if not best:
        return row
    sign = "@" if index.directory.login_of(best[0]) else ""
    return replace(row, do=row.do.replace("@login", f"{sign}{best[0]}"))


def digest_is_due(rows: tuple[BoardRow, ...], now: datetime, last: datetime | None) -> bool:
    """Whether coordinators get a digest today: once a day, when there is something new, and on Mondays."""
    if last is None:
        return bool(rows)
    return bool(rows) and last.date() < now.date() and (now.weekday() == 0 or any(row.shown > last for row in rows))


def board_deliveries(rows: tuple[BoardRow, ...], index: RequestIndex, last: datetime | None) -> Iterator[Action]:
    """Yield the digest for the coordinators' channels: once a day, when there is something new, and on Mondays.

    Each row goes by itself, as numbers and handles; the sender makes one message of them.
    """
    now = index.now
    if not digest_is_due(rows, now, last):
        return
    for handle in ("", *index.directory.settings.coordinators):
        for row in rows:
            days = max(0, (now - row.since).days)
            yield Action(
                "notify",
                row.issue or 0,
                mentor=handle,
                occasion=f"{BOARD}{row.why}",
                about=(row.mentor, row.mentee),
                days=days,
            )
