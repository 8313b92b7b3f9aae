"""One mistake in what somebody wrote, with its place and its cure."""

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "hint"]


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """A mistake at one place of one file; an error blocks, a hint never does.

    Lines and columns count from 1 and in characters; `end_column` is the first column after the
    marked text. `excerpt` is the source line as written, or empty where no line can be shown.
    """

    path: str
    line: int
    column: int
    end_column: int
    severity: Severity
    code: str
    message: str
    help: str
    excerpt: str = ""
