"""A build into the folder of an earlier one gives the site that a clean build gives, whatever happened between the two."""

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from shutil import copytree

import pytest

from generator.app.unchanged import dated_again, inputs_of
from generator.plugin.build import build_with_mkdocs
from tests.fakes.example_site import write_activity
from tests.paths import EXAMPLES

NOW = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)
LATER = NOW + timedelta(hours=2)
_TICK = 200_000_000


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small directory with three mentors, two guides and requests."""
    root = copytree(EXAMPLES / "base", tmp_path_factory.mktemp("again") / "root")
    for handle in ("bo", "cy"):
        _write_mentor(root, handle)
    (root / "docs" / "guides").mkdir(parents=True)
    (root / "docs" / "index.md").write_text("# Home\n\n[A guide](guides/mentee.md)\n", encoding="utf-8")
    (root / "docs" / "guides" / "mentee.md").write_text("# For mentees\n", encoding="utf-8")
    (root / "mkdocs.yml").write_text(
        "site_name: x\ntheme: {name: material, font: false}\nplugins: [lodestar]\n", encoding="utf-8"
    )
    write_activity(root)
    return root


def _write_mentor(root: Path, handle: str) -> None:
    text = (root / "mentors" / "ada-l.yml").read_text(encoding="utf-8")
    (root / "mentors" / f"{handle}.yml").write_text(text.replace("ada-l", handle), encoding="utf-8")


def _content(site: Path) -> dict[str, bytes]:
    return {str(path.relative_to(site)): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def _clean(root: Path, now: datetime, folder: Path) -> dict[str, bytes]:
    shutil.rmtree(folder, ignore_errors=True)
    build_with_mkdocs(root, folder, now)
    return _content(folder)


def _age() -> None:
    """Let every file be as old as files are when someone builds again: nobody edits within a tenth of a second."""
    time.sleep(_TICK / 1e9)


def test_an_untouched_site_is_only_dated_again(root: Path, tmp_path: Path) -> None:
    """With nothing changed no page is written and no theme loaded, and the site is the clean build of the later time, byte for byte."""
    site = tmp_path / "site"
    _age()
    build_with_mkdocs(root, site, NOW)
    pages = {path: path.stat().st_mtime_ns for path in site.rglob("index.html")}
    told = dated_again(root, site, LATER, inputs_of(root, LATER, None))
    assert told and told.folder == str(site)
    assert {path: path.stat().st_mtime_ns for path in site.rglob("index.html")} == pages
    assert _content(site) == _clean(root, LATER, tmp_path / "clean")
    words = ["build", "--site-dir", str(site), "--now", "2026-11-21T12:00:00Z"]
    program = "import json, sys\nfrom generator.cli import main\nmain(sys.argv[1:], standalone_mode=False)\n"
    program += "print(json.dumps(sorted(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", program, *words], cwd=root, capture_output=True, text=True, check=True)
    loaded = set(json.loads(done.stdout.splitlines()[-1]))
    assert not loaded & {"mkdocs", "jinja2", "PIL", "babel", "yaml", "generator.site", "generator.plugin"}
    assert b'"built":"2026-11-21T12:00:00Z"' in (site / "api" / "mentors.json").read_bytes()


def _changed_headline(root: Path) -> None:
    profile = root / "mentors" / "ada-l.yml"
    text = profile.read_text(encoding="utf-8")
    profile.write_text(text.replace("headline: ", "headline: Now also "), encoding="utf-8")


def _new_mentor(root: Path) -> None:
    _write_mentor(root, "nia")


def _mentor_leaves(root: Path) -> None:
    (root / "mentors" / "nia.yml").unlink(missing_ok=True)


def _other_name(root: Path) -> None:
    settings = root / "directory.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("name: ", "name: Our ", 1), encoding="utf-8")


def _no_activity(root: Path) -> None:
    (root / "activity.json").unlink(missing_ok=True)


def _activity(root: Path) -> None:
    write_activity(root)


def _other_guide(root: Path) -> None:
    (root / "docs" / "more.md").write_text("# More\n\nOf it.\n", encoding="utf-8")


def _guide_goes(root: Path) -> None:
    (root / "docs" / "more.md").unlink(missing_ok=True)


def _label(root: Path) -> None:
    skills = root / "vocabulary" / "skills.yml"
    skills.write_text(
        skills.read_text(encoding="utf-8").replace("label: Python\n", "label: Pythons\n", 1), encoding="utf-8"
    )


def _meddled(site: Path) -> None:
    (site / "index.html").write_text("mine", encoding="utf-8")


def _stray(site: Path) -> None:
    (site / "mentors" / "stray.txt").write_text("mine", encoding="utf-8")


def _missing(site: Path) -> None:
    shutil.rmtree(site / "mentors" / "bo")


EDITS: tuple[Callable[[Path], None], ...] = (
    _changed_headline, _new_mentor, _mentor_leaves, _other_name, _no_activity, _activity, _other_guide, _guide_goes, _label,
)  # fmt: skip
HARM: tuple[Callable[[Path], None], ...] = (_meddled, _stray, _missing)


def _walk(root: Path, tmp_path: Path, seed: int, steps: int) -> None:
    dice, site, now = random.Random(seed), tmp_path / "site", NOW
    build_with_mkdocs(root, site, now)
    for _step in range(steps):
        done = dice.sample(EDITS, dice.randint(0, 2))
        for edit in done:
            edit(root)
        if dice.random() < 0.3:
            harm = dice.choice(HARM)
            harm(site)
            done.append(harm)
        now += timedelta(hours=dice.choice((1, 1, 30)))
        if dice.random() < 0.5:
            _age()
        if not dated_again(root, site, now, inputs_of(root, now, None)):
            build_with_mkdocs(root, site, now)
        again, clean = _content(site), _clean(root, now, tmp_path / "clean")
        names = [one.__name__ for one in done]
        assert again.keys() == clean.keys(), names
        assert [path for path in clean if again[path] != clean[path]] == [], names


def test_edits_in_any_order_give_the_clean_site(root: Path, tmp_path: Path) -> None:
    """After edits, days gone by and files touched in the site, each build is the clean one, byte for byte."""
    _walk(copy_directory_of(root, tmp_path), tmp_path, 16, 3)


@pytest.mark.exhaustive
@pytest.mark.parametrize("seed", range(12))
def test_many_edits_in_any_order_give_the_clean_site(root: Path, tmp_path: Path, seed: int) -> None:
    """The same for many more orders."""
    _walk(copy_directory_of(root, tmp_path), tmp_path, seed, 12)


KILLED = """
import os, signal, sys
from datetime import UTC, datetime
from pathlib import Path
from generator.adapters import build_record
from generator.plugin.build import build_with_mkdocs

