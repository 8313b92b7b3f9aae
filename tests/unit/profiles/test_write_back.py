"""What mentors said to the bot, written into their files."""

from datetime import date
from pathlib import Path

import pytest

from generator.app import write_back
from generator.insight.activity import to_json
from generator.model.activity import Activity, MentorActivity
from generator.model.directory import Directory, Settings
from generator.model.vocabulary import Vocabularies
from generator.profiles.source import SourceFile
from generator.profiles.write_back import with_values
from tests.fakes.request_community import write_community
from tests.unit.requests.test_weekly_question import MONDAY

TODAY = MONDAY.date()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("name: Ada\ncapacity: 2 # for now\n", "name: Ada\ncapacity: 3 # for now\nlast_confirmed: 2026-11-20\n"),
        ("capacity:   2\nlast_confirmed: 2025-01-01\nname: Ada", "capacity: 3\nlast_confirmed: 2026-11-20\nname: Ada"),
        ('capacity: "2"\n', "capacity: 3\nlast_confirmed: 2026-11-20\n"),
        (
            "# only a comment about capacity: 2\nname: Ada\n",
            "# only a comment about capacity: 2\nname: Ada\ncapacity: 3\nlast_confirmed: 2026-11-20\n",
        ),
        (
            "bio: |-\n  capacity: 2\nname: Ada\n",
            "bio: |-\n  capacity: 2\nname: Ada\ncapacity: 3\nlast_confirmed: 2026-11-20\n",
        ),
        ("{name: Ada, capacity: 2}\n", None),
        ("name: [Ada\n", None),
    ],
)
def test_only_the_fields_that_were_said_change(before: str, after: str | None) -> None:
    """A field keeps its place and its comment, a new one comes last, and what can't be changed safely is left."""
    file = SourceFile("mentors/ada.yml", before.encode())
    assert after == with_values(file, {"capacity": 3, "last_confirmed": date(2026, 11, 20)})


def test_spots_and_signs_of_life_are_written_and_pauses_are_not(tmp_path: Path) -> None:
    """Spots that were said and an old confirmation are written for everyone at once, and a second run changes nothing."""
    root = write_community(tmp_path / "town")
    mentors = {
        "ada": MentorActivity(capacity=3, capacity_said=date(2026, 11, 20), confirmed=date(2026, 11, 20)),
        "fay": MentorActivity(confirmed=date(2026, 11, 20)),
        "bela": MentorActivity(paused_until=date(2026, 12, 20)),
        "gone": MentorActivity(capacity=9),
    }
    text = to_json(Activity(MONDAY, mentors=mentors), Directory(Settings("", "", ""), Vocabularies()), TODAY)
    (root / "activity.json").write_text(text, encoding="utf-8")
    assert () == write_back.changes(root, TODAY, None, scheduled=True)
    found = write_back.changes(root, TODAY, None)
    assert {
        "mentors/ada.yml": {"capacity": 3, "last_confirmed": date(2026, 11, 20)},
        "mentors/fay.yml": {"last_confirmed": date(2026, 11, 20)},
    } == {one.path: one.values for one in found}
    write_back.write(root, found)
    assert "last_confirmed: 2026-11-20" in (root / "mentors/fay.yml").read_text(encoding="utf-8")
    assert () == write_back.changes(root, TODAY, None)
