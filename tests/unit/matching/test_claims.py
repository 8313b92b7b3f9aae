"""A match promises only what a mentor wrote: every skill of the vocabulary, asked of every example mentor."""

from collections.abc import Iterator, Set
from datetime import date

import pytest

from generator.app.load import load_directory
from generator.matching.prepared import MatchContext, PreparedMentor
from generator.matching.ranking import explain
from generator.model.vocabulary import Vocabulary
from tests.paths import ROOT
from tests.unit.matching.finder import Ask, finder, question
from tests.unit.matching.pairs import prepared_mentee, prepared_mentor

TODAY = date(2026, 11, 21)
AT_ONCE = 12
DIRECTORY = load_directory(ROOT, TODAY, "The examples have errors.")
CONTEXT = MatchContext(DIRECTORY.vocabularies, TODAY)
PEOPLE = [
    {
        "github": mentor.handle, "skills": list(mentor.skills), "can_introduce": list(mentor.can_introduce), "topics": list(mentor.topics),
        "languages": ["en"], "timezone": "UTC", "commitment": "1h", "capacity": 1, "availability": "open", "openings": 1,
    }
    for mentor in DIRECTORY.mentors.values()
]  # fmt: skip


@pytest.fixture(scope="module")
def ask_finder() -> Iterator[Ask]:
    """The site's finder, waiting for questions."""
    with finder() as ask:
        yield ask


def _learners() -> Iterator[dict]:
    skills = list(CONTEXT.vocabularies.skills.terms)
    for start in range(0, len(skills), AT_ONCE):
        yield {"want": [{"skill": skill} for skill in skills[start : start + AT_ONCE]]}
    topics = list(CONTEXT.vocabularies.topics.terms)
    for start in range(0, len(topics), AT_ONCE):
        yield {"topics": topics[start : start + AT_ONCE]}


def _with_all_above(listed: Set[str], vocabulary: Vocabulary) -> Set[str]:
    """Climb from what is listed to everything broader, by the vocabulary alone."""
    found, ahead = set(listed), list(listed)
    while ahead:
        for above in vocabulary.terms[ahead.pop()].broader:
            if above not in found:
                found.add(above)
                ahead.append(above)
    return found


def _claimable(mentor: PreparedMentor) -> dict[str, Set[str]]:
    profile, words = mentor.profile, CONTEXT.vocabularies
    skills = _with_all_above({*profile.skills, *profile.can_introduce}, words.skills)
    return {"skills": skills, "topics": _with_all_above(set(profile.topics), words.topics)}


def test_nothing_is_promised_that_a_mentor_did_not_list() -> None:
    """Whatever is wanted, "Can help you with" names it exactly where the mentor lists it or something narrower."""
    mentors = [prepared_mentor(one, CONTEXT) for one in PEOPLE]
    claimable = {mentor.profile.handle: _claimable(mentor) for mentor in mentors}
    claims = 0
    for learner in _learners():
        mentee = prepared_mentee(learner, CONTEXT)
        for mentor in mentors:
            listed = claimable[mentor.profile.handle]
            expected = [wanted.id for wanted in mentee.wanted if wanted.id in listed[wanted.kind]]
            assert list(explain(mentee, mentor, CONTEXT).can_help_with) == expected
            claims += len(expected)
    assert claims > len(PEOPLE)


def test_the_site_promises_the_same(ask_finder: Ask) -> None:
    """For every wish the site names as help what Python names, and nothing else."""
    for learner in _learners():
        mentee = prepared_mentee(learner, CONTEXT)
        labels = {wanted.id: wanted.label for wanted in mentee.wanted}
        ours = {
            one["github"]: [
                labels[term] for term in explain(mentee, prepared_mentor(one, CONTEXT), CONTEXT).can_help_with
            ]
            for one in PEOPLE
        }
        for match in ask_finder(question(learner, PEOPLE, CONTEXT))["ranked"]:
            assert match["can_help_with"] == ours[match["github"]]
