"""The commands of the Makefile explain themselves and say what a machine lacks; Git keeps every source."""

import os
import re
import subprocess
from pathlib import Path

import pytest

from tests.paths import ROOT

COMMANDS = (
    "help",
    "serve",
    "build",
    "check",
    "test",
    "test-fast",
    "test-all",
    "lint",
    "coverage",
    "lock",
    "architecture",
    "reference",
    "messages",
    "dist",
    "bench",
    "clean",
)


def program(folder: Path, name: str, text: str) -> Path:
    """Write a small program that stands for one a machine could have."""
    path = folder / name
    path.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


def run(*command: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a command in the repository, as if no make had started these tests."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS"))}
    return subprocess.run(
        [str(part) for part in command], cwd=ROOT, capture_output=True, text=True, env={**inherited, **environment}
    )


def test_make_alone_lists_every_command_with_a_sentence() -> None:
    """Whoever types `make` sees every command, each with a sentence."""
    lines = run("make").stdout.splitlines()
    assert [f"make {name}" for name in COMMANDS] == [" ".join(line.split()[:2]) for line in lines]
    assert all(re.search(r"[A-Z].*\.$", line) for line in lines)


def test_the_tests_of_pull_requests_are_make_test() -> None:
    """`.ci/run` can be run and runs what `make test` runs, from wherever it is called."""
    script = ROOT / ".ci" / "run"
    assert os.access(script, os.X_OK)
    assert "make test" in script.read_text(encoding="utf-8")
    assert run("bash", "-n", script).returncode == 0


@pytest.mark.parametrize(
    ("python", "sentence"),
    [
        ('case "$1" in --version) echo Python 3.9.2 ;; *) exit 1 ;; esac', "needs Python 3.11 or newer, and"),
        (
            'case "$2" in *ensurepip*) exit 1 ;; *print*) echo 3.11 ;; esac',
            "sudo apt-get install python3.11-venv",
        ),
        ('case "$2" in venv) mkdir -p "$3"; exit 1 ;; esac', "could not be made"),
    ],
    ids=["old Python", "no venv", "venv breaks"],
)
def test_what_is_missing_is_said_in_a_sentence(tmp_path: Path, python: str, sentence: str) -> None:
    """A Python that is too old or not whole is answered by what to install, and nothing half-made is left."""
    venv = tmp_path / "venv"
    answer = run("sh", "scripts/venv.sh", venv, PYTHON=str(program(tmp_path, "python3", python)))
    assert 1 == answer.returncode
    assert sentence in answer.stderr
    assert not venv.exists()


def test_no_python_at_all_is_said_in_a_sentence(tmp_path: Path) -> None:
    """Where there is no Python, the answer says where to get one."""
    answer = run("sh", "scripts/venv.sh", tmp_path / "venv", PYTHON="python-that-is-nowhere")
    assert 1 == answer.returncode
    assert "there is no python-that-is-nowhere here" in answer.stderr


def test_a_newer_python_beside_an_old_one_is_taken(tmp_path: Path) -> None:
    """When `python3` is too old but `python3.12` is there as well, nobody has to name it."""
    program(tmp_path, "python3", 'case "$1" in --version) echo Python 3.9.2 ;; *) exit 1 ;; esac')
    program(tmp_path, "python3.14", "exit 1")
    program(tmp_path, "python3.13", "exit 1")
    program(tmp_path, "python3.12", f'echo "$@" >> "{tmp_path}/calls"')
    answer = run(
        "sh", "scripts/venv.sh", tmp_path / "venv", PYTHON="", PATH=f"{tmp_path}{os.pathsep}{os.environ['PATH']}"
    )
    assert 0 == answer.returncode
    assert f"-m venv {tmp_path / 'venv'}" in (tmp_path / "calls").read_text(encoding="utf-8")


def ignored(*paths: str, folder: Path) -> list[str]:
    """Return which of these paths Git and the packaging tool would leave out, whether or not this is a checkout."""
    run("git", "init", "--quiet", folder)
    where = (f"--git-dir={folder / '.git'}", f"--work-tree={ROOT}", "-c", "core.excludesFile=")
    return run("git", *where, "check-ignore", "--no-index", *paths).stdout.splitlines()


def test_no_source_is_left_out(tmp_path: Path) -> None:
    """What is built is ignored and no source is: a source that Git ignores is missing from the package as well."""
    folders = (ROOT / "generator", ROOT / "tests", ROOT / "scripts", ROOT / ".github")
    sources = [
        str(path.relative_to(ROOT))
        for folder in folders
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    ]
    assert [] == ignored(*sources, folder=tmp_path)
    assert ["site/index.html", ".venv/bin/python"] == ignored("site/index.html", ".venv/bin/python", folder=tmp_path)
