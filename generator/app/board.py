"""`lodestar board`: read every thread and pull request, and list what needs a person today."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from generator.app.board_rows import rows_of, with_best_mentor
from generator.app.bot import everything
from generator.forge.port import Forge
from generator.insight.board import BoardRow
from generator.requests.lifecycle.request_index import RequestIndex
from generator.requests.replies.board import headline, sentence_of
from generator.text.github_addresses import thread_of
from generator.text.names import without_mark
from generator.text.timestamps import write_time


@dataclass(frozen=True, slots=True)
class Board:
    """The rows as of a time, oldest first, and what could not be read."""

    rows: tuple[BoardRow, ...]
    index: RequestIndex
    left_out: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Return the board in its published shape."""
        rows = [
            {
                "why": row.why,
                "issue": row.issue,
                "mentor": self._login(row.mentor),
                "handle": row.mentor or None,
                "since": write_time(row.since),
                "do": row.do,
            }
            for row in self.rows
        ]
        return {"version": 1, "built": write_time(self.index.now), "rows": rows}

    def as_text(self) -> str:
        """Return the board as a coordinator reads it in a terminal."""
        settings = self.index.directory.settings
        lines = [headline(self.rows)]
        for number, row in enumerate(self.rows, 1):
            lines += ["", f"{number}. {sentence_of(row, self.index.now, self._name)}"]
            lines += [f"   {row.do}"] if row.do else []
            lines += [f"   {thread_of(settings, row.issue)}"] if row.issue else []
        return "\n".join(lines)

    def _name(self, handle: str) -> str:
        mentor = self.index.directory.mentors.get(handle)
        return without_mark(mentor.name) if mentor else handle

    def _login(self, handle: str) -> str | None:
        mentor = self.index.directory.mentors.get(handle)
        return mentor.github if mentor else handle or None


def board(forge: Forge, root: Path, now: datetime) -> Board:
    """Read everything, and list what needs a person."""
    index, left_out = everything(forge, root, now)
    return Board(tuple(with_best_mentor(row, index) for row in rows_of(index, forge)), index, tuple(left_out))
