"""Options that several commands share."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

ROOT = click.option(
    "--root", type=click.Path(exists=True, file_okay=False, path_type=Path), default=Path("."),
    help="The folder of your directory, with directory.yml in it. Default: the current folder.",
)  # fmt: skip
TEXT_OR_JSON = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How to print the answer.",
)


def now_option(help: str) -> Callable[[Any], Any]:
    """Return the option for another time than now."""
    return click.option("--now", type=click.DateTime(["%Y-%m-%dT%H:%M:%SZ", "%Y-%m-%d"]), help=help)


def moment(now: datetime | None) -> datetime:
    """Return the time that was given, which is UTC, or this second."""
    return now.replace(tzinfo=UTC) if now else datetime.now(UTC).replace(microsecond=0)
