"""`make lint` is awake: a careless change fails it, and it names every kind of carelessness."""

import os
import subprocess
import sysconfig
from pathlib import Path
from shutil import copy, copytree, ignore_patterns

import pytest

from tests.paths import ROOT

MISSPELT = "receive".replace("ei", "ie")
CARELESS = f'''\
"""A module that somebody wrote in a hurry."""

def half( number ) :
    """Return half of a number, which is what you would {MISSPELT}."""
    return number / 2
'''


@pytest.mark.slow
def test_a_careless_change_fails_the_linters(tmp_path: Path) -> None:
    """A change that is unformatted, mistyped and misspelt fails in the way of CI, which names all three."""
    for name in ("generator", "scripts", ".github", "vocabulary", "docs"):
        copytree(ROOT / name, tmp_path / name, ignore=ignore_patterns("__pycache__"))
    for name in ("tests", "benchmarks"):
        (tmp_path / name).mkdir()
    for name in ("pyproject.toml", "Makefile", "README.md", ".codespell-exceptions.txt", "action.yml"):
        copy(ROOT / name, tmp_path / name)
    (tmp_path / "generator" / "insight" / "careless.py").write_text(CARELESS, encoding="utf-8")
    path = f"{sysconfig.get_path('scripts')}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["sh", "scripts/lint.sh"], cwd=tmp_path, capture_output=True, text=True, env={**os.environ, "PATH": path}
    )
    assert done.returncode == 1
    assert done.stdout.splitlines()[-1] == "make lint found something: format types spelling"
    assert "careless.py" in done.stdout
    assert "Function is missing a type annotation" in done.stdout
    assert f"{MISSPELT} ==> receive" in done.stdout


def test_ci_and_the_hook_run_the_same_linters() -> None:
    """The workflow and the hook before a commit run `make lint`, so nobody is surprised by CI."""
    assert "run: make lint\n" in (ROOT / ".github" / "workflows" / "tests.yml").read_text(encoding="utf-8")
    assert "make --silent lint" in (ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8")
    assert "scripts/lint.sh" in (ROOT / "Makefile").read_text(encoding="utf-8")
