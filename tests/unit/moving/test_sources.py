"""Each source with a ready map comes in whole: its people, and an account of every value."""

from collections import Counter

import pytest

from generator.moving.draft import CONTACT
from generator.moving.map_file import READY, ready_map
from generator.moving.records import SourceText, read_records
from generator.moving.targets import TARGETS
from tests.unit.moving.sources import moved, texts_of

MAP = "columns: {name: name, skills: terms, place: place}"
SOURCES = ("coding-coach.json", "women-coding.yml", "open-life-science.yaml", "ols-people", "exercism")


@pytest.mark.parametrize("name", SOURCES)
def test_every_value_of_every_record_is_accounted_for(name: str) -> None:
    """Each field that a record states has an account, and none has more values than it states."""
    people, records = moved(texts_of(name)), read_records(texts_of(name))
    accounts = Counter(account.field for one in people for account in one.draft.accounts)
    for field in {field for record in records for field in record.values}:
        stated = [text for record in records for text in record.values.get(field, ())]
        told = [account.value for one in people for account in one.draft.accounts if account.field == field]
        assert accounts[field] >= len(stated)
        assert all(any(value in text for text in stated) for value in told)
        assert all(any(value in text for value in told) for text in stated)


@pytest.mark.parametrize("name", SOURCES)
def test_everyone_of_the_source_is_there(name: str) -> None:
    """Nobody is left out, and two people have two handles."""
    people = moved(texts_of(name), timezone="Europe/Berlin")
    assert len({one.handle.lower() for one in people}) == len(people)
    assert (
        len(people)
        == {"coding-coach.json": 4, "women-coding.yml": 3, "open-life-science.yaml": 3, "ols-people": 2, "exercism": 2}[
            name
        ]
    )


def test_coding_coach() -> None:
    """Tags become terms of whichever list knows them, countries time zones, and accounts of elsewhere stay out."""
    ada, bo, chen, dee = moved(texts_of("coding-coach.json"))
    assert ada.handle == "ada-l"
    assert ada.fields["skills"] == ["javascript", "react", "nodejs", "serverless", "accessibility"]
    assert (ada.fields["timezone"], ada.fields["languages"]) == ("Europe/London", ["en", "sv"])
    assert bo.draft.filled["timezone"] == "where most people in United States live"
    assert (chen.fields["links"], chen.handle) == ({"linkedin": "https://www.linkedin.com/in/chen-c"}, "mentor")
    assert chen.draft.unknown == {"cooking with gas": 1}
    assert (dee.handle, dee.fields["location"], dee.fields["languages"]) == ("bo-2", {"country": "NO"}, ["no"])


def test_women_coding() -> None:
    """Nested fields, a list of networks, hours, months and a switch are read as what they mean."""
    irida, tolu, sam = moved(texts_of("women-coding.yml"))
    assert irida.handle == "irida-example"
    assert irida.fields["location"] == {"country": "AL", "city": "Tirane"}
    assert irida.fields["constraints"] == "Available in October and November"
    assert (irida.fields["commitment"], irida.fields["capacity"], irida.fields["years_experience"]) == ("2h", 1, 5)
    assert "c++" not in irida.draft.unknown
    assert (tolu.fields["offer_to_mentor"], tolu.fields["formats"]) == (False, ["ad-hoc-qa"])
    assert (sam.fields["timezone"], "constraints" in sam.fields) == ("Australia/Brisbane", False)


def test_open_life_science() -> None:
    """A person's name in the file is the handle, never a GitHub name, and terms are cut only where that is needed."""
    ines, jo, nia = moved(texts_of("open-life-science.yaml"))
    assert (ines.handle, ines.fields["name"], "github" in ines.fields) == ("ines-example", "Inês Araújo", False)
    assert ines.fields["skills"] == ["bioinformatics", "r", "python", "git", "version-control"]
    assert (ines.draft.unknown, ines.fields["can_help_with"]) == ({"Liquid biopsy": 1}, ["Liquid biopsy"])
    assert ines.fields["links"] == {
        "website": "https://example.org/ines",
        "orcid": "https://orcid.org/0000-0000-0000-0001",
    }
    assert (jo.fields["github"], jo.handle) == ("jdoe", "jdoe")
    assert {problem.message for problem in nia.problems} >= {"the field 'skills' is missing"}


