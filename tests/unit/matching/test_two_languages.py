"""Python and JavaScript must never disagree: thousands of random pairs, asked of both."""

import json
import shutil
import subprocess
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.matching.ranking import explain, rank
from generator.matching.signals import GUIDANCES, SIGNALS, STRUCTURES
from generator.model.learner import STAGES
from generator.model.mentor import COMMITMENT_MINUTES
from tests.paths import TESTS
from tests.unit.matching.pairs import basis_from, candidate_from, seeker_from

LINES = TESTS / "unit" / "js" / "match-lines.mjs"
Ask = Callable[[dict[str, Any]], dict[str, Any]]

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
terms = st.builds(
    lambda id, broader, related: {"id": id, "label": f"The {id}", "synonyms": [f"{id}!x"], "broader": broader, "related": related},
    st.sampled_from(TERMS), _some(TERMS, 2), _some(TERMS, 2),
)  # fmt: skip
vocabularies = st.lists(terms, max_size=9, unique_by=lambda term: term["id"])
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
bases = st.fixed_dictionaries(
    {
        "vocabularies": st.fixed_dictionaries({"skills": vocabularies, "topics": vocabularies}), "today": st.sampled_from(DAYS),
        "settings": st.one_of(st.just({}), weights), "languages": st.just({"en": "English", "de": "German"}),
    }
)  # fmt: skip


@pytest.fixture(scope="module")
def ask_javascript() -> Iterator[Ask]:
    """A JavaScript process that answers one question after the other."""
    node = shutil.which("node")
    if node is None:
        pytest.skip("node is not installed, so JavaScript cannot be asked")
    with subprocess.Popen(
        [node, str(LINES)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    ) as process:
        assert process.stdin and process.stdout

        def ask(question: dict[str, Any]) -> dict[str, Any]:
            process.stdin.write(json.dumps(question) + "\n")
            process.stdin.flush()
            return json.loads(process.stdout.readline())

        yield ask
        process.stdin.close()


@settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    basis=bases,
    learner=learners,
    people=st.lists(mentors, min_size=15, max_size=30, unique_by=lambda one: one["github"].lower()),
)
def test_both_languages_say_the_same(ask_javascript: Ask, basis: dict, learner: dict, people: list[dict]) -> None:
    """For any words, learner and mentors both give the same order, the same points to a hundredth and the same sentences."""
    theirs = ask_javascript({"basis": basis, "learner": learner, "mentors": people})
    mine = basis_from(basis["vocabularies"], basis["today"], basis["settings"], basis["languages"])
    seeker = seeker_from(learner, mine)
    ranking = rank(seeker, [candidate_from(one, mine) for one in people], mine)
    assert [[one.candidate.mentor.github, list(one.reasons)] for one in ranking.gated] == theirs["gated"]
    assert [candidate.mentor.github for candidate, _ in ranking.ranked] == [one["github"] for one in theirs["ranked"]]
    for (candidate, _), other in zip(ranking.ranked, theirs["ranked"], strict=True):
        match = explain(seeker, candidate, mine)
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
        assert (
            list(match.can_help_with + match.not_offered + match.unstated)
            == other["can_help_with"] + other["not_offered"] + other["unstated"]
        )
