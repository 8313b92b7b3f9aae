"""Ask the form at /join/ what it says of a profile and how it writes one, by its own scripts and without a browser."""

import json
import subprocess
from collections.abc import Iterable
from functools import cache
from typing import Any

from generator.adapters.filesystem import read_directory
from generator.model.directory import Directory
from generator.profiles.check import check_files
from generator.site.join.files import known, names
from generator.site.photos import photo_defect
from tests.paths import EXAMPLES, ROOT
from tests.unit.profiles.cases import TODAY


@cache
def directory() -> Directory:
    """The small directory that every example is laid over."""
    checked = check_files(read_directory(EXAMPLES / "base"), TODAY, photo_defect)
    assert checked.directory
    return checked.directory


def answers_of(lines: Iterable[dict[str, Any]]) -> list[Any]:
    """Let the scripts answer each line."""
    given = [{"known": known(directory()), "names": names()}, *lines]
    done = subprocess.run(
        ["node", str(ROOT / "tests/unit/js/join-lines.mjs")],
        input="\n".join(json.dumps(line) for line in given),
        capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]
