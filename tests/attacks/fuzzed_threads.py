"""Threads and events as nobody wrote them: whole ones with odd parts, odd ones with whole parts, and pure noise."""

import copy
import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import strategies as st

from generator.model.request_state import STATES
from generator.requests.commands import BY_NAME
from tests.fakes.memory_forge import user

BOT_ACCOUNT = {"login": "github-actions[bot]", "id": 41898282, "type": "Bot"}
ODD = ["-->", "<!--", "```", "~~~", "    ", "\t### Mentor", "### Mentor", "\u202e", "\u2028", "\x00", "\ud800", "@everyone", "ada", "#1", "\r\n"]  # fmt: skip
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.sampled_from(ODD),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["id", "login", "name", "body", "number", "user", "x"]), inner, max_size=4)
    ),
    max_leaves=8,
)
TIMES = (
    st.datetimes(datetime(2026, 11, 1), datetime(2027, 6, 1)).map(lambda at: f"{at:%Y-%m-%dT%H:%M:%SZ}")
    | st.datetimes().map(lambda at: at.isoformat())
    | st.sampled_from(
        [
            "0001-01-01T00:00:00Z",
            "9999-12-31T23:59:59Z",
            "1970-01-01",
            "2999-12-31T23:59:59-12:00",
            "2026-11-21T12:00:00Z",
        ]
    )
)
NOWS = st.datetimes(datetime(2026, 11, 1), datetime(2027, 6, 1), timezones=st.just(UTC)) | st.datetimes(
    datetime(1970, 1, 1), datetime(2999, 12, 31), timezones=st.just(UTC)
)
WORDS = st.lists(
    st.sampled_from(
        [*(f"/{name}" for name in BY_NAME), *ODD, "30d", "9999-12-31", "999 months", "@bela", "0", "99", "yes", "\n"]
    )
    | st.text(max_size=5),
    max_size=6,
).map(" ".join)
PEOPLE = st.sampled_from(
    [*(user(name) for name in ("mia", "ada", "bela", "cora", "eve")), BOT_ACCOUNT, BOT_ACCOUNT, None]
)
_PART = JSON | TIMES | st.sampled_from([*STATES, "mentorship", "time", "form", "c1.0", "told:1"]) | WORDS
_MEMORY_KEYS = ["version", "issue", "author", "asked", "sent", "goals", "held", "log", "notices", "ids", "state", "closed", "refused", "sign", "since", "created", "changed", "took_part", "same"]  # fmt: skip
_LOG = st.lists(
    st.tuples(
        st.sampled_from(["c1.0", "form", "x"]),
        TIMES,
        st.integers(-1, 9),
        st.sampled_from(["mia", "ada"]),
        st.sampled_from(["mentee", "mentor", *STATES]),
        st.sampled_from([*BY_NAME, "time", "form", "reply"]),
        WORDS,
    ).map(list),
    max_size=5,
)
_ASKED = st.fixed_dictionaries(
    {"kind": st.sampled_from(["mentorship", "application", "self-test"])},
    optional={"mentor": st.sampled_from(["ada", "nobody", ""]), "program": st.just("own-way"), "skills": JSON},
)
MEMORIES = st.one_of(
    st.dictionaries(st.sampled_from(_MEMORY_KEYS), _PART, max_size=6),
    st.fixed_dictionaries(
        {"version": st.just(1), "asked": _ASKED, "sent": TIMES, "log": _LOG, "state": st.sampled_from(STATES)},
        optional={
            "ids": st.just({"ada": 5}),
            "closed": st.booleans(),
            "notices": st.dictionaries(
                st.sampled_from(["told:1", "begin"]), st.tuples(TIMES, st.just("ada")).map(list)
            ),
        },
    ),
)
MARKS = st.one_of(
    MEMORIES.map(lambda stored: f"<!-- lodestar:status {json.dumps(stored)} -->\n**Waiting**"),
    st.sampled_from(["told:1", "told:2", "answer:c1.0", "begin", "x"]).map(
        lambda key: f"<!-- lodestar:notice {key} for ada -->\nhello"
    ),
    st.integers(1, 3000).map(lambda depth: "<!-- lodestar:status " + '{"a":' * depth + " -->"),
)


