"""Read the cases of tests/examples/invalid: a base directory with a few files laid over it."""

import json
import os
from datetime import date
from pathlib import Path

from generator.adapters.filesystem import read_directory
from generator.model.problem import Problem
from generator.profiles.check import check_files
from generator.profiles.ownership import BaseOwnership, Change, ownership_problems
from generator.profiles.source import SourceFile
from generator.site.photos import photo_defect
from tests.paths import EXAMPLES

CASES = sorted(case for code in (EXAMPLES / "invalid").iterdir() for case in code.iterdir() if case.is_dir())
TODAY = date(2026, 11, 21)


def problems_of(case: Path) -> tuple[tuple[Problem, ...], int]:
    """Check a case as a whole directory; return its problems and how many files were checked."""
    change = case / "change.json"
    if change.exists():
        asked = json.loads(change.read_text(encoding="utf-8"))
        changes = tuple(Change(one["path"], one["kind"]) for one in asked["changes"])
        before = BaseOwnership(frozenset({"ines"}), {"mentors/ada-l.yml": "ada-l"}, frozenset({"grace"}))
        found = ownership_problems(changes, asked["author"], before, asked.get("without_github", ()))
        return tuple(found), len(changes)
    # A case with settings and no vocabulary is lent the packaged one; here it has the base's.
    files = {
        file.path: file
        for root in (EXAMPLES / "base", case)
        for file in read_directory(root)
        if os.path.lexists(root / file.path)
    }
    refused = case / "refused.json"
    if refused.exists():
        for path, why in json.loads(refused.read_text(encoding="utf-8")).items():
            files[path] = SourceFile(path, refusal=why)
    checked = check_files(files.values(), TODAY, photo_defect)
    return checked.problems, checked.count
