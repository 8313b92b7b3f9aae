"""What each command loads before it can begin: a command that someone waits for loads only what it uses."""

import json
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from shutil import copytree

import click
import pytest

from generator.cli import MODULES, main
from tests.paths import EXAMPLES

_HEAVY = (
    "PIL", "mkdocs", "material", "scipy", "numpy", "icalendar", "nh3", "coloraide", "rich", "jinja2", "markdown_it",
    "jsonschema", "langcodes", "rapidfuzz", "babel", "babel.localedata", "github", "apprise", "subprocess", "asyncio",
    "importlib.resources", "generator.site", "generator.requests", "generator.matching", "generator.moving",
)  # fmt: skip
"""What takes long to load; each command below may have what is named beside it, and nothing else of these."""
_ALLOWED = {
    "check": ("babel",),
    "match": ("babel", "babel.localedata", "generator.matching", "importlib.resources", "jsonschema", "rapidfuzz"),
    "handle": (
        "babel", "babel.localedata", "generator.matching", "generator.requests", "importlib.resources", "markdown_it",
        "rapidfuzz",
    ),
}  # fmt: skip
_PROGRAM = """
import json, sys
from generator.cli import main
main(sys.argv[1:], standalone_mode=False)
print("\\n" + json.dumps(sorted(sys.modules)))
"""


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small directory with a folder of threads, and the event of a comment."""
    root = copytree(EXAMPLES / "base", tmp_path_factory.mktemp("imports") / "community")
    (root / "threads" / "issues").mkdir(parents=True)
    author = {"id": 7, "login": "noor"}
    issue = {"number": 1, "state": "open", "title": "", "body": "Hello", "labels": [{"name": "state: waiting"}]}
    issue |= {"user": author, "created_at": "2026-11-01T10:00:00Z", "locked": False, "assignees": []}
    (root / "threads" / "issues" / "1.json").write_text(json.dumps({"issue": issue, "comments": []}), encoding="utf-8")
    (root / "event.json").write_text(json.dumps({"action": "opened", "issue": {"number": 1}}), encoding="utf-8")
    return root


@pytest.mark.parametrize(
    "words",
    [
        ["check", "mentors/ada-l.yml"],
        ["match", "--want", "python"],
        ["handle", "event.json", "--forge", "folder:threads", "--dry-run", "--now", "2026-11-02"],
    ],
    ids=lambda words: words[0],
)
def test_a_command_loads_only_what_it_uses(root: Path, words: list[str]) -> None:
    """No command that people or events wait for loads the site, pictures, the data of all languages, or what only mistakes need."""
    done = subprocess.run([sys.executable, "-c", _PROGRAM, *words], cwd=root, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    loaded = set(json.loads(done.stdout.splitlines()[-1]))
    allowed = _ALLOWED[words[0]]
    assert not loaded & set(_HEAVY) - set(allowed)


def test_the_table_of_commands_is_that_of_the_modules() -> None:
    """Each module has exactly the commands under which it is called, so that none is missing from the help."""
    for module, names in MODULES.items():
        assert tuple(command.name for command in import_module(f"generator.cli.{module}").COMMANDS) == names
    with click.Context(main) as context:
        assert main.list_commands(context) == [name for names in MODULES.values() for name in names]
