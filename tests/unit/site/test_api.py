"""The JSON that other programs read."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from types import MappingProxyType

from generator.insight.availability import AvailabilityStatus
from generator.model.activity import Activity, MentorActivity
from generator.model.directory import Directory, Settings
from generator.model.mentor import (
    Calls,
    Contact,
    Expectations,
    Learning,
    Mentor,
    OfficeHour,
    Style,
    Window,
)
from generator.model.vocabulary import Vocabularies
from generator.site.api import list_file, mentor_file, mentor_files
from generator.site.page import PlainFile
from tests.fakes.random_directory import crowd

BUILT = datetime(2026, 11, 21, 2, 28, tzinfo=UTC)
OPEN = AvailabilityStatus("open", 2, places=2)
ADA = Mentor("Ada L.", "Ada-L", "Backend engineer", ("python", "testing"), ("en", "de"), "Europe/London", "1h", 2)


def _directory(*mentors: Mentor) -> Directory:
    found = MappingProxyType({mentor.handle: mentor for mentor in mentors})
    return Directory(Settings("Test", "example/mentors", "mail@example.org"), Vocabularies(), found)


def _files(
    directory: Directory, statuses: dict[str, AvailabilityStatus], built: datetime, activity: Activity | None = None
) -> list[PlainFile]:
    mentors = directory.mentors.values()
    return [list_file(directory, statuses, built), *mentor_files(statuses, mentors, activity)]


def _read(mentor: Mentor, standing: AvailabilityStatus = OPEN) -> dict:
    return json.loads(mentor_file(mentor, standing).content)


def test_small_profile_is_its_required_fields_and_its_standing() -> None:
    """A profile that states only what is required gives that, in the words of its file, and what follows from it."""
    assert _read(ADA) == {
        "version": 1,
        "handle": "ada-l",
        "name": "Ada L.",
        "github": "Ada-L",
        "headline": "Backend engineer",
        "skills": ["python", "testing"],
        "languages": ["en", "de"],
        "timezone": "Europe/London",
        "commitment": "1h",
        "capacity": 2,
        "availability": "open",
        "openings": 2,
        "active": 0,
        "pending": 0,
    }


def test_requests_are_counted_beside_the_file() -> None:
    """What follows from requests and words to the bot stands beside the file's own fields, which stay as they are."""
    standing = AvailabilityStatus(
        "paused", 2, active=1, pending=3, until=date(2026, 12, 1), places=3, confirmed=date(2026, 11, 20)
    )
    known = MentorActivity(1, 3, completed=4, response="a week", last_asked=date(2026, 11, 19))
    mentor = replace(ADA, last_confirmed=date(2026, 11, 1))
    read = json.loads(mentor_file(mentor, standing, known).content)
    assert {name: read[name] for name in ("capacity", "places", "openings", "active", "pending", "paused_until")} == {
        "capacity": 2, "places": 3, "openings": 2, "active": 1, "pending": 3, "paused_until": "2026-12-01",
    }  # fmt: skip
    assert (read["last_confirmed"], read["confirmed"]) == ("2026-11-01", "2026-11-20")
    assert (read["completed"], read["response"], read["last_asked"]) == (4, "a week", "2026-11-19")
    plain = json.loads(mentor_file(mentor, replace(OPEN, confirmed=mentor.last_confirmed), MentorActivity()).content)
    assert not plain.keys() & {"places", "confirmed", "completed", "response", "last_asked", "paused_until"}


def test_the_list_says_how_many_wait() -> None:
    """The list of all mentors counts who waits beside the openings, and each file knows its mentor's past."""
    activity = Activity(BUILT, mentors={"ada-l": MentorActivity(completed=2)})
    files = {
        file.path: json.loads(file.content)
        for file in _files(_directory(ADA), {"ada-l": replace(OPEN, pending=2)}, BUILT, activity)
    }
    assert files["api/mentors.json"]["mentors"][0]["pending"] == 2
    assert files["api/mentors/ada-l.json"]["completed"] == 2


def test_every_part_is_written_as_in_the_file() -> None:
    """Windows, styles, links and dates come out as their owner wrote them, and unstated parts not at all."""
    full = replace(
        ADA,
        style=Style("structured"),
        calls=Calls(spontaneous=False, recording="ask"),
        windows=(Window(1, 1080, 1200), Window(6, 0, 1440)),
        office_hours=(OfficeHour("fri", "17:00", 45, "week", "https://example.org/room"),),
        expectations=Expectations(reply_within_days=5),
        contact=Contact("link", "https://example.org/ask"),
        links=(("website", "https://example.org"),),
        last_confirmed=date(2026, 11, 1),
        learning=Learning(("rust",), ("specific-skills",), until=date(2027, 1, 31)),
    )
    read = _read(full, AvailabilityStatus("paused", 2, until=date(2026, 12, 1)))
    assert read["style"] == {"structure": "structured"}
    assert read["calls"] == {"spontaneous": False, "recording": "ask"}
    assert read["windows"] == ["Tue 18:00-20:00", "Sun 00:00-24:00"]
    assert read["office_hours"] == [
        {"day": "fri", "at": "17:00", "minutes": 45, "every": "week", "url": "https://example.org/room"}
    ]
    assert read["expectations"] == {"reply_within_days": 5}
    assert read["contact"] == {"mode": "link", "url": "https://example.org/ask"}
    assert read["links"] == {"website": "https://example.org"}
    assert read["last_confirmed"] == "2026-11-01"
    assert read["learning"] == {"skills": ["rust"], "goals": ["specific-skills"], "until": "2027-01-31"}
    assert read["paused_until"] == "2026-12-01"


def test_parts_equal_to_their_defaults_are_left_out() -> None:
    """A part that was written but states nothing is the same as a part that was not written."""
    assert _read(replace(ADA, style=Style(), calls=Calls(), contact=Contact())) == _read(ADA)


def test_no_field_of_a_profile_is_forgotten() -> None:
    """Whatever a mentor states is in their JSON: each field that differs from its default is a key."""
    for mentor in crowd(50).directory.mentors.values():
        stated = {name for name in Mentor.__dataclass_fields__ if getattr(mentor, name) != _default(name)}
        assert stated <= _read(mentor).keys()


def _default(name: str) -> object:
    return Mentor.__dataclass_fields__[name].default


def test_list_has_one_line_for_each_listed_mentor() -> None:
    """The list names who is listed, with the addresses of their page and their JSON, and hidden ones are in nothing."""
    hidden = replace(ADA, github="gone")
    files = list(_files(_directory(ADA, hidden), {"ada-l": OPEN, "gone": AvailabilityStatus("hidden", 0)}, BUILT))
    assert [file.path for file in files] == ["api/mentors.json", "api/mentors/ada-l.json"]
    listed = json.loads(files[0].content)
    assert (listed["version"], listed["built"]) == (1, "2026-11-21T02:28:00Z")
    assert [(line["github"], line["url"], line["json"]) for line in listed["mentors"]] == [
        ("Ada-L", "mentors/ada-l/", "api/mentors/ada-l.json")
    ]


def test_same_directory_gives_the_same_bytes() -> None:
    """Two builds of one directory differ in nothing, not even in the order of keys."""
    one, other = crowd(60), crowd(60)
    assert list(_files(one.directory, one.statuses, BUILT)) == list(_files(other.directory, other.statuses, BUILT))


def test_any_text_survives() -> None:
    """Quotation marks, emoji and control characters in a headline reach the reader as they were written."""
    headline = 'Says "hi" \\ </script> 🙂 \x07 \u2028'
    assert _read(replace(ADA, headline=headline))["headline"] == headline
