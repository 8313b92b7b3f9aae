"""People who watch see progress and tables; pipes get plain lines."""

import json
import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.paths import EXAMPLES

PROGRAM = """
import sys
from generator.adapters import terminal
terminal.PATIENCE = terminal._BETWEEN = 0
from generator.cli import main
main(sys.argv[1:], prog_name="lodestar")
"""
BASE = ("--root", str(EXAMPLES / "base"))


def _on_a_terminal(*words: str, **environment: str) -> str:
    """Run a command on a pseudo-terminal and return everything that it showed."""
    ours, theirs = pty.openpty()
    variables = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "TERM", "COLUMNS")}
    process = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, *words], stdin=theirs, stdout=theirs, stderr=theirs,
        env=variables | {"TERM": "xterm-256color", "COLUMNS": "100"} | environment,
    )  # fmt: skip
    os.close(theirs)
    shown = b""
    while True:
        try:
            part = os.read(ours, 65536)
        except OSError:
            break
        if not part:
            break
        shown += part
    process.wait()
    os.close(ours)
    return shown.decode()


def _in_a_pipe(*words: str) -> tuple[str, str]:
    """Run a command as another program would, and return what it read and what went to standard error."""
    done = subprocess.run([sys.executable, "-c", PROGRAM, *words], capture_output=True, text=True)
    return done.stdout, done.stderr


def test_a_terminal_shows_progress() -> None:
    """Checking shows how many of the files are done, clears it away, and then shows the result."""
    shown = _on_a_terminal("check", *BASE)
    assert "Checking files" in shown and "1/8" in shown
    assert "8 files checked" in shown


def test_a_demo_shows_progress(tmp_path: Path) -> None:
    """Writing a demo counts the mentors."""
    assert "2/3" in _on_a_terminal("demo", str(tmp_path / "demo"), "--mentors", "3", "--requests", "0")


def test_no_color_means_no_color() -> None:
    """With NO_COLOR a terminal gets no colours, in progress and in tables."""
    coloured, plain = (_on_a_terminal("labels", **given) for given in ({}, {"NO_COLOR": "1"}))
    assert "\x1b[48;2;" in coloured or "\x1b[48;5;" in coloured
    assert "\x1b[48;" not in plain and "\x1b[3" not in plain
    assert "state: waiting" in plain


def test_a_dumb_terminal_stays_plain() -> None:
    """A terminal that can do nothing gets plain lines without a single escape."""
    assert "\x1b" not in _on_a_terminal("check", *BASE, TERM="dumb")
    assert "\x1b" not in _on_a_terminal("labels", TERM="dumb")


def test_matches_are_a_table() -> None:
    """On a terminal matches are a table with points, mentor and reasons; no line is wider than the terminal."""
    shown = _on_a_terminal("match", *BASE, "--want", "python", "--now", "2026-11-21", NO_COLOR="1")
    assert "Points" in shown and "Mentor" in shown and "Why" in shown
    plain = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", shown)
    assert max(len(line) for line in plain.splitlines()) <= 100


@pytest.mark.parametrize(
    "words", [("check", *BASE), ("labels",), ("match", *BASE, "--want", "python", "--now", "2026-11-21")]
)
def test_a_pipe_gets_plain_lines(words: tuple[str, ...]) -> None:
    """In a pipe nothing moves and nothing is coloured, and standard error stays empty."""
    output, errors = _in_a_pipe(*words)
    assert output and "\x1b" not in output and "─" not in output
    assert errors == ""


@pytest.mark.parametrize("words", [("check", *BASE), ("labels",), ("match", *BASE, "--want", "python")])
def test_json_is_alone(words: tuple[str, ...]) -> None:
    """With --format json standard output is one JSON document, in a pipe and on a terminal."""
    output, errors = _in_a_pipe(*words, "--format", "json")
    assert (json.loads(output)["version"], errors) == (1, "")
    if words[0] != "check":
        assert json.loads(_on_a_terminal(*words, "--format", "json"))["version"] == 1
