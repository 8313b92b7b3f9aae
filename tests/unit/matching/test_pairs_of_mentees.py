"""Two who look for a mentor may help each other, or learn together; only where both said enough."""

from dataclasses import replace
from datetime import date

import pytest

from generator.matching.mentee_profile import learner_of
from generator.matching.pairs import Person, buddy_between, swap_between
from generator.matching.prepared import MatchContext, prepare_mentee, prepare_mentor
from generator.model.mentor import Learning, Mentor, Window
from tests.fakes.small_site import ADA, VOCABULARIES

CONTEXT = MatchContext(VOCABULARIES, date(2026, 11, 21))
EVENING = (Window(0, 1080, 1200),)


def _person(handle: str, teaches: tuple[str, ...] = (), wants: tuple[str, ...] = (), **more: object) -> Person:
    stage = more.pop("stage", "beginner")
    mentor: Mentor = replace(
        ADA, github=handle, name=handle.title(), skills=teaches, seeking_mentor=True, windows=EVENING,
        learning=Learning(wants, stage=stage), **more,
    )  # fmt: skip
    return Person(
        handle, mentor.name, prepare_mentee(learner_of(mentor), CONTEXT), prepare_mentor(mentor, CONTEXT, "open", 1)
    )


def test_two_who_teach_what_the_other_wants_could_swap() -> None:
    """Each lists what the other wants, and both read what they would teach and learn."""
    ada, bo = _person("ada", ("python",), ("testing",)), _person("bo", ("testing",), ("programming",))
    swap = swap_between(ada, bo)
    assert swap is not None
    assert (swap.other, swap.you_teach, swap.they_teach) == ("bo", ("Programming",), ("Testing",))
    back = swap_between(bo, ada)
    assert back is not None
    assert (back.you_teach, back.they_teach) == (swap.they_teach, swap.you_teach)


@pytest.mark.parametrize(
    "bo",
    [
        _person("bo", ("testing",), ("dotnet",)),
        _person("bo", ("dotnet",), ("python",)),
        _person("bo", ("testing",), ("python",), languages=("de",)),
        _person("bo", ("testing",), ("python",), relationship_types=("long-term",)),
        _person("bo", ("testing",), ("python",), cannot_help_with=("testing",)),
        _person("ada", ("testing",), ("python",)),
    ],
    ids=[
        "wants something else",
        "teaches something else",
        "no language",
        "names other kinds",
        "declines it",
        "oneself",
    ],
)
def test_a_swap_needs_both_sides(bo: Person) -> None:
    """Nobody is told of a swap that one of the two could not or would not make."""
    ada = _person("ada", ("python",), ("testing",))
    assert swap_between(ada, bo) is None
    assert swap_between(bo, ada) is None


def test_two_who_want_the_same_at_the_same_time_could_learn_together() -> None:
    """The same topic, a stage apart at most, and an hour a week in common make two study buddies."""
    ada, bo = _person("ada", wants=("python", "testing")), _person("bo", wants=("python",), stage="junior")
    buddy = buddy_between(ada, bo)
    assert buddy is not None
    assert (buddy.other, buddy.topics, buddy.hours, buddy.ahead) == ("bo", ("Python",), 2.0, 1)
    back = buddy_between(bo, ada)
    assert back is not None
    assert back.ahead == -1


@pytest.mark.parametrize(
    "changes",
    [
        {"wants": ("testing",)},
        {"stage": "mid"},
        {"stage": None},
        {"windows": (Window(2, 1080, 1200),)},
        {"windows": ()},
        {"languages": ("de",)},
        {"relationship_types": ("near-peer",)},
    ],
    ids=lambda changes: " ".join(changes),
)
def test_study_buddies_need_the_same_topic_stage_and_hours(changes: dict) -> None:
    """Where one of these is missing or not stated, nobody is called a study buddy."""
    windows = changes.pop("windows", EVENING)
    bo = _person("bo", **{"wants": ("python",), **changes})
    bo = replace(bo, wants=prepare_mentee(replace(bo.wants.learner, windows=windows), CONTEXT))
    assert buddy_between(_person("ada", wants=("python",)), bo) is None
