"""Measure Lodestar beside others, print the tables and write RESULTS.md: `python -m benchmarks`, or `make bench`."""

import sys
from datetime import date
from pathlib import Path

import click

from benchmarks.bot.chapter import DEFAULT_SIZES as BOT_SIZES
from benchmarks.bot.chapter import bot_chapter
from benchmarks.chapters import Bench, build_chapter, check_chapter, rebuild_chapter, weight_chapter
from benchmarks.contenders.programs import BIN, ROOT, hugo_binary
from benchmarks.finder.chapter import DEFAULT_SIZES, finder_chapter
from benchmarks.measure import RunFailedError, work_folder
from benchmarks.results import command_lines, machine, report, versions
from benchmarks.table import target_table

RESULTS = Path(__file__).parent / "RESULTS.md"


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--sizes", default="100,1000,10000", show_default=True, help="How many mentors, several with commas.")
@click.option(
    "--finder-sizes",
    default=DEFAULT_SIZES,
    show_default=True,
    help="The same for the finder; 100000 takes some minutes.",
)
@click.option("--bot-sizes", default=BOT_SIZES, show_default=True, help="The same for the bot.")
@click.option("--runs", default=3, show_default=True, type=click.IntRange(1, 99), help="How often each contender runs.")
@click.option(
    "--only",
    type=click.Choice(["check", "build", "rebuild", "finder", "bot"]),
    help="Measure one chapter and write no file.",
)
@click.option(
    "--results", default=RESULTS, type=click.Path(dir_okay=False, path_type=Path), help="Where to write the results."
)
def main(sizes: str, finder_sizes: str, bot_sizes: str, runs: int, only: str | None, results: Path) -> None:
    """Measure Lodestar side by side with what others use."""
    try:
        counts, finder_counts, bot_counts = (
            sorted(int(size) for size in given.split(",")) for given in (sizes, finder_sizes, bot_sizes)
        )
    except ValueError:
        raise click.UsageError("sizes are numbers with commas between, like 100,1000") from None
    with work_folder() as folder:
        bench = Bench(folder, runs, lambda line: click.echo(line, err=True))
        chapters = []
        try:
            if only in (None, "check"):
                chapters.append(check_chapter(bench, counts))
            if only in (None, "build"):
                chapters += [build_chapter(bench, counts), weight_chapter(bench, counts)]
            if only in (None, "rebuild"):
                chapters.append(rebuild_chapter(bench, min(1000, max(counts))))
            if only in (None, "finder"):
                chapters.append(finder_chapter(bench, finder_counts))
            if only in (None, "bot"):
                chapters.append(bot_chapter(bench, bot_counts))
        except (RunFailedError, TimeoutError) as trouble:
            click.echo(str(trouble), err=True)
            sys.exit(1)
        hidden = {hugo_binary(): "hugo", f"{BIN}/": "", sys.executable: "python", f"{folder}/": "", f"{ROOT}/": ""}
        commands = command_lines(bench.contenders, hidden)
    for chapter in chapters:
        click.echo(f"\n{chapter.title}\n\n" + "\n".join(chapter.tables))
    click.echo(target_table(bench.targets))
    if not only:
        results.write_text(
            report(date.today(), machine(), chapters, bench.targets, commands, versions()), encoding="utf-8"
        )
        click.echo(f"written to {results}")


if __name__ == "__main__":
    main()
