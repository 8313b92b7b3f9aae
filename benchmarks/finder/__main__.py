"""Measure finding a mentor in the browser and print the chapter: `python -m benchmarks.finder`, `--into benchmarks/RESULTS.md` to keep it."""

import sys
from pathlib import Path

import click

from benchmarks.chapters import Bench
from benchmarks.finder.chapter import DEFAULT_SIZES, finder_chapter
from benchmarks.finder.lighthouse import lighthouse_chapter
from benchmarks.measure import RunFailedError, work_folder
from benchmarks.results import section, with_chapter
from benchmarks.table import target_table


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--sizes",
    default=DEFAULT_SIZES,
    show_default=True,
    help="How many mentors, several with commas; 100000 takes some minutes.",
)
@click.option("--runs", default=3, show_default=True, type=click.IntRange(1, 99), help="How often each contender runs.")
@click.option(
    "--lighthouse", is_flag=True, help="Judge the built site of the largest size by Lighthouse instead; npm fetches it."
)
@click.option(
    "--into",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A page of results to put the chapter into.",
)
def main(sizes: str, runs: int, lighthouse: bool, into: Path | None) -> None:
    """Measure finding a mentor in Chromium, side by side with what others use."""
    try:
        counts = sorted(int(size) for size in sizes.split(","))
    except ValueError:
        raise click.UsageError("--sizes wants numbers with commas between, like 1000,10000") from None
    with work_folder() as folder:
        bench = Bench(folder, runs, lambda line: click.echo(line, err=True))
        try:
            chapter = lighthouse_chapter(bench, max(counts)) if lighthouse else finder_chapter(bench, counts)
        except RunFailedError as trouble:
            click.echo(str(trouble), err=True)
            sys.exit(1)
    click.echo(section(chapter))
    if bench.targets:
        click.echo(target_table(bench.targets))
    if into:
        into.write_text(with_chapter(into.read_text(encoding="utf-8"), chapter, bench.targets), encoding="utf-8")


if __name__ == "__main__":
    main()
