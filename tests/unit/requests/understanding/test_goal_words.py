"""What people write about goals and agreements is understood as it was meant, and left alone where it was not."""

from datetime import date

import pytest

from generator.model.mentorship import Agreement
from generator.requests.understanding.goal_words import (
    agreed_in,
    done_in,
    goals_in,
    names_goals,
    read_agreement,
    remembered,
    written,
)

TODAY = date(2026, 12, 1)


@pytest.mark.parametrize(
    ("words", "agreement"),
    [
        (
            "every two weeks by video, trial 30 days, until 1 May",
            Agreement("every-two-weeks", "video", "", 30, "2027-05-01"),
        ),
        (
            "structured, weekly calls until our goals are reached",
            Agreement("weekly", "audio", "structured", None, "goals"),
        ),
        ("no trial, open end", Agreement(trial=0, until="open")),
        ("Monthly, in person", Agreement("monthly", "in-person")),
        ("something else", Agreement()),
    ],
)
def test_an_agreement_is_read_and_remembered_in_ids(words: str, agreement: Agreement) -> None:
    """Each part is found wherever it is written, and comes back from what the bot remembers."""
    assert read_agreement(words, TODAY) == agreement
    assert remembered(written(agreement), Agreement()) == agreement


@pytest.mark.parametrize(
    "words", ["Let's talk soon.", "Let's meet next week", "Shall we agree on monthly calls?", "Thanks!"]
)
def test_talk_is_no_agreement(words: str) -> None:
    """Without a rhythm, or as a question, nothing was agreed."""
    assert not agreed_in(words, TODAY)


@pytest.mark.parametrize(
    ("words", "what"),
    [
        ("done 2", "goal 2"),
        ("Goal 2 is done!", "goal 2"),
        ("I finished step 3", "step 3"),
        ("Schritt 2 erledigt", "step 2"),
        ("done", ""),
        ("I've done 2 exercises", ""),
        ("> goal 2 is done", ""),
    ],
)
def test_a_tick_in_plain_words_has_a_number(words: str, what: str) -> None:
    """Only a number that stands for a goal or a step ticks something; a quote never does."""
    assert done_in(words) == what


def test_goals_are_a_line_or_a_list() -> None:
    """A list makes several goals, with their days and ticks; who only talks about goals sets none."""
    listed = goals_in("Our goals:\n- [ ] a test\n- [x] a tool by 2027-02-01", TODAY)
    assert [(one.text, one.due, one.ticked) for one in listed] == [
        ("a test", None, False),
        ("a tool by 2027-02-01", date(2027, 2, 1), True),
    ]
    assert names_goals("Goal: ship it")
    assert not names_goals("Goals are hard.")
