"""What is sent over other channels than the forge: numbers and handles from the bot, turned into short messages.

A message is made of the number of an issue, its address, the occasion and the site's name. Nothing that
people wrote is in it: mail and chat rooms are no place for a request's text, and cannot take it back.
"""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass

from generator.model.errors import CallError
from generator.text.catalogue import N_, _

COORDINATORS = "coordinators"
"""Who a delivery without a handle is for."""

_HANDLE = re.compile(r"[a-z0-9][a-z0-9_-]{0,38}")
_OCCASION = re.compile(r"[a-z][a-z-]{0,39}")
_HIGHEST = 2**31


class DeliveriesError(CallError):
    """This is not a list of deliveries; the message is for people."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """Someone, by handle, is to be notified of an issue over other channels, and why."""

    issue: int
    mentor: str
    occasion: str


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
    if not (0 < issue < _HIGHEST and _HANDLE.fullmatch(handle) and _OCCASION.fullmatch(occasion)):
        return None
    return Delivery(issue, handle, occasion)


def messages(deliveries: Iterable[Delivery], origin: Origin) -> tuple[Message, ...]:
    """Write one message for each delivery, in order."""
    return tuple(_message(one, origin) for one in deliveries)


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
            "There you can read what they would like to reach, and why you might be a good match. "
            "To answer, write a comment that starts with /accept, /decline, /ask or /waitlist. "
            "A quick no is kind: we then suggest other mentors to them."
        ),
    ),
    "reminder": (
        N_("{site}: someone is still waiting for your answer (#{number})"),
        N_(
            "Someone is still waiting for your answer:\n"
            "{address}\n\n"
            "A comment with one command is enough: /accept, /decline, /ask or /waitlist. "
            "Do you need a rest? /pause 30d stops new requests for thirty days. "
            "If nobody responds, the request closes, and we suggest other mentors to them."
        ),
    ),
    "paused": (
        N_("{site}: your profile is paused (#{number})"),
        N_(
            "Your profile is paused for now. The reason is here:\n"
            "{address}\n\n"
            "To end the pause at once, write a comment there that starts with /resume."
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
