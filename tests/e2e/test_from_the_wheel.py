"""From an empty folder with only Python: the wheel alone makes a community, checks it, builds it and plays a request."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.e2e.github.workflow_lints import steps
from tests.paths import ROOT

pytestmark = pytest.mark.exhaustive


def run(folder: Path, *words: str | Path, path: str = "/usr/bin:/bin") -> str:
    """Run a command in a folder with nothing of this checkout in its environment, and return what it prints."""
    done = subprocess.run(
        [str(word) for word in words],
        cwd=folder,
        capture_output=True,
        text=True,
        env={"PATH": path, "HOME": str(folder)},
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_wheel_is_all_that_a_community_needs(tmp_path: Path) -> None:
    """Installed alone, it makes a directory, runs what its workflows run there, and carries a request to its end."""
    pip = (sys.executable, "-m", "pip")
    subprocess.run([*pip, "wheel", "--quiet", "--no-deps", "--wheel-dir", str(tmp_path), str(ROOT)], check=True)
    subprocess.run([sys.executable, "-m", "venv", str(tmp_path / "venv")], check=True)
    programs = tmp_path / "venv" / "bin"
    subprocess.run([programs / "pip", "install", "--quiet", next(tmp_path.glob("*.whl"))], check=True)
    lodestar, root = programs / "lodestar", tmp_path / "garden"
    run(tmp_path, programs / "lodestar-mentors", "init", root, "--address", "garden/mentors")
    commands = [
        line.strip().removeprefix("run: ")
        for name in ("check", "site")
        for step in steps((root / f".github/workflows/{name}.yml").read_text(encoding="utf-8"))
        for line in step.get("run", "").splitlines()
        if line.startswith("lodestar ") and "--forge" not in line
    ]
    assert commands == ["lodestar check --format github", "lodestar build --site-dir site"]
    for command in commands:
        run(root, "bash", "-e", "-c", command, path=f"{programs}:/usr/bin:/bin")
    assert (root / "site" / "join" / "index.html").is_file()
    asked = ("--mentor", "example-tomasz", "--skills", "Python", "--goals", "I want to write tests that I trust.")
    run(root, lodestar, "try", "open", "threads", "--as", "noor-b", *asked)
    run(root, lodestar, "try", "say", "threads", "1", "/accept", "--as", "example-tomasz")
    run(root, lodestar, "try", "say", "threads", "1", "/complete", "--as", "noor-b")
    assert "state: completed" in run(root, lodestar, "try", "show", "threads", "1")
    assert run(root, lodestar, "upgrade").endswith("Everything is up to date.\n")
