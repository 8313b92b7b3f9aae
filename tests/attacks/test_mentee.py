"""Attacks by somebody who asks: what they type into a form or behind a command must never speak for the bot."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.app import bot
from generator.forge.people import People, user
from generator.requests.forms.answers import filled_in
from generator.requests.forms.community_forms import forms_of
from generator.text.languages import language_tag
from tests.attacks.comments import comments_of, foreign_acts
from tests.examples import examples
from tests.fakes.memory_forge import MemoryForge
from tests.fakes.request_community import MENTORS, write_community
from tests.unit.text.test_plain_names import HOSTILE_TEXTS

_NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
_FIELDS = (
    "mentor",
    "skills",
    "languages",
    "timezone",
    "goals",
    "format",
    "commitment",
    "program",
    "on_behalf",
    "details",
)
_COMMANDS = (
    "on-behalf",
    "accept",
    "goal",
    "update",
    "break",
    "redirect",
    "ask",
    "decline",
    "started",
    "thanks",
    "pause",
    "capacity",
    "nonsense",
)
hostile = st.lists(st.sampled_from([*HOSTILE_TEXTS, " ", ", ", "\n", "python", "English"]), max_size=4).map("".join)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small community."""
    return write_community(tmp_path_factory.mktemp("community"))


@settings(max_examples=examples(usual=25, many=500), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    answers=st.dictionaries(st.sampled_from(_FIELDS), hostile, max_size=4),
    kind=st.sampled_from(["mentorship", "quick-question", "interview", "application"]),
    comments=st.lists(
        st.tuples(st.sampled_from(["eve", "ada", "cora"]), st.sampled_from(_COMMANDS), hostile), max_size=3
    ),
)
def test_what_people_type_is_only_code_or_nothing(
    answers: dict[str, str], kind: str, comments: list[tuple[str, str, str]], root: Path
) -> None:
    """Whatever somebody fills into a form or writes behind a command, no comment of the bot does anything of it."""
    directory, _problems = bot.load_readable(root, _NOW)
    usual = {"mentor": "ada", "skills": "python!", "languages": "English", "goals": "Write tests.", "program": "spring"}
    body = filled_in(forms_of(directory, language_tag), kind, usual | answers)
    forge = MemoryForge(_NOW)
    people = People(forge)
    people.open(user("cora"), "Availability")
    number = people.open(user("eve"), body)
    bot.handle(forge, root, number, _NOW)
    for login, command, words in comments:
        people.say(user(login), number, f"/{command} {words}")
        bot.handle(forge, root, number, _NOW)
    written = comments_of(forge)
    # What is behind an open HTML comment is seen by nobody, so it is no form and gets no answer.
    assert written or "<!--" in body
    for comment in written:
        assert not set(foreign_acts(comment, {*MENTORS, "eve", "cora", "paula"})), comment
