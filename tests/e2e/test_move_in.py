"""The tutorial docs/move-in.md, walked: its list, its commands in their order, and the output that it promises."""

import os
import re
import subprocess
import sys
from pathlib import Path
from shutil import copytree

import pytest

from tests.paths import ROOT

PAGE = (ROOT / "docs" / "move-in.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
DIRECTORY = """\
name: Our mentors
repository: our/mentors
coordinators: [our-coordinator]
private_contact: https://example.org/conduct
"""


def run(folder: Path, command: str) -> str:
    """Run a line of the page in the directory's folder, and return what it prints."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    names = {name: "Ada" if name.endswith("NAME") else "ada@example.org" for name in (
        "GIT_AUTHOR_NAME", "GIT_AUTHOR_EMAIL", "GIT_COMMITTER_NAME", "GIT_COMMITTER_EMAIL",
    )}  # fmt: skip
    done = subprocess.run(
        command,
        shell=True,
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, **names, "PATH": path},
    )
    assert done.stderr == "" or "WARNING" not in done.stderr, done.stderr
    return done.stdout


@pytest.mark.slow
def test_a_spreadsheet_becomes_a_site(tmp_path: Path) -> None:
    """Each command works as it is written, shows what the page shows, and everyone of the list has a page in the end."""
    folder = tmp_path / "directory"
    folder.mkdir()
    copytree(ROOT / "vocabulary", folder / "vocabulary")
    copytree(ROOT / "docs", folder / "docs")
    (folder / "mkdocs.yml").write_text((ROOT / "mkdocs.yml").read_text(encoding="utf-8"), encoding="utf-8")
    (folder / "directory.yml").write_text(DIRECTORY, encoding="utf-8")
    run(folder, "git init --quiet .")
    printed = ""
    for kind, text in BLOCKS:
        if kind == "csv":
            (tmp_path / "mentors.csv").write_text(text, encoding="utf-8")
        elif kind == "yaml":
            assert text in (tmp_path / "map.yml").read_text(encoding="utf-8")
        elif kind == "text":
            assert text == printed
        else:
            printed = "".join(run(folder, line) for line in text.splitlines())
    pages = {page.parent.name for page in (folder / "site" / "mentors").glob("*/index.html")}
    assert {"ada-lindqvist-example", "bo-ek", "chidi-obi"} <= pages
    assert "Welcome our mentors" in run(folder, "git log --oneline")
    profiles = "".join(path.read_text(encoding="utf-8") for path in (folder / "mentors").glob("*.yml"))
    assert "@example.org" not in profiles
    assert "timezone: Africa/Lagos" in profiles
