"""What requests add up to for each mentor: load, pauses after silence, and how soon they answer."""

from datetime import date, datetime, timedelta

import pytest

from generator.model.directory import Days, Directory, Settings
from generator.model.mentor import Mentor
from generator.model.request import Person
from generator.model.vocabulary import Vocabularies
from generator.requests.lifecycle.bot_memory import BotMemory, Event
from generator.requests.lifecycle.state import RequestState
from generator.requests.stats.activity_stats import activity_of, mentor_activity, unanswered_of
from tests.fakes.memory_forge import utc

ADA = Mentor("Ada", "ada", "H", ("python",), ("en",), "Europe/London", "1h", 2)
DIRECTORY = Directory(Settings("Test", "example/mentors", "https://example.org"), Vocabularies(), {"ada": ADA})


def request(number: int, state: str = "waiting", asked: float = 0, **changes: object) -> RequestState:
    """A request to Ada, sent on a day counted from the twenty-first of November 2026."""
    defaults = {"mentor": "ada", "tried": ("ada",), "sent_at": utc(asked), "asked_at": utc(asked), "round": 1}
    kind = changes.pop("kind", "mentorship")
    return RequestState(
        number,
        Person(number, f"mentee{number}"),
        kind,
        state,
        utc(asked),
        utc(asked),
        "form",
        BotMemory(),
        **{**defaults, **changes},
    )


def stated(command: str, at: datetime, words: str = "") -> Event:
    """Something that Ada says about her own availability."""
    return Event("c1.0", at, Person(1, "ada"), "mentor", command, words)


def silent(number: int, day: float, **changes: object) -> RequestState:
    """A request that Ada let expire on a day."""
    return request(number, "expired", day - 14, cause="silence", silent=(("ada", utc(day)),), **changes)


def answered(number: int, after: float, asked: float = 0) -> RequestState:
    """A request that Ada answered after so many days."""
    at = utc(asked + after)
    return request(number, "accepted", asked, answered_at=at, spoke=(("ada", at),))


def test_only_regular_mentees_take_places() -> None:
    """Quick questions, interviews and groups take no place; whoever waits for any answer is pending."""
    requests = [
        request(1, "active"),
        request(2, "trial"),
        request(3, "on-break"),
        request(4, "active", kind="quick-question"),
        request(5, "active", kind="group"),
        request(6),
        request(7, "held"),
        request(8, "declined"),
    ]
    found = mentor_activity("ada", requests, [], DIRECTORY)
    assert (found.active, found.pending) == (3, 2)


@pytest.mark.parametrize(
    ("days", "response"),
    [([0.2, 0.5], None), ([0.2, 0.5, 0.9], "a day"), ([0.2, 2, 9], "three days"), ([4, 5, 20], "a week"), ([10, 11, 12], "two weeks"), ([20, 21, 22], None), ([1, 1, 1], "a day"), ([3, 3, 3.5], "three days")],
)  # fmt: skip
def test_the_usual_answer_is_told_from_three_on(days: list[float], response: str | None) -> None:
    """The median of the answers makes the words, from three answers on; more than two weeks is nothing to tell."""
    assert (
        mentor_activity("ada", [answered(number, after) for number, after in enumerate(days)], [], DIRECTORY).response
        == response
    )


def test_a_passed_on_request_counts_from_when_this_mentor_was_asked() -> None:
    """Who is asked second is not measured by the time that the first one took."""
    late = [
        request(number, "accepted", sent_at=utc(0), asked_at=utc(14), answered_at=utc(14.5)) for number in (1, 2, 3)
    ]
    assert mentor_activity("ada", late, [], DIRECTORY).response == "a day"


def test_each_silence_in_a_row_pauses_longer() -> None:
    """One silence pauses for thirty days where nothing was heard of the mentor, one after that for ninety, whoever has the requests now."""
    gone_on = silent(1, 14, **{"mentor": "bela", "tried": ("ada", "bela")})
    assert mentor_activity("ada", [gone_on], [], DIRECTORY).paused_until == (utc(14) + timedelta(days=30)).date()
    both = mentor_activity("ada", [gone_on, silent(2, 20)], [], DIRECTORY)
    assert both.paused_until == (utc(20) + timedelta(days=30)).date()
    later = mentor_activity("ada", [gone_on, silent(2, 20), silent(3, 80)], [], DIRECTORY)
    assert later.paused_until == (utc(80) + timedelta(days=90)).date()
    assert later.unanswered == 3


def test_one_silence_of_someone_who_was_there_lately_pauses_nobody() -> None:
    """A sign of life within sixty days protects from a pause, and not from being shown as someone who hasn't answered."""
    known = mentor_activity("ada", [silent(1, 14)], [stated("confirm", utc(1))], DIRECTORY)
    assert (known.paused_until, known.unanswered) == (None, 1)


@pytest.mark.parametrize("word", ["resume", "confirm", "capacity"])
def test_any_word_of_the_mentor_takes_silences_back(word: str) -> None:
    """A mentor who says anything about themselves is there again."""
    event = stated(word, utc(21), "2" if word == "capacity" else "")
    assert mentor_activity("ada", [silent(1, 14), silent(2, 20)], [event], DIRECTORY).paused_until is None


def test_an_answer_between_two_silences_keeps_them_apart() -> None:
    """Two silences count only in a row."""
    requests = [silent(1, 14), answered(2, 1, asked=15), silent(3, 30)]
    found = unanswered_of("ada", requests, [], Days())
    assert [(one.number, one.at) for one in found.ends] == [(3, utc(30))]


def test_the_later_end_of_two_pauses_counts() -> None:
    """A pause that was said is not shortened by the one that follows silence, nor the other way round."""
    both = [silent(1, 14), silent(2, 20)]
    for day, until in ((date(2027, 3, 1), date(2027, 3, 1)), (date(2026, 12, 1), date(2027, 1, 10))):
        event = stated("pause", utc(1), f"{day}")
        assert mentor_activity("ada", both, [event], DIRECTORY).paused_until == until


def test_the_last_word_counts_also_at_the_same_second() -> None:
    """Of two words in one comment the second is the last."""
    statements = [stated("pause", utc(1), "2027-03-01"), stated("resume", utc(1))]
    assert mentor_activity("ada", [], statements, DIRECTORY).paused_until is None
    statements = [stated("capacity", utc(1), "1"), stated("capacity", utc(1), "5")]
    assert mentor_activity("ada", [], statements, DIRECTORY).capacity == 5


def test_activity_lists_what_was_sent_and_whoever_is_listed() -> None:
    """Incomplete requests and self-tests are not listed, nor are mentors without a file."""
    requests = [
        request(1),
        request(2, "incomplete", sent_at=None),
        request(3, "active", kind="self-test"),
        request(4, mentor="gone", tried=("gone",)),
    ]
    found = activity_of(requests, [stated("pause", utc(0), "2027-01-01")], DIRECTORY, utc(1), None)
    assert [one.number for one in found.requests] == [1, 4]
    assert set(found.mentors) == {"ada"}
    assert found.mentors["ada"].paused_until == date(2027, 1, 1)
