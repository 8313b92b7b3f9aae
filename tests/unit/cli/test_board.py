"""`lodestar board`, and the digest that the daily sweep sends to coordinators."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from tests.fakes.request_community import write_community


@pytest.fixture
def town(tmp_path: Path) -> Path:
    """A community with one request to a mentor and one application, opened on 21 November."""
    root = write_community(tmp_path / "town")
    (root / "mentors" / "fay.yml").unlink()
    settings = root / "directory.yml"
    settings.write_text(
        settings.read_text(encoding="utf-8").replace("availability_desk: 1", "availability_desk: 99"), encoding="utf-8"
    )
    for login, more in (("mia", ["--mentor", "ada"]), ("nils", ["--kind", "application", "--program", "spring"])):
        words = [
            "try",
            "open",
            str(tmp_path / "threads"),
            "--as",
            login,
            "--skills",
            "python",
            "--goals",
            "A tool.",
            *more,
        ]
        _run(*words, "--root", str(root), "--now", "2026-11-21")
    return root


def _run(*words: str) -> str:
    done = CliRunner().invoke(main, words, catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return done.stdout


def _at(day: str, root: Path, *words: str) -> str:
    return _run(*words, "--forge", f"folder:{root.parent / 'threads'}", "--root", str(root), "--now", day)


def test_an_empty_board_is_friendly(town: Path) -> None:
    """With nothing to do it says so, in a sentence and as no rows."""
    (town.parent / "threads" / "issues" / "2.json").unlink()
    assert "Nothing needs a person today. Everything else runs by itself.\n" == _at("2026-11-22", town, "board")
    assert [] == json.loads(_at("2026-11-22", town, "board", "--format", "json"))["rows"]


def test_the_board_names_who_waits_for_whom_and_the_line_to_write(town: Path) -> None:
    """Each row says what waits, since when, and the command, which already names the mentor who fits best."""
    text = _at("2026-12-01", town, "board")
    assert text.startswith("2 things need a person today, about 6 minutes.\n")
    assert "mia has waited 10 days for Ada Stern.\n   /reassign @" in text
    assert "/reassign @login" not in text
    assert (
        "nils has waited 10 days to hear from their program.\n   /admit\n   https://github.com/story/town/issues/2"
        in text
    )


def test_the_board_as_json_keeps_its_shape(town: Path) -> None:
    """Other tools read version, built and rows of why, issue, mentor, handle, since and do."""
    found = json.loads(_at("2026-12-01", town, "board", "--format", "json"))
    assert {"version", "built", "rows"} == set(found) and 1 == found["version"]
    assert {
        "why": "unanswered", "issue": 1, "mentor": "ada", "handle": "ada", "since": "2026-11-21T00:00:00Z",
        "do": found["rows"][0]["do"],
    } == found["rows"][0]  # fmt: skip
    assert "application" == found["rows"][1]["why"]


def test_the_digest_goes_out_once_a_day_and_names_every_row(town: Path, tmp_path: Path) -> None:
    """A second sweep on the same day sends nothing, and a day without news sends nothing either."""

    def rows(day: str) -> list[tuple[str, str, int]]:
        out = tmp_path / f"out-{day}"
        out.unlink(missing_ok=True)
        _at(day, town, "sweep", "--outputs", str(out))
        listed = json.loads(out.read_text(encoding="utf-8").split("\n")[0].removeprefix("deliveries=") or "[]")
        return [
            (one["mentor"], one["occasion"], one["issue"]) for one in listed if one["occasion"].startswith("board-")
        ]

    assert [("", "board-application", 2), ("cora", "board-application", 2)] == rows("2026-11-22")
    assert [] == rows("2026-11-22")
    assert [] == rows("2026-11-24")
    assert {("", "board-application", 2), ("", "board-unanswered", 1)} <= set(rows("2026-11-29"))


def test_the_board_names_the_handle_to_answer_for(town: Path) -> None:
    """What waits for a mentor without GitHub comes with the exact line, and as JSON with a handle and no login."""
    profile = town / "mentors" / "ada.yml"
    profile.write_text(profile.read_text(encoding="utf-8").replace("github: ada\n", ""), encoding="utf-8")
    assert "   /for ada accept\n" in _at("2026-12-01", town, "board")
    row = json.loads(_at("2026-12-01", town, "board", "--format", "json"))["rows"][0]
    assert ("pass-on", None, "ada", "/for ada accept") == (row["why"], row["mentor"], row["handle"], row["do"])
