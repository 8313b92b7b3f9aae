"""Every wait ends on its second, and not one before."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from generator.app.load import load_readable
from generator.model.request import Asked, Person
from generator.requests.forms.community_forms import forms_of
from generator.requests.lifecycle.before_yes import waiting_since
from generator.requests.lifecycle.bot_memory import TIME, BotMemory, Event, SentNotice
from generator.requests.lifecycle.context import RequestContext
from generator.requests.lifecycle.request_index import RequestIndex
from generator.requests.lifecycle.state import RequestState
from generator.requests.lifecycle.timers import advance_to, due_of, fire_timer, timer_of
from generator.requests.lifecycle.waiting_list import LIST_ASKS, LIST_GOES_ON, list_asks
from generator.text.languages import language_tag
from tests.fakes.memory_forge import utc
from tests.fakes.request_community import write_community

SECOND = timedelta(seconds=1)
BEGAN = utc()


@pytest.fixture(scope="module")
def context(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RequestContext]:
    """What the bot knows of the community."""
    directory, _ = load_readable(write_community(tmp_path_factory.mktemp("community")), BEGAN)
    return RequestIndex(directory, forms_of(directory, language_tag), BEGAN).context(2)


def request(state: str, **changes: object) -> RequestState:
    """A request in a state since noon of the twenty-first of November 2026."""
    keys = ("told:1", "turn-2:form", "contact-2:form", "check-in-2:20261121")
    memory = BotMemory(notices={key: SentNotice(BEGAN) for key in keys})
    asked = Asked("mentorship", "ada", program=changes.pop("program", ""))
    return replace(
        RequestState(
            2, Person(1, "mia"), "mentorship", state, BEGAN, BEGAN, "form", memory, asked=asked, mentor="ada", round=1
        ),
        **changes,
    )


@pytest.mark.parametrize(
    ("before", "days", "state", "cause"),
    [
        (request("incomplete"), 14, "expired", "incomplete"),
        (request("held"), 28, "expired", "held"),
        (request("waiting"), 14, "expired", "silence"),
        (request("waiting", mentor=""), 90, "expired", "nobody"),
        (request("waiting", offered=True), 6.5, "waiting", "list-goes-on"),
        (request("question"), 14, "undecided", "question"),
        (request("waitlisted"), 90, "talking", "waitlist"),
        (request("waitlisted", until=date(2026, 12, 1)), 9.5, "talking", "waitlist"),
        (request("talking", questions=2, asked_on=BEGAN), 7, "undecided", ""),
        (request("accepted", questions=2, asked_on=BEGAN), 7, "quiet", ""),
        (request("accepted", mentor="", program="own-way"), 366, "ended", "program"),
        (request("accepted", mentor="", program="gone"), 366, "ended", "program"),
        (request("trial", mentor="dora", trial_asked=True), 24, "active", ""),
        (request("active", mentor="bela", questions=2, asked_on=BEGAN), 14, "quiet", ""),
        (request("active", questions=2, asked_on=BEGAN), 14, "quiet", ""),
        (request("active", kind="quick-question", questions=2, asked_on=BEGAN), 14, "completed", "quiet"),
        (request("active", kind="self-test"), 7, "ended", "untested"),
    ],
)  # fmt: skip
def test_a_state_ends_on_its_second(
    context: RequestContext, before: RequestState, days: int, state: str, cause: str
) -> None:
    """A second before the end nothing has changed; on it the next state begins, with its cause and at that time."""
    end = BEGAN + timedelta(days=days)
    assert advance_to(before, context, end - SECOND, end) == before
    after = advance_to(before, context, end, end)
    assert (after.state, after.cause, after.since) == (state, cause, end)
    assert due_of(before, context, BEGAN) == end


def test_after_the_trial_both_are_asked_first(context: RequestContext) -> None:
    """The trial's end only asks; two more weeks of silence let it go on."""
    over = BEGAN + timedelta(days=10)
    asked = advance_to(request("trial", mentor="dora"), context, over, over)
    assert (asked.state, asked.trial_asked) == ("trial", True)


def test_a_break_ends_with_its_last_day(context: RequestContext) -> None:
    """A break until a day ends at midnight after it, in UTC, and counts as a word."""
    before = request("on-break", until=date(2026, 12, 1))
    end = datetime.fromisoformat("2026-12-02T00:00:00+00:00")
    assert advance_to(before, context, end - SECOND, end).state == "on-break"
    after = advance_to(before, context, end, end)
    assert (after.state, after.event_id, after.last_word) == ("active", "break-over", end)


def test_a_program_ends_what_it_accepted_on_the_day_after_its_last(context: RequestContext) -> None:
    """Who was accepted without a mentor is let go when the program is over."""
    assert timer_of(request("accepted", mentor="", program="spring"), context, BEGAN).at.date() == date(2027, 1, 12)


@pytest.mark.parametrize(("hours", "late"), [(0, False), (35, False), (36, False), (37, True), (240, True)])
def test_a_mentor_who_was_told_late_loses_no_time(hours: int, late: bool) -> None:
    """A wait counts from when the mentor was told, unless the bot was late by less than a day and a half."""
    told = BEGAN + timedelta(hours=hours)
    waiting = request("waiting", memory=BotMemory(notices={"told:1": SentNotice(told)}))
    assert waiting_since(waiting, told) == (told if late else BEGAN)


def test_who_was_never_told_was_not_silent(context: RequestContext) -> None:
    """In a locked conversation nobody can be told, and the end is nobody's silence."""
    after = advance_to(
        request("waiting", memory=BotMemory(), mute=True),
        context,
        BEGAN + timedelta(days=30),
        BEGAN + timedelta(days=30),
    )
    assert (after.state, after.cause, after.silent) == ("expired", "nobody", ())


def test_what_the_ledger_tells_is_not_told_anew(context: RequestContext) -> None:
    """Until the last thing the ledger knows no timer rings by itself, so new settings change nothing that has been."""
    moment = BEGAN + timedelta(days=60)
    assert advance_to(request("waiting"), context, moment, moment, known=moment).state == "waiting"
    assert advance_to(request("waiting"), context, moment + SECOND, moment, known=moment).state == "expired"


def test_a_timer_of_another_state_rings_no_more() -> None:
    """An end the ledger tells of is passed over where an earlier word has led elsewhere meanwhile."""
    event = Event(TIME, BEGAN + timedelta(days=14), Person(0, ""), "waiting", TIME, "expired silence")
    accepted = request("accepted")
    assert fire_timer(accepted, event) is accepted
    assert fire_timer(request("waiting"), event).silent == (("ada", event.at),)


def test_what_older_memory_calls_an_offer_is_the_list_asking() -> None:
    """Threads in which the list's events had the name of another thing, a mentor's own offer, go on where they were."""
    old = Event("offer", BEGAN, Person(0, ""), "waiting", "offer", "ada")
    assert list_asks(old)
    assert list_asks(replace(old, event_id=LIST_ASKS, command=LIST_ASKS))
    assert not list_asks(replace(old, event_id="c7.0"))
    asked = request("waiting", offered=True)
    over = Event(TIME, BEGAN, Person(0, ""), "waiting", TIME, "waiting offer")
    then, now = (fire_timer(asked, replace(over, words=words)) for words in (over.words, f"waiting {LIST_GOES_ON}"))
    assert replace(then, effective=()) == replace(now, effective=())
    assert now.listed and now.let_pass == (("ada", BEGAN),)
