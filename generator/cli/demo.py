"""The command `demo`."""

from datetime import UTC, datetime
from pathlib import Path

import click

from generator.cli.command import LongCommand


@click.command(cls=LongCommand)
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--mentors", default=100, show_default=True, type=click.IntRange(1, 1_000_000), help="How many mentors.")
@click.option("--seed", default=1, show_default=True, type=int, help="The same seed gives the same directory.")
@click.option(
    "--requests",
    type=click.IntRange(0, 100_000),
    help="How many requests. Default: two for every five mentors, at most 2,000.",
)
@click.option("--days", type=click.IntRange(30, 3650), help="Over how many days requests were opened. Default: 240.")
def demo(folder: Path, mentors: int, seed: int, requests: int | None, days: int | None) -> None:
    """Write a made-up directory with requests into FOLDER, shaped like real ones."""
    from generator.demo import PAST_DAYS, usual_number, write_demo

    # The bot's days are those of UTC, and nothing in a thread may lie in the future.
    today = datetime.now(UTC).date()
    number = usual_number(mentors) if requests is None else requests
    click.echo(write_demo(folder, mentors, seed, today, number, days or PAST_DAYS))


COMMANDS = (demo,)
