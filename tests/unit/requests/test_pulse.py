"""The pulse of a community: counted from its requests, and told of no fewer than five."""

from dataclasses import fields
from datetime import timedelta
from random import Random
from statistics import median

import pytest

from generator.insight.pulse import SHARE, demand_of, figures_of
from generator.insight.pulse_file import pulse_fields, read_pulse
from generator.model.activity import Activity
from generator.model.directory import Directory, Settings
from generator.model.pulse import FEWEST, Pulse
from generator.model.request import RequestSummary
from generator.model.request_state import ACTIVE_STATES, PENDING_STATES
from generator.model.vocabulary import Vocabularies
from generator.requests.lifecycle.bot_memory import Event
from generator.requests.lifecycle.state import RequestState
from generator.requests.stats.pulse import pulse_of
from tests.fakes.example_site import PULSE
from tests.fakes.memory_forge import utc
from tests.unit.requests.test_tally import request

NOW = utc(0)


def said(command: str, day: float, role: str = "mentor") -> Event:
    """A command that counted."""
    return Event(f"c{day}.0", utc(day), request(1).mentee, role, command)


def asked(number: int, state: str, day: float, *events: Event, **changes: object) -> RequestState:
    """A request to Ada that was sent, and told her, on a day."""
    return request(number, state, day, calls=((1, "ada", utc(day)),), effective=events, **changes)


SMALL = (
    asked(1, "active", -100, said("accept", -99), said("started", -95, "mentee"), said("update", -50, "mentee")),
    asked(2, "completed", -90, said("accept", -88), said("complete", -20)),
    asked(3, "ended", -80, said("accept", -80), said("end", -70)),
    asked(4, "declined", -70, said("decline", -65)),
    asked(5, "expired", -60),
    asked(6, "waiting", -2),
    asked(7, "accepted", -10, said("accept", -7)),
    request(8, "expired", -40),
    asked(9, "active", -400, said("accept", -399)),
    asked(10, "removed", -5),
    asked(11, "completed", -30, said("accept", -26), kind="quick-question"),
)


def test_a_small_set_is_counted_as_by_hand() -> None:
    """Eleven requests, each of its own kind, add up to what a person counts."""
    pulse = pulse_of(SMALL, NOW)
    assert (pulse.sent, pulse.asked, pulse.answered, pulse.unanswered) == (9, 8, 6, 1)
    assert pulse.waits == (1, 1, 1, 2, 1, 0, 0)
    assert pulse.usual_wait == 2.5
    assert (pulse.matched, pulse.usual_match) == (5, 2)
    assert (pulse.mentorships, pulse.begun, pulse.old, pulse.lasting) == (4, 2, 3, 2)
    assert (pulse.completed, pulse.ended, pulse.checked_in) == (1, 1, 1)
    assert sum(month.sent for month in pulse.months) == 9
    assert [sum(getattr(month, what) for month in pulse.months) for what in ("yes", "no", "unanswered", "open")] == [
        5, 2, 1, 1,
    ]  # fmt: skip


def test_no_middle_is_told_of_fewer_than_five() -> None:
    """Four answers have no usual wait, five have one."""
    few = [asked(number, "declined", -10, said("decline", -8)) for number in range(FEWEST)]
    assert pulse_of(few[:-1], NOW).usual_wait is None
    assert pulse_of(few, NOW).usual_wait == 2
    assert pulse_of(few, NOW).usual_match is None


@pytest.mark.parametrize("part", range(FEWEST))
def test_no_share_is_told_of_fewer_than_five(part: int) -> None:
    """Whatever a share is made from, of four or fewer its value is not told; how many they were is."""
    counts = {field.name: part for field in fields(Pulse) if field.type in (int, "int")}
    activity = Activity(NOW)
    figures = figures_of(activity, Pulse(NOW.date(), **counts), _directory(), {})
    shares = [figure for figure in figures if figure.kind == SHARE and figure.of is not None and figure.of < FEWEST]
    assert {"matched", "begun", "lasting", "checked_in", "concentration", "fresh"} <= {one.name for one in shares}
    assert all(figure.value is None for figure in shares)


