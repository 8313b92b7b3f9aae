"""`lodestar check --fix` in the terminal."""

from pathlib import Path
from shutil import copytree

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from tests.paths import EXAMPLES


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A directory with a profile in which two things are spelled in another way."""
    copytree(EXAMPLES / "base", tmp_path / "directory")
    profile = tmp_path / "directory" / "mentors" / "ada-l.yml"
    text = profile.read_text(encoding="utf-8").replace("[python, testing]", "[Python, testing]  # mine")
    profile.write_text(text.replace("Europe/London", "London"), encoding="utf-8")
    return tmp_path / "directory"


def run(root: Path, *words: str) -> Result:
    """Run the command."""
    return CliRunner().invoke(main, ["check", "--root", str(root), *words])


def test_a_fixed_directory_has_no_other_spellings(root: Path) -> None:
    """The files are rewritten, each change is said, and the check that follows finds nothing."""
    before, after = run(root), run(root, "--fix")
    assert (before.exit_code, after.exit_code) == (0, 0)
    assert "other-spelling" in before.output and "other-spelling" not in after.output
    assert "mentors/ada-l.yml: London is now Europe/London" in after.stderr
    assert "1 file rewritten" in after.stderr
    assert "skills: [python, testing]  # mine\n" in (root / "mentors" / "ada-l.yml").read_text(encoding="utf-8")


def test_only_the_files_that_were_named_are_rewritten(root: Path) -> None:
    """With paths, other files stay as they are."""
    done = run(root, "--fix", str(root / "programs"))
    assert "0 files rewritten" in done.stderr
    assert "[Python, testing]" in (root / "mentors" / "ada-l.yml").read_text(encoding="utf-8")


def test_fixing_and_looking_back_do_not_go_together(root: Path) -> None:
    """What a pull request changes is only looked at, so the call says which option to leave out."""
    done = run(root, "--fix", "--changed-from", "main", "--author", "ada-l")
    assert done.exit_code == 2 and "Leave out one of the two" in done.stderr
