"""Submitted issues of every kind, honest and not, and what is read in them.

Each `forms/NAME.md` is an issue's text, and `forms/NAME.json` what must be read; null is no form of ours. What was
left open is left out. To see what is read now: `python -m tests.unit.requests.test_form_corpus NAME`.
"""

import json
import sys
from dataclasses import asdict

import pytest

from generator.requests.forms.reader import Reading, read_form
from tests.fakes.asking_community import forms
from tests.paths import FIXTURES

FOLDER = FIXTURES / "forms"
CASES = sorted(path.stem for path in FOLDER.glob("*.md"))


def read(name: str) -> dict | None:
    """Read a case and write it as its expected file does."""
    return told(read_form((FOLDER / f"{name}.md").read_bytes().decode(), forms()))


def told(reading: Reading | None) -> dict | None:
    """Write what was read, without what was left open."""
    return without_empty(asdict(reading)) if reading else None


def without_empty(value: object) -> object:
    """Leave out what is empty, false or None."""
    if isinstance(value, dict):
        return {name: without_empty(part) for name, part in value.items() if part not in ("", None, (), [], False)}
    return [without_empty(part) for part in value] if isinstance(value, list | tuple) else value


@pytest.mark.parametrize("name", CASES)
def test_an_issue_is_read_as_written_down(name: str) -> None:
    """Every field comes out as expected, and so does every sentence about what is missing or was left out."""
    assert json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8")) == read(name)


def test_every_expectation_has_its_issue() -> None:
    """No expected file lies around without an issue."""
    assert CASES == sorted(path.stem for path in FOLDER.glob("*.json"))


if __name__ == "__main__":
    for case in sys.argv[1:] or CASES:
        print(json.dumps(read(case), indent=2, ensure_ascii=False))
