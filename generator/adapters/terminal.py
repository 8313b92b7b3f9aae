"""The terminal, as an edge: progress on long work, and tables. The one importer of rich.

Both are for people who watch. In a pipe nothing moves and nothing is coloured: progress stays silent, and tables
give way to plain lines. NO_COLOR is respected by rich itself.
"""

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from time import monotonic
from typing import TypeVar

PATIENCE = 0.5
"""Seconds before progress shows: what is done sooner needs none."""
_BETWEEN = 0.1
_WATCHER: ContextVar[int | None] = ContextVar("watcher", default=None)
"""The process that shows progress, or None; a forked copy of it shows none."""
_Thing = TypeVar("_Thing")


@contextmanager
def showing_progress() -> Iterator[None]:
    """Show the progress of what is done in this block, if someone watches standard error."""
    before = _WATCHER.set(os.getpid() if _is_watched(sys.stderr) else None)
    try:
        yield
    finally:
        _WATCHER.reset(before)


def is_shown() -> bool:
    """Tell whether progress is shown now, for work that is slower when it is counted."""
    return _WATCHER.get() == os.getpid()


@contextmanager
def progress(label: str, total: int | None = None) -> Iterator[Callable[[], None]]:
    """Give a function to call after each piece of work; without a total the pieces are only counted."""
    if not is_shown():
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    # rich would draw from a thread of its own, and a process with two threads must not fork.
    bar = Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        console=Console(stderr=True),
        transient=True,
        auto_refresh=False,
    )
    task = bar.add_task(label, total=total)
    next_drawing = monotonic() + PATIENCE

    def step() -> None:
        nonlocal next_drawing
        bar.advance(task)
        if monotonic() >= next_drawing:
            bar.start()
            bar.refresh()
            next_drawing = monotonic() + _BETWEEN

    try:
        yield step
    finally:
        if bar.live.is_started:
            bar.stop()


def track(things: Iterable[_Thing], label: str, total: int | None = None) -> Iterator[_Thing]:
    """Yield the things, and show how many are done."""
    with progress(label, total) as step:
        for thing in things:
            yield thing
            step()


def shows_tables() -> bool:
    """Tell whether standard output is watched, so that a table helps; programs that read it get plain lines."""
    return _is_watched(sys.stdout)


def table(columns: Sequence[str], rows: Iterable[Sequence[str]], swatches: Sequence[str] = ()) -> str:
    """Write rows as a table as wide as the terminal; `swatches` are colours like "d3e4f7", one before each row."""
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    drawn = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for number, column in enumerate(columns):
        drawn.add_column(Text(column), no_wrap=number < len(columns) - 1, overflow="fold")
    for number, row in enumerate(rows):
        cells = [Text(cell) for cell in row]
        if swatches:
            cells[0] = Text.assemble(("  ", f"on #{swatches[number]}"), " ", cells[0])
        drawn.add_row(*cells)
    console = Console()
    with console.capture() as captured:
        console.print(drawn)
    return "\n".join(line.rstrip() for line in captured.get().splitlines()).strip("\n") + "\n"


def _is_watched(stream: object) -> bool:
    return bool(getattr(stream, "isatty", lambda: False)()) and os.environ.get("TERM") != "dumb"