real, count = Path.replace, 0

def replace(self, target):
    global count
    count += not str(target).endswith(".record")
    if count == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return real(self, target)

Path.replace = replace
build_with_mkdocs(Path(sys.argv[1]), Path(sys.argv[2]), datetime(2026, 11, 21, 10, tzinfo=UTC))
"""


def test_a_build_that_is_killed_while_files_move_is_made_good(root: Path, tmp_path: Path) -> None:
    """Killed between two of its files, a build leaves no record, so the next one makes everything again."""
    mine, site = copy_directory_of(root, tmp_path), tmp_path / "site"
    build_with_mkdocs(mine, site, NOW)
    _label(mine)
    killed = subprocess.run([sys.executable, "-c", KILLED, str(mine), str(site)], capture_output=True)
    assert killed.returncode == -signal.SIGKILL, killed.stderr.decode()
    build_with_mkdocs(mine, site, NOW)
    assert _content(site) == _clean(mine, NOW, tmp_path / "clean")
    assert [path.name for path in tmp_path.glob(".site*")] == []


def test_a_record_from_elsewhere_counts_for_nothing(root: Path, tmp_path: Path) -> None:
    """A record that tells of other files, of files outside the folder or of nothing is not believed, and removes nothing."""
    mine, site, other = copy_directory_of(root, tmp_path), tmp_path / "site", tmp_path / "precious"
    build_with_mkdocs(mine, site, NOW)
    (place,) = (mine / ".cache" / "lodestar").glob("*.record")
    true = place.read_text(encoding="utf-8")
    other.write_text("mine", encoding="utf-8")
    clean = _content(site)
    status = os.stat(other)
    known = f"{status.st_size} {status.st_mtime_ns} {status.st_ctime_ns} {status.st_ino} {status.st_dev}"
    header, *lines = true.split("\n")
    outside = f"0 {known}\t../precious"
    for forged in (header, "\n".join([header, *lines[:-1], outside, ""]), true.replace("\t./\n", "\tx/\n")):
        shutil.copytree(site, tmp_path / "copied")
        shutil.rmtree(site)
        (tmp_path / "copied").rename(site)
        place.write_text(forged, encoding="utf-8")
        assert dated_again(mine, site, LATER, "") is None
        build_with_mkdocs(mine, site, NOW)
        assert other.read_text(encoding="utf-8") == "mine"
        assert _content(site) == clean


def copy_directory_of(root: Path, tmp_path: Path) -> Path:
    """Copy a directory, to change it."""
    return shutil.copytree(root, tmp_path / "root", ignore=shutil.ignore_patterns(".cache"))
