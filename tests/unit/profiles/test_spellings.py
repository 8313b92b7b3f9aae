"""What people call things is read as the ids that files hold."""

from datetime import date

import pytest

from generator.demo.words import read_vocabularies
from generator.profiles.rules.context import RuleContext
from generator.profiles.spellings import read_spellings

CONTEXT = RuleContext(date(2026, 11, 21), read_vocabularies())


def read(**fields: object) -> dict:
    """Read some fields of a profile."""
    return read_spellings("mentor", fields, CONTEXT).fields


@pytest.mark.parametrize(
    ("written", "skill"),
    [("Python", "python"), ("python3", "python"), ("C#", "csharp"), ("Node.js", "nodejs"), ("node js", "nodejs"), ("k8s", "kubernetes"), ("ReactJS", "react")],
)  # fmt: skip
def test_a_skill_is_known_by_what_people_call_it(written: str, skill: str) -> None:
    """A label, a synonym, other capital letters or spaces are read as the skill's id."""
    assert read(skills=[written]) == {"skills": [skill]}


@pytest.mark.parametrize(
    ("field", "written", "meant"),
    [
        ("languages", ["English", "Español", "pt_br"], ["en", "es", "pt-BR"]),
        ("timezone", "Spain", "Europe/Madrid"),
        ("timezone", "berlin", "Europe/Berlin"),
        ("timezone", "Pune, India", "Asia/Kolkata"),
        ("commitment", "30 minutes", "30m"),
        ("commitment", "~1 hour/month", "1h"),
        ("goals", ["Project help"], ["project-help"]),
        ("style", {"structure": "Flexible"}, {"structure": "flexible"}),
        ("location", {"country": "Deutschland"}, {"country": "DE"}),
        ("stages_supported", ["Mid-level", "BEGINNER"], ["mid", "beginner"]),
    ],
)
def test_other_fields_are_read_too(field: str, written: object, meant: object) -> None:
    """Languages, time zones, countries and choices are read by their names."""
    assert read(**{field: written}) == {field: meant}


def test_a_term_is_read_in_the_list_it_belongs_to() -> None:
    """A topic among the skills is read as a topic, once, and both lists keep their order."""
    fields = read(skills=["python", "CV review", "git", "Code review"], topics=["code-review"])
    assert fields == {"skills": ["python", "git"], "topics": ["code-review", "cv-review"]}


def test_two_spellings_are_one_skill() -> None:
    """A skill that is there twice in two spellings is listed once."""
    assert read(skills=["ReactJS", "react", "React"]) == {"skills": ["react"]}


def test_a_country_settles_what_an_abbreviation_leaves_open() -> None:
    """IST has several meanings, so nothing is read; in a profile from Ireland it has one."""
    assert read(timezone="IST") == {"timezone": "IST"}
    assert read(timezone="IST", location={"country": "Ireland"})["timezone"] == "Europe/Dublin"


def test_what_means_nothing_stays_as_it_is() -> None:
    """An unknown word, a wrong shape and somebody's own text are handed on untouched, for the checks to judge."""
    fields = {
        "skills": ["basket weaving", 7, None],
        "topics": 7,
        "languages": [["en"]],
        "bio": "Python",
        "style": [],
    }
    assert read(**fields) == fields


def test_the_fields_given_stay_as_they_are() -> None:
    """Reading makes new fields; who holds the old ones sees no change."""
    fields = {"skills": ["Python", "CV review"]}
    read_spellings("mentor", fields, CONTEXT)
    assert fields == {"skills": ["Python", "CV review"]}


def test_each_value_remembers_where_it_was_written() -> None:
    """A problem with a value that moved is shown where it was written."""
    found = read_spellings("mentor", {"skills": ["CV review", "git"], "topics": ["homework"]}, CONTEXT)
    assert found.as_written(("skills", 0)) == ("skills", 1)
    assert found.as_written(("topics", 0)) == ("topics", 0)
    assert found.as_written(("topics", 1)) == ("skills", 0)
