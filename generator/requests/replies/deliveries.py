"""What goes to other channels than the forge: numbers and handles from the bot, turned into short messages.

A message is made of the number of an issue, its address, the occasion in words and the site's name. Nothing that
people wrote is in it: mail and chat rooms are no place for a request's text, and cannot take it back.
"""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass

from generator.model.errors import CallError

COORDINATORS = "coordinators"
"""Who is meant by a delivery to nobody in particular."""

_HANDLE = re.compile(r"[a-z0-9][a-z0-9_-]{0,38}")
_OCCASION = re.compile(r"[a-z][a-z-]{0,39}")
_HIGHEST = 2**31


class DeliveriesError(CallError):
    """This is not a list of deliveries; the message is for people."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """Somebody, by handle, is to hear of an issue on other channels, and why."""

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
class Place:
    """Where the message comes from: the site's name and the address of the repository's issues."""

    name: str
    issues: str


def read_deliveries(text: str) -> tuple[tuple[Delivery, ...], int]:
    """Read the bot's JSON list; return each delivery once, in order, and how many could not be read.

    Only the number, the handle and the occasion are looked at, and only in their plain form. Raise
    DeliveriesTrouble where it is no list at all. No text is an empty list: that is how the bot says "none".
    """
    try:
        listed = json.loads(text) if text.strip() else []
    except (ValueError, RecursionError):
        raise DeliveriesError(
            "the deliveries are not JSON; give what `lodestar handle` or `lodestar sweep` wrote as deliveries="
        ) from None
    if not isinstance(listed, list):
        raise DeliveriesError(
            'the deliveries are not a list; they look like [{"issue": 7, "mentor": "ada-l", "occasion": "request"}]'
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


def messages(deliveries: Iterable[Delivery], place: Place) -> tuple[Message, ...]:
    """Write one message for each delivery, in order."""
    return tuple(_message(one, place) for one in deliveries)


def _message(delivery: Delivery, place: Place) -> Message:
    address = f"{place.issues}/{delivery.issue}"
    if delivery.mentor == COORDINATORS:
        subject, text = _TO_COORDINATORS
    else:
        subject, text = _WORDS.get(delivery.occasion, _NEWS)
    filled = {
        "number": delivery.issue,
        "address": address,
        "all": f"{place.issues}?q=is%3Aissue+is%3Aopen+mentions%3A{delivery.mentor}",
    }
    return Message(
        delivery.mentor,
        f"{place.name}: {subject.format(**filled)}",
        f"{text.format(**filled)}\n\n{_FOOT.format(name=place.name)}",
    )


_WORDS = {
    "request": (
        "a request waits for you (#{number})",
        "Somebody asks for your help as a mentor:\n"
        "{address}\n\n"
        "There you can read what they would like to reach and why you were suggested. Answer in a comment whose first line is one "
        "of these words: /accept, /decline, /ask or /waitlist. A kind no is a good answer too: they are then shown others with room.",
    ),
    "reminder": (
        "a request still waits for you (#{number})",
        "Somebody still waits for your answer:\n"
        "{address}\n\n"
        "One word as the first line of a comment is enough: /accept, /decline, /ask or /waitlist. If you need a rest, /pause 30d "
        "keeps new requests away for thirty days. Without an answer the request ends by itself, and they are shown other mentors.",
    ),
    "digest": (
        "what waits for you this week",
        "Requests wait for your answer. The first of them:\n"
        "{address}\n\n"
        "All open requests that mention you:\n"
        "{all}",
    ),
}  # fmt: skip
"""The occasions that the bot knows today."""
_NEWS = ("news about request #{number}", "There is something new in a request that you take part in:\n{address}")
_TO_COORDINATORS = (
    "a request needs a coordinator (#{number})",
    "A request needs somebody who looks after the directory:\n{address}\n\nThere you can read what is to be decided, and the words for it.",
)
_FOOT = "You get this because {name}'s coordinators set up this channel for you. Tell them if you would rather not."
