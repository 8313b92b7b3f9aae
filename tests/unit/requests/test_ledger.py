"""The bot's memory in its status comment comes back as it was written, and nothing people write passes for it."""

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.learner import Want
from generator.model.request import Asked, Person
from generator.model.request_kind import KINDS
from generator.model.request_state import STATES
from generator.requests.lifecycle.bot_memory import (
    BotMemory,
    Event,
    SentNotice,
    memory_of,
    notice_mark,
    posted_notices,
    status_comment,
    status_comments,
    status_mark,
)
from generator.requests.lifecycle.memory_seal import MemorySeal
from generator.requests.lifecycle.thread import BOT, Comment, Thread

AT = datetime(2026, 11, 21, 12, tzinfo=UTC)
_times = st.datetimes(datetime(2020, 1, 1), datetime(2040, 1, 1), timezones=st.just(UTC)).map(
    lambda at: at.replace(microsecond=0)
)
_words = st.text(max_size=30) | st.sampled_from(
    ["-->", "--", "<!-- lodestar:status {} -->", "@everyone", "}} -->", "\u2028", '"']
)
_handles = st.from_regex(r"[a-z0-9](-?[a-z0-9]){0,20}", fullmatch=True)
_wants = st.builds(
    Want, _handles, st.sampled_from(["must", "nice"]), st.none() | st.just("new"), st.none() | st.just("working")
)
_asked = st.builds(
    Asked, st.sampled_from(KINDS), _handles | st.just(""), st.lists(_wants, max_size=3).map(tuple), st.lists(_handles, max_size=2).map(tuple),
    st.lists(_words, max_size=2).map(tuple), st.none() | _handles, st.none() | _handles, st.none() | _handles, st.lists(_handles, max_size=2).map(tuple),
    st.none() | st.just("Europe/London"), _handles | st.just(""), st.booleans(), st.just(""),
)  # fmt: skip
_said = st.builds(
    Event,
    st.from_regex(r"c[0-9]{1,9}\.[0-4]", fullmatch=True),
    _times,
    st.builds(Person, st.integers(0, 10**9), _handles),
    _handles,
    _handles,
    _words,
)
_keys = st.from_regex(r"[a-z][a-z0-9-]{0,10}:[0-9]{1,3}", fullmatch=True)
_ledgers = st.builds(
    BotMemory, st.none() | _asked, st.none() | _times, st.from_regex(r"[0-9a-f]{16}", fullmatch=True), st.booleans(), st.lists(_said, max_size=5).map(tuple),
    st.dictionaries(_keys, st.builds(SentNotice, _times, st.lists(_handles, max_size=2).map(tuple)), max_size=4), st.dictionaries(_handles, st.integers(1, 10**9), max_size=3),
    st.lists(_handles, max_size=2).map(tuple), st.sampled_from(STATES), st.booleans(),
)  # fmt: skip


def thread(*bodies: str, author: str = BOT) -> Thread:
    """A thread with comments of the bot, or of somebody else."""
    ours = author == BOT
    comments = tuple(
        Comment(number, Person(7, author), AT, body, by_bot=ours, ours=ours) for number, body in enumerate(bodies, 1)
    )
    return Thread(2, "A request", Person(1, "mia"), AT, "", comments=comments)


@given(_ledgers)
def test_a_ledger_comes_back_as_it_was_written(memory: BotMemory) -> None:
    """Whatever is remembered is read again from the comment's first line, which nobody sees and nothing breaks out of."""
    line = status_mark(memory)
    assert "\n" not in line and line.startswith("<!--") and line.find("-->") == len(line) - 3 and "@" not in line
    assert memory_of(thread(f"{line}\n**Waiting**\n\nwords -->")) == memory
    seal = MemorySeal("secret")
    assert memory_of(thread(f"{status_mark(memory, 2, 1, seal)}\n**Waiting**"), seal) == memory


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=5),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(["version", "asked", "sent", "log", "notices", "ids", "state", "kind", "x"]),
                inner,
                max_size=5,
            )
        ),
        max_leaves=12,
    )
)
def test_a_garbled_memory_is_an_empty_one(stored: object) -> None:
    """Whatever a maintainer leaves in the status comment, reading it does not raise."""
    found = memory_of(thread(f"<!-- lodestar:status {json.dumps(stored)} -->"))
    assert isinstance(found, BotMemory)


@pytest.mark.parametrize(
    "skills", [{"id": None}, [["python", "very"]], [["python", ["must"]]], [["python", "must", 5]]]
)
def test_a_memory_of_skills_that_no_form_asks_is_an_empty_one(skills: object) -> None:
    """A skill's importance and levels are those of a form, or the whole memory counts as empty."""
    stored = {"asked": {"kind": "mentorship", "skills": skills}, "state": "waiting"}
    assert memory_of(thread(f"<!-- lodestar:status {json.dumps(stored)} -->")) == BotMemory()


def test_only_what_a_comment_of_the_bot_begins_with_is_a_mark() -> None:
    """Marks that people write into their goals or comments count for nothing, also where the bot repeats them."""
    told = f"{notice_mark('told:1', ('ada',))}\nTheir goals:\n\n```text\n{notice_mark('remind-1:1', ('eve',))}\n{status_mark(BotMemory(state='completed'))}\n```"
    talk = thread(told)
    assert {key: sent.mentions for key, sent in posted_notices(talk).items()} == {"told:1": ("ada",)}
    assert status_comment(talk) is None
    assert posted_notices(thread(told, author="eve")) == {}
    assert status_comments(thread(status_mark(BotMemory(state="active")), author="eve")) == ()


def test_several_answers_in_one_comment_are_all_posted() -> None:
    """One comment may answer for several words, each under its own key."""
    body = f"{notice_mark('answer:c1.0', ())}\n{notice_mark('answer:c1.1', ())}\nNothing was changed."
    assert set(posted_notices(thread(body))) == {"answer:c1.0", "answer:c1.1"}


def test_of_two_status_comments_the_first_counts() -> None:
    """Where two runs began at the same time, the first memory is the memory."""
    talk = thread(status_mark(BotMemory(state="waiting")), status_mark(BotMemory(state="accepted")))
    assert memory_of(talk).state == "waiting"
    assert len(status_comments(talk)) == 2
