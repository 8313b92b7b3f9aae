"""Play the community and print its figures: `python -m benchmarks.community`."""

import json
from dataclasses import asdict
from pathlib import Path

import click

from benchmarks.community.bot import CurrentBot
from benchmarks.community.community import SCENARIOS
from benchmarks.community.figures import figures_of, note_outcomes
from benchmarks.community.report import patterns, table
from benchmarks.community.run import play, replaced_chapter
from benchmarks.community.wordings import behaviour


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--seeds", default="1,2,3", show_default=True, help="One run for each, with commas.")
@click.option(
    "--scenario",
    "scenarios",
    multiple=True,
    type=click.Choice(list(SCENARIOS)),
    help="Only this one; may be given more than once.",
)
@click.option("--days", type=int, help="Fewer days than two years.")
@click.option("--mentors", type=int, help="Fewer mentors than 300, and as many fewer requests.")
@click.option(
    "--threads",
    type=click.Path(file_okay=False, path_type=Path),
    help="Write the threads of the last run here, as a folder that `lodestar try` reads.",
)
@click.option(
    "--into", type=click.Path(dir_okay=False, path_type=Path), help="Replace the chapter in this file of results."
)
def main(
    seeds: str,
    scenarios: tuple[str, ...],
    days: int | None,
    mentors: int | None,
    threads: Path | None,
    into: Path | None,
) -> None:
    """Let a community of 300 mentors live for two years with the real bot."""
    change: dict[str, int] = {"days": days} if days else {}
    if mentors:
        usual = behaviour()["community"]
        change |= {"mentors": mentors, "requests": round(usual["requests"] * mentors / usual["mentors"])}
    found: dict[str, list] = {}  # type: ignore[type-arg]
    for scenario in scenarios or tuple(SCENARIOS):
        for seed in (int(one) for one in seeds.split(",")):
            community = play(seed, scenario, CurrentBot, change)
            found.setdefault(scenario, []).append(figures_of(community))
            note_outcomes(community)
            click.echo(
                f"{scenario}, seed {seed}:\n\n{patterns(community.watch.patterns, community.watch.examples)}\n",
                err=True,
            )
            if threads:
                _write_threads(community.box.kept, threads)
    text = table(found)
    click.echo(text)
    click.echo(json.dumps({name: [asdict(one) for one in runs] for name, runs in found.items()}), err=True)
    if into:
        into.write_text(replaced_chapter(into.read_text(encoding="utf-8"), text), encoding="utf-8")


def _write_threads(kept: dict[int, dict], folder: Path) -> None:  # type: ignore[type-arg]
    (folder / "issues").mkdir(parents=True, exist_ok=True)
    for number, stored in kept.items():
        text = json.dumps(stored, ensure_ascii=False, indent=1)
        (folder / "issues" / f"{number}.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
