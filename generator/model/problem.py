"""One mistake in what someone wrote, with its position and how to fix it."""

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "hint"]


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """A mistake at one position in a file; an error blocks, a hint never does.

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
