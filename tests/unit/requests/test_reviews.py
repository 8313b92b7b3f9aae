"""Reviews: what a form says, who must agree, what is read by a person first, and what the site makes of it."""

from datetime import date
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.insight.activity import read_activity, to_json
from generator.insight.pulse import figures_of
from generator.insight.reviews import AVERAGE_REVIEWS, drawn_rating, reviews_by_mentor
from generator.model.activity import Activity
from generator.model.directory import Directory, Settings
from generator.model.pulse import FEWEST, Pulse, Satisfaction
from generator.model.review import FEWEST_REVIEWS, Review
from generator.model.vocabulary import Vocabularies
from generator.requests.reviews.form import WrittenReview, is_review_form, read_review, review_form
from generator.requests.reviews.judge import needs_review
from tests.fakes.memory_forge import utc

SETTINGS = Settings("Town", "story/town", "https://example.org/conduct")


def body(**answers: str) -> str:
    """An issue as GitHub makes it of the form."""
    return "\n".join(
        f"### {field.label}\n\n{answers.get(field.id, '_No response_')}\n" for field in review_form(SETTINGS).fields
    )


def review(number: int, stars: int = 0, mentor: str = "ada", **changes: object) -> Review:
    """A review of Ada."""
    return Review(number=number, request=number - 1, mentor=mentor, at=date(2026, 11, 1), stars=stars, **changes)


@pytest.mark.parametrize(
    "written",
    ["128", "#128", " 128 ", "https://github.com/story/town/issues/128", "https://github.com/a/b/issues/128/"],
)
def test_a_mentorship_is_named_by_its_number_or_address(written: str) -> None:
    """The number is read from however people write it."""
    assert read_review(body(request=written), Vocabularies()).request == 128


@pytest.mark.parametrize("written", ["", "the last one", "-3", "1" * 40, "12.5", "²", "_No response_"])
def test_what_is_no_number_names_nothing(written: str) -> None:
    """Anything else is no mentorship, and no error."""
    assert read_review(body(request=written), Vocabularies()).request == 0


def test_a_request_is_no_review() -> None:
    """Other issues are left alone."""
    assert not is_review_form("### Mentor\n\nada\n\n### What would you like help with?\n\nPython")
    assert read_review("Hello", Vocabularies()) is None


@given(st.text(max_size=400))
def test_no_text_breaks_the_form(text: str) -> None:
    """Whatever someone writes below the last heading is their words, and nothing else."""
    read = read_review(body(request="7", words=f"x{text}"), Vocabularies())
    assert read is not None and read.request == 7 and read.show == ""


@pytest.mark.parametrize(
    "words",
    [
        "see https://evil.example",
        "www.evil.example",
        "<img src=x onerror=alert(1)>",
        "[here](javascript:alert(1))",
        "ask @bela instead",
        "you idiot",
        "write to me: grace@example.org",
        "call +49 170 1234567",
    ],
)
def test_a_person_reads_first_what_could_hurt(words: str) -> None:
    """Links, markup, mentions, contact details and rough words wait for a coordinator."""
    assert needs_review(WrittenReview(words=words))
    assert needs_review(WrittenReview(thanks=words))


def test_a_happy_review_waits_for_nobody_and_an_unhappy_one_does() -> None:
    """Praise goes to the mentor at once; two stars or a no are read by a coordinator first."""
    assert not needs_review(WrittenReview(words="We looked at one test a week, 1-2 hours.", stars=5, recommend="yes"))
    assert needs_review(WrittenReview(stars=2))
    assert needs_review(WrittenReview(recommend="no"))


def test_few_stars_stay_close_to_the_average_and_many_decide() -> None:
    """A number appears from three reviews on, and moves towards the mentor's own mean with each."""
    assert drawn_rating([5] * (FEWEST_REVIEWS - 1), 4) is None
    few, many = drawn_rating([5] * 3, 4), drawn_rating([5] * 100, 4)
    assert few == (15 + AVERAGE_REVIEWS * 4) / (3 + AVERAGE_REVIEWS)
    assert 4 < few < many < 5


def test_endorsements_count_each_review_once() -> None:
    """Who names Python twice in a review has said it once; the newest review comes first."""
    found = reviews_by_mentor(
        [review(3, helped=("python", "python", "testing")), review(5, helped=("python",)), review(7, mentor="bela")]
    )
    assert found["ada"].helped == (("python", 2), ("testing", 1))
    assert [one.number for one in found["ada"].reviews] == [5, 3]
    assert found["ada"].rating is None


def test_reviews_travel_with_the_activity() -> None:
    """What is written into activity.json is read back as it was, and an older file has none."""
    pulse = Pulse(date(2025, 12, 1), satisfaction=Satisfaction(7, 6, 5, 6, 4))
    reviews = (
        review(
            3, 5, mentee="Mia", recommend="yes", helped=("python",), thanks="Thank you!", words="A\n<b>", answer="Hi"
        ),
        review(9),
    )
    whole = Activity(utc(0), reviews=reviews, pulse=pulse)
    text = to_json(whole, Directory(SETTINGS, Vocabularies()), date(2026, 12, 1))
    assert read_activity(text).reviews == reviews
    assert read_activity(text).pulse == pulse
    assert read_activity('{"version": 1, "built": "2026-12-01T00:00:00Z", "requests": [], "mentors": {}}').reviews == ()


def test_no_share_of_satisfied_people_is_told_of_fewer_than_five() -> None:
    """Neither stars nor recommendations of four people are shown as a share."""
    random = Random(7)
    for _round in range(50):
        answered, starred = random.randint(0, 9), random.randint(0, 9)
        total = Satisfaction(10, answered, random.randint(0, answered), starred, random.randint(0, starred))
        pulse = Pulse(date(2025, 12, 1), satisfaction=total)
        figures = {
            one.name: one
            for one in figures_of(Activity(utc(0), pulse=pulse), pulse, Directory(SETTINGS, Vocabularies()), {})
        }
        assert (figures["satisfied"].value is None) == (starred < FEWEST)
        assert (figures["recommended"].value is None) == (answered < FEWEST)
        assert figures["reviews"].value == 10
