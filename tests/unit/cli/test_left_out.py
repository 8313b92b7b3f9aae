"""A broken file of one person must not silence the bot for everybody else."""

from pathlib import Path

from click.testing import CliRunner

from generator.cli import main
from tests.fakes.example_site import copy_directory


def test_a_broken_profile_is_named_and_the_bot_goes_on(tmp_path: Path) -> None:
    """With a profile that has errors the sweep does its work, says which file it left out, and counts as done."""
    root = copy_directory(tmp_path / "root")
    (root / "mentors" / "broken.yml").write_text("name: 1\n", encoding="utf-8")
    threads = f"folder:{tmp_path / 'threads'}"
    words = [
        "try",
        "open",
        str(tmp_path / "threads"),
        "--as",
        "grace",
        "--mentor",
        "example-tomasz",
        "--skills",
        "python",
        "--goals",
        "A tool.",
    ]
    opened = CliRunner().invoke(main, [*words, "--root", str(root), "--now", "2026-11-21"])
    swept = CliRunner().invoke(main, ["sweep", "--forge", threads, "--root", str(root), "--now", "2026-11-24"])
    assert (opened.exit_code, swept.exit_code) == (0, 0)
    assert "mentors/broken.yml has errors and was left out" in swept.output
    assert "still hoping for an answer" in swept.output
    assert (tmp_path / "threads" / "swept.txt").exists()


def test_without_its_settings_the_bot_says_what_to_do(tmp_path: Path) -> None:
    """Where directory.yml itself cannot be read nothing is done, and the message names the file and the next step."""
    root = copy_directory(tmp_path / "root")
    (root / "directory.yml").write_text("name: [\n", encoding="utf-8")
    (tmp_path / "threads").mkdir()
    swept = CliRunner().invoke(main, ["sweep", "--forge", f"folder:{tmp_path / 'threads'}", "--root", str(root)])
    assert swept.exit_code == 1
    assert "directory.yml:" in swept.output and "Fix them, then run it again" in swept.output