def threads(bodies: st.SearchStrategy[str], forms: st.SearchStrategy[str]) -> st.SearchStrategy[Any]:
    """Stored threads: whole ones, and some with anything at all in one or two places."""
    comment = st.fixed_dictionaries(
        {"id": st.integers(1, 50), "user": PEOPLE, "created_at": TIMES, "body": WORDS | MARKS},
        optional={"updated_at": TIMES},
    )
    issue = st.fixed_dictionaries(
        {"number": st.integers(1, 9), "user": PEOPLE, "created_at": TIMES, "body": bodies},
        optional={
            "title": WORDS, "state": st.sampled_from(["open", "closed"]), "locked": st.booleans(), "closed_at": TIMES,
            "closed_by": PEOPLE, "labels": st.just([{"name": "request"}]), "assignees": st.just([user("ada")]),
        },
    )  # fmt: skip
    whole = st.fixed_dictionaries({"issue": issue, "comments": st.lists(comment, max_size=4)})
    whole = whole | st.builds(_talk, forms, st.lists(_TURNS, max_size=8))
    changes = st.just([]) | st.lists(st.tuples(st.integers(0, 60), JSON), max_size=2)
    return st.builds(_with_odd, whole, changes)


_SENSIBLE = (
    "/accept", "/decline", "/decline timing", "/ask When?", "/waitlist", "/redirect @dora", "/redirect ada", "/started",
    "/goal Write a test", "/update All is well", "/done 1", "/break 2w", "/break 30d", "/resume", "/complete", "/end",
    "/thanks Much!", "/withdraw", "/interested", "/reassign @gwen", "/approve", "/close", "/spam", "/pause 30d",
    "/pause until 2027-01-31", "/capacity 3", "/confirm", "/continue", "/extend 14d", "/help", "yes", "no", "Thank you!",
)  # fmt: skip
_TURNS = st.tuples(
    st.sampled_from(["mia", "ada", "dora", "cora"]), st.sampled_from(_SENSIBLE) | WORDS, st.integers(0, 20)
)
"""Who says what, and how many days after the turn before."""


def _talk(body: str, turns: list[tuple[str, str, int]]) -> dict[str, Any]:
    """A request as it usually goes: a form by Mia, then commands of those who take part, one day after the other."""
    at = datetime(2026, 11, 21, 12)
    issue = {"number": 2, "user": user("mia"), "created_at": f"{at:%Y-%m-%dT%H:%M:%SZ}", "body": body, "state": "open"}
    comments = []
    for number, (login, words, days) in enumerate(turns, 10):
        at += timedelta(days=days, minutes=1)
        stamp = f"{at:%Y-%m-%dT%H:%M:%SZ}"
        comments.append({"id": number, "user": user(login), "created_at": stamp, "body": words})
    return {"issue": issue, "comments": comments}


def _with_odd(whole: Any, changes: list[tuple[int, Any]]) -> Any:
    """Put something odd into the n-th place of a thread, or in its stead."""
    whole = copy.deepcopy(whole)
    for place, odd in changes:
        if place == 0:
            return odd
        places = list(_places(whole))
        if places:
            inside, key = places[place % len(places)]
            inside[key] = odd
    return whole


def _places(value: Any) -> Iterator[tuple[Any, Any]]:
    for key in list(value) if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ():
        yield value, key
        yield from _places(value[key])


def bodies(forms: list[str]) -> st.SearchStrategy[str]:
    """Texts of issues: whole forms, forms with something inserted, and noise."""
    return st.one_of(
        st.sampled_from(forms),
        st.tuples(st.sampled_from(forms), st.integers(0, 900), st.sampled_from(ODD) | WORDS).map(
            lambda one: one[0][: one[1]] + one[2] + one[0][one[1] :]
        ),
        WORDS,
    )


_WHOLE_EVENT = st.fixed_dictionaries(
    {"action": st.sampled_from(["opened", "created", "closed"])},
    optional={"issue": st.fixed_dictionaries({"number": st.integers()}), "comment": JSON, "sender": JSON},
)
EVENTS = st.builds(_with_odd, _WHOLE_EVENT, st.lists(st.tuples(st.integers(0, 20), JSON), max_size=2))
