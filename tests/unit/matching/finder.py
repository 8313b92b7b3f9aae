"""Ask the site's own finder, in JavaScript, with the index that the site's build writes."""

import json
import shutil
import subprocess
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from typing import Any

import pytest

from generator.insight.availability import AvailabilityStatus
from generator.matching.prepared import MatchContext
from generator.model.directory import Directory, Settings
from generator.profiles.parse import parse_mentor
from generator.site.search_index.index import FOLDER, index_files
from generator.site.sorting import in_listing_order
from tests.paths import TESTS

LINES = TESTS / "unit" / "js" / "match-lines.mjs"
Ask = Callable[[Mapping[str, Any]], dict[str, Any]]
_STATUS = ("availability", "openings", "pending", "paused_until")


@contextmanager
def finder() -> Iterator[Ask]:
    """Start a JavaScript process that answers one question of `question` after the other."""
    node = shutil.which("node")
    if node is None:
        pytest.skip("node is not installed, so JavaScript cannot be asked")
    with subprocess.Popen(
        [node, str(LINES)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    ) as process:
        assert process.stdin and process.stdout

        def ask(asked: Mapping[str, Any]) -> dict[str, Any]:
            process.stdin.write(json.dumps(asked) + "\n")
            process.stdin.flush()
            return json.loads(process.stdout.readline())

        yield ask
        process.stdin.close()


def question(learner: Mapping[str, Any], people: Sequence[Mapping[str, Any]], context: MatchContext) -> dict[str, Any]:
    """Put together what the finder is given: the files of a build with these mentors, the learner, and the mentors of the API."""
    profiles = [parse_mentor(_written(one)) for one in people]
    statuses = {mentor.handle: _status(one) for mentor, one in zip(profiles, people, strict=True)}
    directory = Directory(
        Settings("Community", "o/r", "mail@example.org", match=context.settings),
        context.vocabularies,
        {mentor.handle: mentor for mentor in sorted(profiles, key=lambda mentor: mentor.handle)},
    )
    order = [mentor.handle for mentor in in_listing_order(profiles, statuses, context.today)]
    built = datetime.combine(context.today, datetime.min.time(), UTC)
    files = index_files(directory, statuses, built, order)
    return {
        "files": {file.path.removeprefix(FOLDER): json.loads(file.content) for file in files},
        "learner": learner,
        "mentors": [{"name": one["github"], **one} for one in people],
        "today": context.today.isoformat(),
    }


def _written(fields: Mapping[str, Any]) -> dict[str, Any]:
    written = {name: value for name, value in fields.items() if name not in _STATUS}
    return {"name": fields["github"], "headline": "Hello", **written}


def _status(fields: Mapping[str, Any]) -> AvailabilityStatus:
    until = date.fromisoformat(fields["paused_until"]) if "paused_until" in fields else None
    return AvailabilityStatus(fields["availability"], fields["openings"], pending=fields.get("pending", 0), until=until)
