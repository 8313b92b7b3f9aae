"""A build that fails or is killed in the middle leaves the old site, and nothing that stops the next build."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from generator.app import build as build_module
from generator.model.errors import LodestarError
from generator.plugin.build import build_with_mkdocs
from tests.fakes.example_site import copy_directory

KILLED = """
import os, signal, sys
from pathlib import Path
from generator.app import build
from generator.plugin.build import build_with_mkdocs

real, count = build._Writer.write, 0

def write(self, path, content):
    global count
    count += 1
    if count == 40:
        os.kill(os.getpid(), signal.SIGKILL)
    real(self, path, content)

build._Writer.write = write
site_dir = Path(sys.argv[2]) if len(sys.argv) > 2 else None
build_with_mkdocs(Path(sys.argv[1]), site_dir, None)
"""


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example directory, built once into site/."""
    root = copy_directory(tmp_path_factory.mktemp("killed") / "root")
    build_with_mkdocs(root, root / "site", None)
    return root


def _content(site: Path) -> dict[str, bytes]:
    return {str(path.relative_to(site)): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def _left(root: Path) -> list[Path]:
    return list(root.glob(".site.building-*"))


def test_a_crash_in_the_middle_leaves_the_old_site(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the disk is full after some pages, the message says so and the old site is there, byte for byte."""
    before, real, count = _content(root / "site"), build_module._Writer.write, iter(range(1000))

    def full(self: object, path: str, content: bytes) -> None:
        if next(count) == 40:
            raise OSError(28, os.strerror(28), path)
        real(self, path, content)

    monkeypatch.setattr(build_module._Writer, "write", full)
    with pytest.raises(LodestarError, match="No space left"):
        build_with_mkdocs(root, root / "site", None)
    assert _content(root / "site") == before
    assert _left(root) == []


@pytest.mark.parametrize("named", [True, False], ids=["--site-dir", "site_dir of mkdocs.yml"])
def test_a_killed_build_stops_nobody(root: Path, named: bool) -> None:
    """After kill -9 the old site is there byte for byte; the next build removes what was left and takes its place."""
    before = _content(root / "site")
    words = [str(root), str(root / "site")] if named else [str(root)]
    killed = subprocess.run([sys.executable, "-c", KILLED, *words], capture_output=True)
    assert killed.returncode == -signal.SIGKILL, killed.stderr.decode()
    assert _content(root / "site") == before
    assert len(_left(root)) == 1
    assert (_left(root)[0] / "assets").is_dir()
    build_with_mkdocs(root, root / "site" if named else None, None)
    assert _left(root) == []
    assert set(_content(root / "site")) == set(before)


def test_the_first_build_may_be_killed_too(root: Path, tmp_path: Path) -> None:
    """Where there was no site before, a killed build leaves none, and the next one is not refused."""
    site = tmp_path / "first"
    subprocess.run([sys.executable, "-c", KILLED, str(root), str(site)], capture_output=True)
    assert not site.exists()
    assert build_with_mkdocs(root, site, None).pages
    assert [path.name for path in tmp_path.iterdir()] == ["first"]
