"""Whatever a thread or an event holds, the bot reads it to the end or says that it is none: never a traceback."""

import json
from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.app.load import load_readable
from generator.requests.forms.answers import filled_in
from generator.requests.forms.community_forms import forms_of
from generator.requests.lifecycle.availability_issue import availability_issue_of, plan_availability_issue
from generator.requests.lifecycle.event import issue_of
from generator.requests.lifecycle.plan import plan
from generator.requests.lifecycle.reduce import reduce
from generator.requests.lifecycle.request_index import RequestIndex
from generator.requests.lifecycle.simulate import simulate
from generator.requests.lifecycle.thread import Thread, ThreadError, thread_of
from generator.text.languages import language_tag
from tests.attacks.fuzzed_threads import EVENTS, NOWS, bodies, threads
from tests.examples import examples
from tests.fakes.memory_forge import utc
from tests.fakes.request_community import write_community

ANY_SPEED = [HealthCheck.too_slow, HealthCheck.data_too_large]
USUAL = settings(max_examples=60, suppress_health_check=ANY_SPEED)
WHOLE = settings(max_examples=20_000, suppress_health_check=ANY_SPEED)
_ANSWERS = {"mentor": "ada", "skills": "python!, testing", "languages": "English", "goals": "Learn.", "program": "own-way"}  # fmt: skip
_KINDS = ("mentorship", "quick-question", "application", "self-test")
_ROUNDS = 3


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """Let the bot read a stored thread at a time, act on it, and read it again."""
    directory, _ = load_readable(write_community(tmp_path_factory.mktemp("community")), utc())
    forms = forms_of(directory, language_tag)
    texts.extend(filled_in(forms, kind, _ANSWERS) for kind in _KINDS)

    def _read(stored: Any, now: datetime) -> None:
        try:
            thread = thread_of(stored)
        except ThreadError:
            return
        index = RequestIndex(directory, forms, now)
        index.load([thread, replace(thread, number=thread.number + 100)])
        assert index.unreadable == {}
        index.activity(None)
        for number in range(_ROUNDS):
            thread = _acted(thread, index, now, number)

    def _acted(thread: Thread, index: RequestIndex, now: datetime, turn: int) -> Thread:
        context = index.context(thread.number)
        if thread.number == 1:
            actions = plan_availability_issue(availability_issue_of(thread, context), thread, context)
        else:
            request = reduce(thread, context)
            actions = plan(request, thread, context) if request else ()
            if request and request.counts:
                index.update(request)
        for place, action in enumerate(actions):
            json.dumps(action.as_json()).encode()
            action.body.encode("utf-8")
            thread = simulate(thread, action, now, 10**6 + turn * 1000 + place)
        return thread

    return _read


texts: list[str] = []
THREADS = st.deferred(lambda: threads(bodies(texts), st.sampled_from(texts)))


@pytest.mark.exhaustive
@WHOLE
@given(THREADS, NOWS)
def test_twenty_thousand_threads_are_read_to_the_end(read: Any, stored: Any, now: datetime) -> None:
    """No structure and no text of a thread raises anything but the error that names it."""
    read(stored, now)


@USUAL
@given(THREADS, NOWS)
def test_any_thread_is_read_to_the_end(read: Any, stored: Any, now: datetime) -> None:
    """The same with a few examples, for every day."""
    read(stored, now)


@settings(USUAL, max_examples=examples(usual=200, many=5000))
@given(EVENTS)
def test_any_event_names_an_issue_or_none(event: Any) -> None:
    """An event is about an issue with a positive number, or about none."""
    number = issue_of(event)
    assert number is None or number > 0
