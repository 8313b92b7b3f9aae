"""The demo: a synthetic directory that everything else accepts."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from generator.app.check import check_root
from generator.demo import write_demo
from generator.demo.folder import people_files
from generator.insight.availability import availability_status
from generator.model.errors import CallError
from generator.profiles.yaml_reader import read_plain
from generator.profiles.yaml_writer import yaml_text

TODAY = date(2026, 11, 21)


@pytest.fixture(scope="module")
def directory(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("demo") / "directory"
    write_demo(folder, 300, 7, TODAY)
    return folder


def _bytes_below(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_demo_is_in_order(directory):
    """A demo has no error, and not even one hint for every hundred people."""
    checked = check_root(directory, TODAY)
    assert checked.errors == ()
    assert len(checked.problems) < 3
    assert len(checked.directory.mentors) == 300


def test_the_same_seed_gives_the_same_bytes(directory, tmp_path):
    """The same seed, number and day write the same files, byte for byte, on every machine and in every run."""
    write_demo(tmp_path / "again", 300, 7, TODAY)
    assert _bytes_below(tmp_path / "again") == _bytes_below(directory)


def test_another_seed_gives_other_people():
    """Another seed draws other people."""
    assert list(people_files(20, 1, TODAY)) != list(people_files(20, 2, TODAY))


def test_more_people_leave_the_first_as_they_are():
    """A larger number only adds people, so that a demo can grow and its links keep working."""
    assert list(people_files(60, 3, TODAY))[:40] == list(people_files(40, 3, TODAY))


def test_every_handle_says_that_it_is_a_demo():
    """Handles begin with demo-, are GitHub names and are unique however many people there are."""
    handles = [handle for handle, _ in people_files(3000, 1, TODAY)]
    assert len({handle.lower() for handle in handles}) == 3000
    assert all(handle.startswith("demo-") and len(handle) <= 39 and "--" not in handle for handle in handles)


def test_people_fill_in_what_real_people_fill_in():
    """About six in ten have a bio, most bios are some hundred characters long, and profiles weigh one or two kilobytes."""
    profiles = [(read_plain(text), len(text.encode())) for _, text in people_files(2000, 5, TODAY)]
    bios = sorted(len(fields["bio"]) for fields, _ in profiles if "bio" in fields)
    assert 0.5 < len(bios) / 2000 < 0.7
    assert 120 < bios[len(bios) // 2] < 463
    assert 900 < sum(size for _, size in profiles) / 2000 < 1600
    scripts = sum(not fields["name"].isascii() for fields, _ in profiles)
    assert 100 < scripts < 1000


def test_skills_are_as_common_as_in_real_profiles():
    """What real mentors offer most, the demo's mentors offer most."""
    skills = Counter(skill for _, text in people_files(2000, 5, TODAY) for skill in read_plain(text)["skills"])
    assert {"javascript", "react", "nodejs", "python"} == {skill for skill, _ in skills.most_common(4)}


def test_every_standing_can_be_seen(directory):
    """A demo has mentors who can be asked, who are full, and whose profile is stale, so that each look can be tried."""
    checked = check_root(directory, TODAY).directory
    seen = {
        availability_status(mentor, TODAY, checked.settings.freshness).availability
        for mentor in checked.mentors.values()
    }
    assert {"open", "closed", "stale", "hidden"} <= seen


def test_a_folder_with_something_in_it_is_left_alone(tmp_path):
    """A demo is never written over anything, and the message says so."""
    (tmp_path / "mine.txt").write_text("precious")
    with pytest.raises(CallError, match="isn't empty, and a demo overwrites nothing"):
        write_demo(tmp_path, 1, 1, TODAY)
    with pytest.raises(CallError, match="is a file"):
        write_demo(tmp_path / "mine.txt", 1, 1, TODAY)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_the_answer_names_the_next_command(tmp_path):
    """Whoever wrote a demo is told how to look at it."""
    folder = tmp_path / "new"
    answer = write_demo(folder, 1, 1, TODAY)
    assert (
        answer
        == f"Wrote 1 made-up mentor and their programs to {folder}.\nTo see the site:\n  lodestar serve --root {folder}"
    )


@pytest.mark.parametrize(
    "text",
    ["no", "1h", "12", "1_0", "2026-11-21", "a: b", "a #b", "- a", "@ada", "'x'", '"x"', "", " x", "x ", "a\nb\n\nc", "a\n  b", "\na", "a\n",
     "नील", "a\u0301", "x\u200fy", "[x]", "{x}", "a, b", "*x*", "%x", "x:", "?", "~", "true", "Null", "😀", "+49"],
)  # fmt: skip
def test_every_text_comes_back_as_it_was(text):
    """Whatever is written as YAML reads back the same, alone, in a list and in a group."""
    fields = {"one": text, "list": [text, "x"], "group": {"part": text}}
    read = read_plain(yaml_text(fields))
    assert read == fields


def test_numbers_and_toggles_come_back_as_they_were():
    """Numbers stay numbers, and true and false stay what they are."""
    assert read_plain(yaml_text({"a": 3, "b": True, "c": False, "d": [1], "e": {"f": 0}})) == {
        "a": 3,
        "b": True,
        "c": False,
        "d": [1],
        "e": {"f": 0},
    }


def test_one_in_twenty_has_no_account():
    """A demo shows people without a GitHub account, too, and about as many as its reader can expect."""
    without = sum("github:" not in text for _, text in people_files(1000, 1, TODAY))
    assert 30 <= without <= 70
