"""What is sent over other channels than the forge: numbers and handles from the bot, turned into short messages.

A message is made of the number of an issue, its address, the occasion and the site's name. Nothing that
people wrote is in it: mail and chat rooms are no place for a request's text, and cannot take it back.
"""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass

from generator.insight.board import KINDS
from generator.model.errors import CallError
from generator.text.catalogue import N_, _, ngettext
from generator.text.dates import span

COORDINATORS = "coordinators"
"""Who a delivery without a handle is for."""

_HANDLE = re.compile(r"[a-z0-9][a-z0-9_-]{0,38}")
_OCCASION = re.compile(r"[a-z][a-z-]{0,39}")
_HIGHEST = 2**31
_LONGEST_WAIT = 10_000
BOARD = "board-"
"""How the occasion of one row of the coordinators' digest begins; the rest is the row's kind."""


class DeliveriesError(CallError):
    """This is not a list of deliveries; the message is for people."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """Someone, by handle, is to be notified of an issue over other channels, and why.

    For a row of the coordinators' digest `about` holds the handles of mentor and mentee, or is empty where there
    is neither, and `days` says for how long.
    """

    issue: int
    mentor: str
    occasion: str
    about: tuple[str, ...] = ()
    days: int = 0


@dataclass(frozen=True, slots=True)
class Message:
    """What one person is to read."""

    mentor: str
    subject: str
    text: str


@dataclass(frozen=True, slots=True)
class Origin:
    """Where the message comes from: the site's name and the address of the repository's issues."""

    name: str
    issues: str


def read_deliveries(text: str) -> tuple[tuple[Delivery, ...], int]:
    """Read the bot's JSON list; return each delivery once, in order, and how many could not be read.

    Only the number, the handle and the occasion are looked at, and only in their plain form. Raise
    DeliveriesError where it is no list at all. No text is an empty list: that is how the bot says "none".
    """
    try:
        listed = json.loads(text) if text.strip() else []
    except (ValueError, RecursionError):
        raise DeliveriesError(
            _(
                "The deliveries are not JSON. Give the list that `lodestar handle` or `lodestar sweep` wrote after deliveries=."
            )
        ) from None
    if not isinstance(listed, list):
        raise DeliveriesError(
            _(
                "The deliveries are not a list. They look like {example}",
                example='[{"issue": 7, "mentor": "ada-l", "occasion": "request"}]',
            )
        )
    read = [_delivery(one) for one in listed]
    return tuple(dict.fromkeys(one for one in read if one)), read.count(None)


def _delivery(stored: object) -> Delivery | None:
    if not isinstance(stored, dict):
        return None
    issue, mentor, occasion = (stored.get(name) for name in ("issue", "mentor", "occasion"))
    if not isinstance(mentor, str) or not isinstance(occasion, str) or type(issue) is not int:
        return None
    handle = mentor.lower() or COORDINATORS
    is_row = occasion.removeprefix(BOARD) in KINDS
    if not (-is_row < issue < _HIGHEST and _HANDLE.fullmatch(handle) and _OCCASION.fullmatch(occasion)):
        return None
    return Delivery(issue, handle, occasion, *(_row(stored) if is_row else ()))


def _row(stored: dict[str, object]) -> tuple[tuple[str, ...], int]:
    about, days = stored.get("about"), stored.get("days")
    handles = about if isinstance(about, list) and len(about) == 2 else ["", ""]
    known = tuple(one if isinstance(one, str) and _HANDLE.fullmatch(one) else "" for one in handles)
    return known, days if type(days) is int and 0 <= days < _LONGEST_WAIT else 0


def messages(deliveries: Iterable[Delivery], origin: Origin) -> tuple[Message, ...]:
    """Write one message for each delivery, in order; the rows of a digest become one for each person."""
    found: list[Message] = []
    rows: dict[str, list[Delivery]] = {}
    for one in deliveries:
        if one.occasion.startswith(BOARD):
            rows.setdefault(one.mentor, []).append(one)
        else:
            found.append(_message(one, origin))
    return (*found, *(_digest(handle, theirs, origin) for handle, theirs in rows.items()))


def _digest(handle: str, rows: list[Delivery], origin: Origin) -> Message:
    """Name every row, with its thread and what to write there."""
    subject = ngettext(
        "{site}: one thing needs a person today",
        "{site}: {count} things need a person today",
        len(rows),
        site=origin.name,
    )
    lines = []
    for number, row in enumerate(rows, 1):
        kind = KINDS[row.occasion.removeprefix(BOARD)]
        mentor, mentee = (*row.about, "", "")[:2]
        sentence = _(
            kind.sentence,
            mentor=mentor or _("A mentor"),
            mentee=mentee or _("The mentee"),
            span=span(row.days),
        )
        lines.append(f"{number}. {sentence}")
        lines += [f"   {kind.do.replace('HANDLE', mentor or 'HANDLE')}"] if kind.do else []
        lines += [f"   {origin.issues}/{row.issue}"] if row.issue else []
    foot = _("You get this at most once a day, because you are a coordinator of {site}.", site=origin.name)
    return Message(handle, subject, "\n".join([*lines, "", foot]))


def _message(delivery: Delivery, origin: Origin) -> Message:
    if delivery.mentor == COORDINATORS:
        subject, text = _TO_COORDINATORS
    else:
        subject, text = _BY_OCCASION.get(delivery.occasion, _NEWS)
    gaps = {
        "site": origin.name,
        "number": delivery.issue,
        "address": f"{origin.issues}/{delivery.issue}",
        "all": f"{origin.issues}?q=is%3Aissue+is%3Aopen+mentions%3A{delivery.mentor}",
    }
    foot = _("You get this because {site}'s coordinators set up this channel for you. To stop it, ask them.", **gaps)
    return Message(delivery.mentor, _(subject, **gaps), f"{_(text, **gaps)}\n\n{foot}")


_BY_OCCASION = {
    "request": (
        N_("{site}: someone would like your help (#{number})"),
        N_(
            "Someone would like your help as a mentor:\n"
            "{address}\n\n"
            "There you can read what they would like to reach. Just reply there: yes, no, or a question. "
            "A quick no is kind: we then suggest other mentors to them."
        ),
    ),
    "reminder": (
        N_("{site}: someone is still waiting for your answer (#{number})"),
        N_(
            "Someone is still waiting for your answer:\n"
            "{address}\n\n"
            "“Yes”, “no” or “not now” is enough. "
            "Do you need a rest? Reply /pause 30d, and you get no new requests for thirty days. "
            "If nobody responds, the request closes, and we suggest other mentors to them."
        ),
    ),
    "without-account": (
        N_("{site}: someone would like your help (#{number})"),
        N_(
            "Someone would like your help as a mentor:\n"
            "{address}\n\n"
            "Anyone can read it there, also without a GitHub account. Tell the coordinators of {site} what you say: "
            "yes, no, later, or a question. They pass it on. A quick no is kind."
        ),
    ),
    "paused": (
        N_("{site}: your profile is paused (#{number})"),
        N_(
            "Your profile is paused for now. The reason is here:\n"
            "{address}\n\n"
            "To end the pause at once, reply /resume there."
        ),
    ),
    "digest": (
        N_("{site}: requests that are waiting for you this week"),
        N_(
            "Some requests are waiting for your answer. The first one:\n"
            "{address}\n\n"
            "All open requests that mention you:\n"
            "{all}"
        ),
    ),
}
"""The subject and text for each occasion that the bot knows today."""
_NEWS = (
    N_("{site}: news about request #{number}"),
    N_("There is news in a request that you take part in:\n{address}"),
)
_TO_COORDINATORS = (
    N_("{site}: a request needs a coordinator (#{number})"),
    N_(
        "A request needs a coordinator:\n{address}\n\nThere you can read what needs a decision, and the commands for it."
    ),
)
