"""Python and JavaScript must never disagree: thousands of random pairs, asked of both."""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.matching.prepared import MatchContext
from generator.matching.ranking import explain, rank
from generator.matching.signals import GUIDANCES, SIGNALS, STRUCTURES
from generator.model.learner import STAGES
from generator.model.mentor import COMMITMENT_MINUTES
from generator.text.languages import language
from tests.examples import examples
from tests.unit.matching.finder import Ask, finder, question
from tests.unit.matching.pairs import match_context, prepared_mentee, prepared_mentor

TERMS = [f"t{number}" for number in range(9)]
ZONES = [
    "Europe/London", "Europe/Berlin", "America/New_York", "America/Sao_Paulo", "Asia/Kolkata", "Asia/Kathmandu", "Australia/Lord_Howe",
    "Pacific/Auckland", "Pacific/Honolulu", "Africa/Casablanca", "UTC",
]  # fmt: skip
DAYS = ["2026-02-20", "2026-03-05", "2026-03-20", "2026-04-01", "2026-09-20", "2026-10-20", "2026-11-21"]
GOALS = ["specific-skills", "career-guidance", "project-help", "general-direction"]
FORMATS = ["ad-hoc-qa", "scheduled-calls", "resource-sharing"]
KINDS = ["long-term", "near-peer", "one-to-many", "study-buddy-plus"]
LANGUAGES = ["en", "de", "pt-BR", "pt-PT", "xx"]


def _some(values: list[str], most: int = 3) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(values), max_size=most, unique=True)


def _stated(parts: dict[str, st.SearchStrategy]) -> st.SearchStrategy[dict]:
    return st.fixed_dictionaries({}, optional=parts)


def _window(day: str, start: int, length: int) -> str:
    end = min(start + length, 96)
    return f"{day} {start // 4:02}:{start % 4 * 15:02}-{end // 4:02}:{end % 4 * 15:02}"


windows = st.lists(
    st.builds(_window, st.sampled_from(["Mon", "Tue", "Fri", "Sat", "Sun"]), st.integers(0, 95), st.integers(1, 40)),
    max_size=4,
    unique=True,
)
styles = _stated({"structure": st.sampled_from(STRUCTURES), "guidance": st.sampled_from(GUIDANCES)})
both = {
    "goals": _some(GOALS), "topics": _some(TERMS), "stage": st.sampled_from(STAGES), "style": styles, "formats": _some(FORMATS, 2),
    "relationship_types": _some(KINDS, 2), "windows": windows,
}  # fmt: skip


def _term(term_id: str) -> st.SearchStrategy[dict]:
    """A term as vocabularies write it; a directory that passes its check names no term that is in no vocabulary."""
    return st.fixed_dictionaries(
        {
            "id": st.just(term_id), "label": st.just(f"The {term_id}"), "synonyms": st.just([f"{term_id}!x"]),
            "broader": _some(TERMS, 2), "related": _some(TERMS, 2),
        }
    )  # fmt: skip


