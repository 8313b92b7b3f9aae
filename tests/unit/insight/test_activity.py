"""`activity.json` carries everything from the requests to the site, and says so when it is something else."""

import json
from datetime import UTC, date, datetime
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.insight.activity import ActivityError, read_activity, to_json
from generator.model.activity import RESPONSES, Activity, MentorActivity
from generator.model.directory import Directory, Settings
from generator.model.mentor import Mentor
from generator.model.request import RequestSummary
from generator.model.request_kind import KINDS
from generator.model.request_state import STATES
from generator.model.vocabulary import Vocabularies

TODAY = date(2026, 11, 21)
NOW = datetime(2026, 11, 21, 2, 28, tzinfo=UTC)
ADA = Mentor("Ada", "Ada-L", "H", ("python",), ("en",), "Europe/London", "1h", 2, last_confirmed=TODAY)
DIRECTORY = Directory(
    Settings("Test", "example/mentors", "https://example.org"), Vocabularies(), MappingProxyType({"ada-l": ADA})
)

_days = st.dates(date(2020, 1, 1), date(2040, 1, 1))
_times = st.datetimes(datetime(2020, 1, 1), datetime(2040, 1, 1), timezones=st.just(UTC))
_counts = st.integers(0, 10**6)
_handles = st.from_regex(r"[a-z0-9](-?[a-z0-9]){0,20}", fullmatch=True) | st.just("ada-l")
_requests = st.builds(
    RequestSummary, _counts, st.sampled_from(KINDS), st.sampled_from(STATES), _handles | st.just(""), st.text(max_size=39),
    _times, _times, st.none() | _times, _handles | st.just(""),
    skills=st.lists(_handles, max_size=3).map(tuple), topics=st.lists(_handles, max_size=3).map(tuple),
    cause=st.sampled_from(("", "untaken", "silence")),
)  # fmt: skip
_mentors = st.builds(
    MentorActivity, _counts, _counts, st.none() | _days, st.none() | _counts, st.none() | _days, st.none() | _days,
    _counts, st.none() | st.sampled_from(RESPONSES), st.none() | _days,
)  # fmt: skip
_activities = st.builds(
    Activity, _times, st.none() | _times, st.lists(_requests, max_size=5).map(tuple),
    st.dictionaries(_handles, _mentors, max_size=5).map(MappingProxyType),
)  # fmt: skip


@given(_activities)
def test_what_was_written_is_read_again(activity: Activity) -> None:
    """Every activity comes back from its text exactly as it was, whoever left the directory meanwhile."""
    assert read_activity(to_json(activity, DIRECTORY, TODAY)) == activity


def test_others_find_what_the_design_promises() -> None:
    """The file has the documented keys, lists mentors by their handles, and says how each mentor stands today."""
    request = RequestSummary(7, "mentorship", "waiting", "ada-l", "grace", NOW, NOW, None)
    mentors = {
        "ada-l": MentorActivity(active=1, pending=1, capacity=3, capacity_said=date(2026, 11, 22)),
        "gone": MentorActivity(completed=2),
    }
    written = json.loads(to_json(Activity(NOW, None, (request,), mentors), DIRECTORY, TODAY))
    assert written == {
        "version": 1,
        "built": "2026-11-21T02:28:00Z",
        "swept": None,
        "requests": [
            {"number": 7, "kind": "mentorship", "state": "waiting", "mentor": "ada-l", "mentee": "grace", "program": "",
             "opened": "2026-11-21T02:28:00Z", "since": "2026-11-21T02:28:00Z", "due": None},
        ],
        "mentors": {
            "ada-l": {"active": 1, "pending": 1, "openings": 2, "availability": "limited", "until": None, "capacity": 3,
                      "capacity_said": "2026-11-22", "confirmed": None, "completed": 0, "response": None, "last_asked": None, "unanswered": 0},
            "gone": {"active": 0, "pending": 0, "until": None, "capacity": None, "capacity_said": None, "confirmed": None,
                     "completed": 2, "response": None, "last_asked": None, "unanswered": 0},
        },
    }  # fmt: skip


def test_new_keys_stop_nothing() -> None:
    """A file by a newer Lodestar, with keys that this one does not know, is read without them."""
    known = json.loads(to_json(Activity(NOW, NOW, (), {"ada-l": MentorActivity(active=1)}), DIRECTORY, TODAY))
    known["more"] = known["mentors"]["ada-l"]["more"] = [1]
    assert read_activity(json.dumps(known)) == Activity(NOW, NOW, (), {"ada-l": MentorActivity(active=1)})


_REQUEST = {"number": 1, "kind": "mentorship", "state": "waiting", "opened": "2026-11-21", "since": "2026-11-21"}


def _file(**changes: object) -> str:
    return json.dumps({"version": 1, "built": "2026-11-21T02:28:00Z", "requests": [], "mentors": {}} | changes)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "it is not JSON"),
        ("[" * 100_000, "it is not JSON"),
        ("[]", "the whole should hold names and values, but is []"),
        ("{}", "version is missing"),
        (_file(version=2), "it has version 2, and this Lodestar reads version 1"),
        (_file(version="1"), 'version cannot be "1"'),
        (_file(built="yesterday"), 'built cannot be "yesterday"'),
        (_file(built=None), "built is missing"),
        (_file(swept=5), "swept cannot be 5"),
        (_file(requests=None), "requests is missing"),
        (_file(requests={}), "requests cannot be {}"),
        (_file(requests=["x"]), 'requests[0] should hold names and values, but is "x"'),
        (_file(requests=[_REQUEST, _REQUEST | {"state": "lost"}]), 'requests[1].state cannot be "lost"'),
        (_file(requests=[_REQUEST | {"kind": ["mentorship"]}]), 'requests[0].kind cannot be ["mentorship"]'),
        (_file(requests=[_REQUEST | {"number": -1}]), "requests[0].number cannot be -1"),
        (_file(requests=[_REQUEST | {"mentor": 5}]), "requests[0].mentor cannot be 5"),
        (_file(mentors=[]), "mentors cannot be []"),
        (_file(mentors={"Ada": 1}), "mentors.Ada should hold names and values, but is 1"),
        (_file(mentors={"Ada": {"active": True}}), "mentors.Ada.active cannot be true"),
        (_file(mentors={"Ada": {"until": "2026-13-01"}}), 'mentors.Ada.until cannot be "2026-13-01"'),
        (_file(mentors={"Ada": {"response": "x" * 100}}), f'mentors.Ada.response cannot be "{"x" * 39}...'),
    ],
)
def test_something_else_is_told_apart_in_words(text: str, words: str) -> None:
    """Whatever stands in the file instead, the trouble names the place and what stands there."""
    with pytest.raises(ActivityError) as trouble:
        read_activity(text)
    assert str(trouble.value) == words