def test_every_figure_agrees_with_a_naive_reading_of_the_threads(two_years: tuple[RequestState, ...]) -> None:
    """On two years of synthetic threads, counting the long way gives the same."""
    pulse = pulse_of(two_years, NOW)
    found = [one for one in two_years if one.sent_at and NOW - one.sent_at <= timedelta(days=365)]
    found = [one for one in found if one.sent_at.date() >= pulse.since and one.state != "removed"]
    assert pulse.sent == len(found) > 50
    answers = {}
    for one in found:
        wrote = [event.at for event in one.effective if event.role == "mentor"]
        wrote += [at for _who, at in one.heard] + ([one.answered_at] if one.answered_at else [])
        if wrote and one.calls:
            answers[one.number] = (min(wrote) - min(call[2] for call in one.calls)).total_seconds() / 86400
    assert pulse.answered == len(answers) == sum(pulse.waits)
    assert pulse.usual_wait == round(median(max(0, days) for days in answers.values()), 2)
    yes = [one for one in found if one.state in ACTIVE_STATES | {"completed", "ended"}]
    assert pulse.matched == len([one for one in yes if one.answered_at or _accepted(one)])
    silent = [one for one in found if one.calls and one.state not in PENDING_STATES and one.number not in answers]
    assert pulse.unanswered == len(silent)
    assert sum(month.sent for month in pulse.months) == len(found)


def _accepted(one: RequestState) -> bool:
    return any(event.command == "accept" for event in one.effective)


@pytest.fixture(scope="module")
def two_years() -> tuple[RequestState, ...]:
    """Requests in every state, with answers after many different times, drawn from a seed."""
    draw = Random(7)
    drawn = []
    for number in range(1, 300):
        day = -draw.uniform(1, 720)
        answer = min(0.0, day + draw.expovariate(0.4))
        kind = draw.choice(["mentorship", "mentorship", "quick-question"])
        state = draw.choice(["waiting", "active", "completed", "ended", "declined", "expired", "withdrawn", "removed"])
        if state in ("waiting", "expired"):
            drawn.append(asked(number, state, day, kind=kind))
        elif state in ("declined", "withdrawn"):
            events = [said("decline", answer)] if state == "declined" else []
            drawn.append(asked(number, state, day, *events, kind=kind))
        else:
            drawn.append(asked(number, state, day, said("accept", answer), kind=kind, answered_at=utc(answer)))
    return tuple(drawn)


def test_a_pulse_comes_back_from_its_file() -> None:
    """What is written into activity.json is read back the same, and what is no pulse is refused."""
    for pulse in (PULSE, pulse_of(SMALL, NOW), Pulse(NOW.date())):
        assert read_pulse(pulse_fields(pulse)) == pulse
    for wrong in ({}, [], {"since": "soon"}, pulse_fields(PULSE) | {"sent": -1}, pulse_fields(PULSE) | {"waits": [1]}):
        with pytest.raises((TypeError, ValueError)):
            read_pulse(wrong)


def test_demand_names_what_nobody_offers() -> None:
    """What people ask for comes most wanted first, with who offers it; requests before the year count nothing."""
    requests = [
        RequestSummary(number, "mentorship", "waiting", "", "grace", at, at, skills=skills)
        for number, at, skills in ((1, NOW, ("rust", "python")), (2, NOW, ("rust",)), (3, utc(-500), ("rust",)))
    ]
    wanted = list(demand_of(Activity(NOW, requests=tuple(requests)), Pulse(utc(-365).date()), _directory(), {}))
    assert [(one.id, one.asked, one.offered) for one in wanted] == [("rust", 2, 0), ("python", 1, 0)]


def _directory() -> Directory:
    return Directory(Settings("Test", "example/mentors", "https://example.org"), Vocabularies(), {})
