"""Which commit an installed Lodestar is, so that a community's workflows can name it."""

import importlib.metadata
import json
from types import SimpleNamespace

import pytest

from generator.adapters import packaged

COMMIT = "0123456789abcdef0123456789abcdef01234567"
URL = "https://github.com/lodestar-mentors/lodestar"


@pytest.mark.parametrize(
    ("noted", "commit"),
    [
        (json.dumps({"url": URL, "vcs_info": {"vcs": "git", "commit_id": COMMIT}}), COMMIT),
        (json.dumps({"url": URL, "vcs_info": {"vcs": "git", "commit_id": "main; rm -rf"}}), ""),
        (json.dumps({"url": "file:///lodestar", "dir_info": {"editable": True}}), ""),
        ("[]", ""),
        ("{", ""),
        (None, ""),
    ],
    ids=["from Git", "no commit", "a folder", "a list", "broken", "from PyPI"],
)
def test_what_pip_took_from_git_knows_its_commit(
    monkeypatch: pytest.MonkeyPatch, noted: str | None, commit: str
) -> None:
    """pip notes the commit of what it installs from Git; any other note, and none, is no commit."""
    monkeypatch.setattr(importlib.metadata, "distribution", lambda name: SimpleNamespace(read_text=lambda file: noted))
    assert packaged.released_commit() == commit
