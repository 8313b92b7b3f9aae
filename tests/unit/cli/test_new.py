"""`lodestar new`: a profile from answers as people give them."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.profiles.syntax import read_with_repairs
from tests.fakes.example_site import copy_directory

ANSWERS = (
    "@noor-x",
    "Noor: X",
    "Helps #1 at home",
    "Python, node js",
    "English and Urdu",
    "Karachi",
    "30 minutes",
    "2",
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The example directory."""
    return copy_directory(tmp_path / "root")


def answered(root: Path, *answers: str) -> Result:
    """Answer the questions in order."""
    return CliRunner().invoke(main, ["new", "--root", str(root)], input="".join(f"{one}\n" for one in answers))


def profile(root: Path) -> dict:
    """Read the new file."""
    return read_with_repairs((root / "mentors" / "noor-x.yml").read_text(encoding="utf-8")).data


def test_eight_answers_are_a_profile_without_problems(root: Path) -> None:
    """Answers in people's own spelling become a file that passes the check, with every text as it was typed."""
    done = answered(root, *ANSWERS)
    assert done.exit_code == 0, done.output
    told = profile(root)
    assert (told["name"], told["headline"]) == ("Noor: X", "Helps #1 at home")
    assert (told["skills"], told["languages"], told["timezone"]) == (["python", "nodejs"], ["en", "ur"], "Asia/Karachi")
    assert (told["commitment"], told["capacity"]) == ("30m", 2)
    checked = CliRunner().invoke(main, ["check", "--root", str(root)])
    assert checked.exit_code == 0 and "noor-x" not in checked.output


def test_a_wrong_answer_is_asked_for_again(root: Path) -> None:
    """Each problem is said as the check says it, the question comes back, and nothing typed before is lost."""
    answers = list(ANSWERS)
    for place, wrong in ((7, "two"), (5, "IST"), (3, "Pyhton"), (0, "example-noor")):
        answers.insert(place, wrong)
    done = answered(root, *answers)
    assert done.exit_code == 0, done.output
    for sentence in (
        "has a profile already",
        "did you mean 'python'?",
        "it has several meanings",
        "must be a whole number",
    ):
        assert sentence in done.output
    assert profile(root)["capacity"] == 2


def test_a_topic_alone_is_no_skill(root: Path) -> None:
    """A profile needs a skill: a topic among the answers is kept as one, and alone it is asked about."""
    answers = [*ANSWERS[:3], "CV review", "CV review, Python", *ANSWERS[4:]]
    done = answered(root, *answers)
    assert "Name at least one skill" in done.output
    assert (profile(root)["skills"], profile(root)["topics"]) == (["python"], ["cv-review"])


def test_stopping_half_way_writes_nothing(root: Path) -> None:
    """Who stops before the last answer leaves no file behind."""
    done = answered(root, *ANSWERS[:4])
    assert done.exit_code != 0 and not (root / "mentors" / "noor-x.yml").exists()


def test_someone_without_github_gets_a_handle(root: Path) -> None:
    """An empty answer to the first question is a profile without an account, named for the person, and never twice."""
    for handle in ("noor-x", "noor-x2"):
        done = answered(root, "", *ANSWERS[1:])
        assert done.exit_code == 0, done.output
        assert "send the file to a coordinator" in done.output
        written = read_with_repairs((root / "mentors" / f"{handle}.yml").read_text(encoding="utf-8")).data
        assert "github" not in written and "Noor: X" == written["name"]
    assert 0 == CliRunner().invoke(main, ["check", "--root", str(root)]).exit_code
