"""Both sides pause for a while."""

from datetime import timedelta

from generator.requests.commands.command import MENTEE, MENTOR, Command
from generator.requests.commands.durations import last_day
from generator.requests.lifecycle.bot_memory import Event
from generator.requests.lifecycle.context import RequestContext
from generator.requests.lifecycle.state import RequestState, moved
from generator.requests.replies.markdown_links import counted

_WITHOUT_WORDS = 30


def take_break(request: RequestState, event: Event) -> RequestState:
    """Pause for a while, for example `/break 3 weeks` or `/break 2027-01-31`. It ends by itself."""
    until = last_day(event.words, event.at.date(), _WITHOUT_WORDS)
    return moved(
        request, "on-break", event.at, event.event_id, until=until or event.at.date() + timedelta(days=_WITHOUT_WORDS)
    )


def is_short_enough(request: RequestState, event: Event, context: RequestContext) -> str | None:
    """A break has an end, and not a far one."""
    longest = context.directory.settings.requests.days.break_at_most
    until = last_day(event.words, event.at.date(), min(_WITHOUT_WORDS, longest))
    if until is None:
        return "Please say how long, for example `/break 3 weeks` or `/break 2027-01-31`. Nothing was changed yet."
    if (until - event.at.date()).days > longest:
        return f"A break can last {counted(longest, 'day')} at most, so nothing was changed. For longer, write `/end`, and ask again when the time comes."
    return None


COMMAND = Command(
    "break", (MENTOR, MENTEE), ("trial", "active"), take_break, argument="how long", check=is_short_enough
)
