"""The community in a box: the same seed gives the same years, people write what they mean, and figures say what happened."""

import re
from collections import Counter
from datetime import UTC, datetime, timedelta
from random import Random

import pytest

from benchmarks.community.bot import CurrentBot
from benchmarks.community.figures import figures_of
from benchmarks.community.life import MATCHED, Life, Mentee, Step, logins_in, visible
from benchmarks.community.mentors import user
from benchmarks.community.report import LINES, table
from benchmarks.community.run import play, replaced_chapter
from benchmarks.community.wordings import Writer, habits, words
from generator.requests.lifecycle import request_index
from generator.requests.lifecycle.reduce import reduce

SMALL = {"mentors": 24, "requests": 16, "days": 70}
LANGUAGES = ("en", "de", "es", "fr", "pt")


@pytest.fixture(scope="module")
def community():
    return play(1, "base", CurrentBot, SMALL)


def test_the_same_seed_gives_the_same_years(community):
    """Two runs write the same comments at the same times, so that a figure that changes was changed by the bot."""
    again = play(1, "base", CurrentBot, SMALL)
    assert again.box.kept == community.box.kept
    assert figures_of(again) == figures_of(community)


def test_the_real_bot_answers_and_nothing_goes_wrong(community):
    """Requests are opened, the bot leads some of them to a mentor, and no run of it reports an error."""
    assert community.bot.errors == []
    assert len(community.lives) > 10
    assert any(life.matched for life in community.lives.values())
    comments = [one for stored in community.box.kept.values() for one in stored["comments"]]
    assert {one["user"]["type"] for one in comments} == {"Bot", "User"}


def test_the_bot_is_left_as_it_was(community):
    """What the simulation remembers between runs is gone afterwards."""
    assert request_index.reduce is reduce


@pytest.mark.parametrize("meaning", ["yes", "no", "question", "later"])
def test_each_main_meaning_has_many_wordings(meaning):
    """At least sixty wordings in English and twenty-five in each other language, none twice."""
    found = habits()["words"][meaning]
    assert set(found) == set(LANGUAGES)
    for language in LANGUAGES:
        assert len(set(found[language])) == len(found[language]) >= (60 if language == "en" else 25)


def test_nothing_is_left_open_in_what_people_write():
    """Whatever the meaning and language, every gap of a wording is filled."""
    gaps = dict.fromkeys(
        ("to", "mentee", "mentor", "other", "skill", "month", "date", "number", "day", "month_short"), "x"
    )
    for language in LANGUAGES:
        author = Writer("Ana", language, by_email=True, greets=True, signs=True)
        for meaning in habits()["words"]:
            for place in range(20):
                text = words(Random(place), meaning, author, gaps, "What the bot wrote")
                assert text.strip()
                assert not re.search(r"\{\w+\}", text)


def test_a_told_silence_after_an_answer_is_noticed(community):
    """When the bot says that nobody answered although the mentor had written, the watch counts the mentee."""
    at = datetime(2025, 3, 1, tzinfo=UTC)
    life = Life(999, Mentee("mentee-x", Writer("X", "en"), "plain", user("mentee-x")), "mentorship", "python", at)
    life.asked["mentor-001"] = at
    life.steps.append(Step(at, "waiting", "mentor-001", "", swept=False))
    assert not life.spoke("mentor-001")
    assert not life.matched
    life.steps.append(Step(at + timedelta(days=1), "accepted", "mentor-001", "", swept=False))
    assert life.matched
    assert life.state in MATCHED


def test_people_read_what_is_shown_and_nothing_else():
    """Hidden notes of the bot name nobody to people; visible names come in order, once."""
    text = "<!-- mentor-009 -->\nAsk mentor-002, mentor-001 or mentor-002."
    assert logins_in(visible(text)) == ["mentor-002", "mentor-001"]


def test_every_figure_has_a_line(community):
    """The table shows each figure of a scenario that was played, with what is wanted and whether it is reached."""
    drawn = table({"base": [figures_of(community)]})
    lines = Counter(line.scenario for line in LINES)
    assert len(drawn.splitlines()) == lines["base"] + 2
    assert all(line.what in drawn for line in LINES if line.scenario == "base")


def test_results_keep_their_words_when_the_table_is_replaced():
    """Only the community's table is new; the sentences above it and the other chapters stay."""
    before = "# Results\n\n## Community\n\nHow to read it.\n\n| a |\n|---|\n\n## Bot\n\nOther words.\n"
    after = replaced_chapter(before, "| b |\n|---|")
    assert after == "# Results\n\n## Community\n\nHow to read it.\n\n| b |\n|---|\n\n## Bot\n\nOther words.\n"
    assert replaced_chapter("# Results\n", "| b |") == "# Results\n\n## Community\n\n| b |\n"