def test_exercism() -> None:
    """Who is in two tracks is one person with two skills, and markup doesn't come along."""
    ada, kim = moved(texts_of("exercism"), timezone="UTC")
    assert (ada.fields["skills"], ada.fields["bio"]) == (["csharp", "ruby"], "Also C#.\n\nI love  small  objects.")
    assert ada.fields["links"] == {"website": "https://ada.example.org"}
    assert kim.fields["headline"] == "Helps with Ruby"


@pytest.mark.parametrize("name", SOURCES)
def test_contact_data_never_comes_in(name: str) -> None:
    """No address and no number of a source is in a profile, wherever it was written."""
    for one in moved(texts_of(name)):
        assert "@example" not in one.text
        assert "7946" not in one.text
        assert all(account.lost == CONTACT or account.field != "email" for account in one.draft.accounts)


@pytest.mark.parametrize("name", SOURCES)
def test_what_comes_in_passes_the_check(name: str) -> None:
    """Nothing but a missing field is ever wrong with a profile that an import wrote."""
    for one in moved(texts_of(name)):
        assert {problem.code for problem in one.problems} <= {"missing-field"}


@pytest.mark.parametrize("name", READY)
def test_ready_maps_can_be_read(name: str) -> None:
    """Each map that comes along is right, and says what it is for."""
    found = ready_map(name)
    assert found.about
    assert {rule.target for rule in found.columns.values()} <= {*TARGETS, ""}


CSV = "name,skills,place\nAda,{skills},{place}\n"


@pytest.mark.parametrize(
    ("skills", "read"),
    [
        ("c#; C", ["csharp", "c"]), ("#python", ["python"]), ("Open things (python; Jupyter)", ["python", "jupyter"]),
        ("ReactJS / Vue", ["react", "vue"]), ("CI/CD", ["continuous-integration"]), ("R & Git.", ["r", "git"]), ("C++", ["cpp"]),
    ],
)  # fmt: skip
def test_terms_are_cut_where_they_end(skills: str, read: list[str]) -> None:
    """Signs that belong to a term stay with it, and brackets that a list was cut through don't."""
    (ada,) = moved([SourceText("a.csv", CSV.format(skills=f'"{skills}"', place="Spain"))], MAP)
    assert ada.fields["skills"] == read
    assert not any("(" in own for own in ada.fields.get("can_help_with", ()))


@pytest.mark.parametrize(
    ("place", "location", "zone"),
    [
        ("Istanbul", {"country": "TR", "city": "Istanbul"}, "Europe/Istanbul"),
        ("Boston, MA", {"country": "US", "city": "Boston"}, "America/New_York"),
        ("MA", None, None),
        ("UK/Birmingham", {"country": "GB", "city": "Birmingham"}, "Europe/London"),
        ("Albania,Tirane", {"country": "AL", "city": "Tirane"}, "Europe/Tirane"),
        ("Spain", {"country": "ES"}, "Europe/Madrid"),
        ("Turkey", {"country": "TR"}, "Europe/Istanbul"),
        ("the Netherlands", {"country": "NL"}, "Europe/Amsterdam"),
        ("Somewhere", None, None),
        ("UTC+9", None, "Asia/Tokyo"),
    ],
)
def test_places_are_read_where_they_are_certain(place: str, location: dict | None, zone: str | None) -> None:
    """A city that has no namesake says its country, and two letters that may be a state of the US say nothing."""
    (ada,) = moved([SourceText("a.csv", CSV.format(skills="git", place=f'"{place}"'))], MAP)
    assert (ada.fields.get("location"), ada.fields.get("timezone")) == (location, zone)
