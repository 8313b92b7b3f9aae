"""Real profiles become Lodestar profiles, and nothing is lost in silence."""

import json
from datetime import date

import pytest

from benchmarks.carry_over import Report, carry_over, profile_of
from benchmarks.places import country_of, zone_of
from benchmarks.real import person_of
from benchmarks.shape import count_shape
from generator.app.check import check_root
from generator.demo.words import read_vocabularies

TODAY = date(2026, 11, 21)
CODING = {
    "id": "real-002",
    "source": "coding-coach-2019",
    "country": "AZ",
    "spoken_languages": None,
    "tags": ["ReactJS", "js", "reactjs", "zzyzx"],
    "channels": ["email", "twitter"],
}
SCIENCE = {
    "id": "real-003",
    "source": "open-life-science",
    "country": "Germany",
    "expertise": ["Bioinformatics; machine learning;"],
    "cohorts": {},
    "github_known": True,
}
SILENT = {
    "id": "real-004",
    "source": "open-life-science",
    "country": None,
    "expertise": None,
    "cohorts": {},
    "github_known": False,
}
WOMEN = {
    "id": "real-001", "source": "women-coding-community-2026", "disabled": True, "hours": 5, "type": "Both", "num_mentee": 4, "availability_months": [],
    "location_last_part": "UK/Birmingham", "languages": "English, Ukranian, Elvish",
    "skills": {"experience": "5-7 Years", "years": 7, "areas": ["Backend Developer", None], "languages": "Java, C++", "focus": ["Switch career to IT"]},
}  # fmt: skip
ALL = (CODING, SCIENCE, SILENT, WOMEN)


@pytest.fixture(scope="module")
def vocabularies():
    return read_vocabularies()


def test_spellings_become_one_skill(vocabularies):
    """ "ReactJS" and "reactjs" are one skill, and a word that nobody knows is counted as it was written."""
    report = Report()
    fields = profile_of(person_of(CODING), vocabularies, report)
    assert fields["skills"] == ("react", "javascript")
    assert (report.words, dict(report.unknown)) == (4, {"zzyzx": 1})
    assert fields["timezone"] == "Asia/Baku"


def test_several_words_in_one_are_taken_apart(vocabularies):
    """A list that somebody wrote into one text is read word by word."""
    fields = profile_of(person_of(SCIENCE), vocabularies, Report())
    assert fields["skills"] == ("bioinformatics", "machine-learning")


def test_somebody_who_states_nothing_is_carried_over_and_reported(vocabularies):
    """Nobody is left out: an empty profile carries what its listing shows, and the report says so."""
    report = Report()
    fields = profile_of(person_of(SILENT), vocabularies, report)
    assert (fields["skills"], fields["languages"], fields["timezone"]) == (("mentoring",), ("en",), "Etc/UTC")
    assert "1 people state no known skill" in report.text()


def test_hours_places_and_switches_keep_their_meaning(vocabularies):
    """Hours become a commitment, places a capacity, and who was switched off offers nothing."""
    report = Report()
    fields = profile_of(person_of(WOMEN), vocabularies, report)
    assert (fields["commitment"], fields["capacity"], fields["offer_to_mentor"], fields["years_experience"]) == (
        "2h",
        4,
        False,
        7,
    )
    assert (fields["languages"], fields["timezone"], fields["topics"]) == (
        ("en", "uk"),
        "Europe/London",
        ("switching-to-technology",),
    )
    assert report.left_out["languages left out, not found by name"] == 1


def test_carried_over_profiles_have_no_error(tmp_path):
    """What comes out of the carry-over is a directory that the checker accepts."""
    carry_over(map(person_of, ALL), tmp_path / "new", TODAY)
    checked = check_root(tmp_path / "new", TODAY)
    assert checked.errors == ()
    assert set(checked.directory.mentors) == {fields["id"] for fields in ALL}


def test_names_are_synthetic(vocabularies):
    """A carried-over profile names nobody."""
    assert profile_of(person_of(json.loads(json.dumps(CODING))), vocabularies, Report())["name"] == "Mentor 002"


@pytest.mark.parametrize(
    ("place", "zone"),
    [
        ("United Kingdom", "Europe/London"),
        ("the Netherlands", "Europe/Amsterdam"),
        ("US", "Etc/UTC"),
        ("NY (USA)", "America/New_York"),
        (None, "Etc/UTC"),
        ("Atlantis", "Etc/UTC"),
    ],
)
def test_places_as_people_write_them_have_a_zone(place, zone):
    """A country's name leads to the zone of most of its people, and an unknown place to none; codes are read by their source alone."""
    assert zone_of(country_of(place)) == zone


def test_the_shape_counts_and_names_nobody(vocabularies):
    """The counts that a demo is drawn from hold ids and numbers, and pairs only where two people share them."""
    shape = count_shape(map(person_of, (*ALL, CODING)), vocabularies)
    assert shape["skills"]["react"] == 2
    assert shape["skills_together"] == {"javascript": {"react": 2}, "react": {"javascript": 2}}
    assert "real-" not in json.dumps(shape)
