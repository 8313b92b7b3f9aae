"""What mentors say about their own availability, in the availability issue or in any request that names them."""

from dataclasses import replace

from generator.model.request import Person
from generator.model.request_state import STATES
from generator.requests.commands.command import COORDINATOR, MENTOR, Command, states_availability
from generator.requests.lifecycle.bot_memory import Event
from generator.requests.lifecycle.context import RequestContext
from generator.requests.lifecycle.durations import last_day
from generator.requests.lifecycle.state import RequestState
from generator.requests.lifecycle.statements import USUAL_PAUSE, stated_capacity
from generator.text.catalogue import N_, _

_LONGEST_PAUSE = 366
_MOST = 20


def has_an_end(request: RequestState, event: Event, context: RequestContext) -> str | None:
    """A pause ends by itself, so it needs a last day."""
    if event.role == COORDINATOR and not request.mentor:
        return _("Nobody is asked in this request, so there is nobody to pause. Nothing has changed.")
    until = last_day(event.words, event.at.date(), USUAL_PAUSE)
    if until is None:
        return _(
            "Please say how long, for example `/pause 30d`, `/pause 6 weeks` or `/pause 2027-01-31`. Nothing has changed yet."
        )
    if (until - event.at.date()).days > _LONGEST_PAUSE:
        return _(
            "A pause can last a year at most, so nothing has changed. For longer, write `offer_to_mentor: false` in your profile: we keep it, but don't list it."
        )
    return None


def is_a_number(request: RequestState, event: Event, context: RequestContext) -> str | None:
    """The number of places is a whole number."""
    number = stated_capacity(event)
    if number is None or number > _MOST:
        return _(
            "Please write a whole number from 0 to {most} after `/capacity`, for example `/capacity 2`. Nothing has changed yet.",
            most=_MOST,
        )
    return None


def pauses(request: RequestState, event: Event) -> RequestState:
    """Note a pause: the mentor's own, or one that a coordinator gives the mentor of a request."""
    by = Person(0, request.mentor) if event.role == COORDINATOR else event.by
    return states_availability(request, replace(event, by=by))


PAUSE = Command(
    "pause",
    (MENTOR, COORDINATOR),
    STATES,
    pauses,
    offered=lambda request, role: role == MENTOR,
    more=N_(
        "A coordinator can write it in a request, to pause the mentor who is asked there. The mentor can end that with `/resume`."
    ),
    argument="how long",
    check=has_an_end,
    about_availability=True,
    summary=N_(
        "Get no new requests for a while, for example `/pause 30d` or `/pause 2027-01-31`. The site shows you as paused, and it ends by itself."
    ),
)
RESUME = Command(
    "resume", (MENTOR,), STATES, states_availability, about_availability=True, summary=N_("End your pause now.")
)
CAPACITY = Command(
    "capacity",
    (MENTOR,),
    STATES,
    states_availability,
    argument="number",
    check=is_a_number,
    about_availability=True,
    summary=N_(
        "Say how many mentees you take at a time, including those you have, for example `/capacity 1`. 0 means no new ones."
    ),
)
CONFIRM = Command(
    "confirm",
    (MENTOR,),
    STATES,
    states_availability,
    about_availability=True,
    summary=N_("Confirm that your profile is still right, so that the site doesn't show it as out of date."),
)
