"""Measure the bot and print the chapter: `python -m benchmarks.bot`; RESULTS.md is `python -m benchmarks`'s."""

import sys

import click

from benchmarks.bot.chapter import DEFAULT_SIZES, bot_chapter
from benchmarks.chapters import Bench
from benchmarks.measure import RunFailedError, work_folder
from benchmarks.results import section
from benchmarks.table import target_table


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--sizes", default=DEFAULT_SIZES, show_default=True, help="How many mentors, several with commas.")
@click.option("--runs", default=3, show_default=True, type=click.IntRange(1, 99), help="How often each command runs.")
def main(sizes: str, runs: int) -> None:
    """Measure how long the bot takes."""
    try:
        counts = sorted(int(size) for size in sizes.split(","))
    except ValueError:
        raise click.UsageError("--sizes wants numbers with commas between, like 1000,10000") from None
    with work_folder() as folder:
        bench = Bench(folder, runs, lambda line: click.echo(line, err=True))
        try:
            chapter = bot_chapter(bench, counts)
        except RunFailedError as error:
            click.echo(str(error), err=True)
            sys.exit(1)
    click.echo(section(chapter))
    click.echo(target_table(bench.targets))


if __name__ == "__main__":
    main()