vocabularies = st.tuples(*map(_term, TERMS)).map(list)
wants = _stated({"importance": st.sampled_from(["must", "nice"])}).flatmap(
    lambda more: st.sampled_from([*TERMS, "t1!X", "T2", "constructor"]).map(lambda skill: {"skill": skill, **more})
)
learners = st.builds(
    lambda wishes, optional: wishes | optional,
    st.one_of(st.fixed_dictionaries({"want": st.lists(wants, min_size=1, max_size=4)}), st.fixed_dictionaries({"goals": _some(GOALS)})),
    _stated(
        both
        | {
            "languages": st.just(["en"]) | _some(LANGUAGES, 2), "timezone": st.sampled_from(ZONES),
            "commitment": st.sampled_from(list(COMMITMENT_MINUTES)), "most_important": st.sampled_from([name for name, _ in SIGNALS]),
        }
    ),
)  # fmt: skip
mentors = st.builds(
    lambda required, optional: required | optional,
    st.fixed_dictionaries(
        {
            "github": st.text("abcXYZ019", min_size=1, max_size=6), "skills": st.lists(st.sampled_from(TERMS), min_size=1, max_size=4, unique=True),
            "languages": st.lists(st.sampled_from(LANGUAGES), max_size=2, unique=True).map(lambda tags: tags or ["en"]), "timezone": st.sampled_from(ZONES),
            "commitment": st.sampled_from(list(COMMITMENT_MINUTES)), "capacity": st.integers(0, 3), "openings": st.integers(0, 3),
            "availability": st.sampled_from(["open"] * 12 + ["limited", "waitlist", "closed", "paused", "stale", "hidden"]),
        }
    ),
    _stated(
        both
        | {
            "can_introduce": _some(TERMS), "stages_supported": _some(list(STAGES)), "cannot_help_with": _some([*TERMS, "homework"], 1),
            "pending": st.integers(0, 4), "offer_to_mentor": st.sampled_from([True, True, True, False]), "paused_until": st.just("2026-12-03"),
        }
    ),
)  # fmt: skip
weights = _stated(
    {
        "weights": _stated({name: st.integers(0, 100) for name, _ in SIGNALS}),
        "bands": st.just({"strong": 90, "good": 60, "some": 30}),
    }
)
contexts = st.builds(
    lambda skills, topics, today, given: match_context(
        {"skills": skills, "topics": topics}, today, given, {tag: language(tag) for tag in LANGUAGES}
    ),
    vocabularies,
    vocabularies,
    st.sampled_from(DAYS),
    st.one_of(st.just({}), weights),
)


@pytest.fixture(scope="module")
def ask_finder() -> Iterator[Ask]:
    """The site's finder, waiting for questions."""
    with finder() as ask:
        yield ask


def _consistent(one: dict[str, Any]) -> dict[str, Any]:
    """Let a mentor's availability be one that the build could find for them."""
    if one.get("offer_to_mentor") is False:
        return one | {"availability": "hidden"}
    full = one["openings"] == 0 and one["availability"] in ("open", "limited")
    return one | {"availability": "waitlist"} if full else one


@settings(max_examples=examples(usual=40, many=500), deadline=None, suppress_health_check=list(HealthCheck))
@pytest.mark.slow
@given(
    context=contexts,
    learner=learners,
    people=st.lists(mentors.map(_consistent), min_size=15, max_size=30, unique_by=lambda one: one["github"].lower()),
)
def test_both_languages_say_the_same(ask_finder: Ask, context: MatchContext, learner: dict, people: list[dict]) -> None:
    """For any words, learner and mentors `lodestar match` and the site give the same order, points, reasons and sentences."""
    theirs = ask_finder(question(learner, people, context))
    mentee = prepared_mentee(learner, context)
    ranking = rank(mentee, [prepared_mentor(one, context) for one in people], context)
    for one in ranking.ineligible:
        if one.mentor.availability != "hidden":
            assert list(one.reasons) == theirs["reasons"][one.mentor.profile.github]
    assert [mentor.profile.github for mentor, _ in ranking.ranked] == [one["github"] for one in theirs["ranked"]]
    labels = {wanted.id: wanted.label for wanted in mentee.wanted}
    for (mentor, _), other in zip(ranking.ranked, theirs["ranked"], strict=True):
        match = explain(mentee, mentor, context)
        assert (match.score.points is None) == (other["points"] is None)
        assert (match.score.points or 0) == pytest.approx(other["points"] or 0, abs=0.01)
        assert (match.score.stated, match.score.band) == (other["stated"], other["band"])
        assert [(part.signal, part.sentence) for part in match.parts] == [
            (part["signal"], part["sentence"]) for part in other["signals"]
        ]
        for part, their in zip(match.parts, other["signals"], strict=True):
            assert (part.points, part.of) == (
                pytest.approx(their["points"], abs=0.01),
                pytest.approx(their["of"], abs=0.01),
            )
        assert [labels[term_id] for term_id in match.can_help_with + match.not_offered] == other[
            "can_help_with"
        ] + other["not_offered"]
        assert list(match.unstated) == other["unstated"]
