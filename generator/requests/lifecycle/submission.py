"""The form as it was sent: recognised by a fingerprint of its free text, and brought back where someone deleted it."""

import hashlib
import unicodedata
from dataclasses import replace

from generator.requests.forms.reader import Reading
from generator.requests.lifecycle.bot_memory import BotMemory, SentNotice, ledger_with
from generator.requests.lifecycle.context import RequestContext
from generator.requests.lifecycle.state import FIRST_NOTICES, RequestState
from generator.requests.lifecycle.thread import Thread


def recalled(memory: BotMemory, reading: Reading, thread: Thread) -> BotMemory:
    """Bring back what the bot's memory held of the form, where someone deleted it after the request was sent."""
    told = next((key for key in FIRST_NOTICES if key in memory.notices), None)
    if told is None:
        return memory
    sent: SentNotice = memory.notices[told]
    mentioned = sent.mentions[0] if told == "told:1" and sent.mentions else ""
    asked = replace(reading.asked, goals="", mentor=mentioned or reading.asked.mentor)
    return ledger_with(
        memory, asked=asked, sent_at=sent.at, goals_hash=fingerprint(reading.asked.goals), held=told == "held:form"
    )


def fingerprint(text: str) -> str:
    """Return the same short text for the same words, however they are spaced or capitalised."""
    words = " ".join(unicodedata.normalize("NFKC", text).casefold().split())
    return hashlib.sha256(words.encode("utf-8", "replace")).hexdigest()[:16]


def goals_as_sent(thread: Thread, request: RequestState, context: RequestContext) -> str | None:
    """Return the free text of a request, or None when it is no longer what was sent."""
    reading = context.reading(thread.body)
    goals = reading.asked.goals if reading else ""
    return goals if fingerprint(goals) == request.goals_hash else None
