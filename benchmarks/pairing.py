"""Measure the pairing of a cohort in time and memory: `python -m benchmarks.pairing 500x500 5000x2000` prints the table.

Mentees want skills as the mentors of the demo offer them, in the same proportions; everyone speaks a language or two.
"""

import resource
import subprocess
import sys
import time
from datetime import date
from pathlib import Path
from random import Random

import click

from benchmarks.measure import work_folder
from benchmarks.table import markdown_table
from generator.app.load import load_directory
from generator.demo import write_demo
from generator.profiles.yaml_writer import yaml_line, yaml_value

PROGRAM = "measured"
_FILE = "title: Measured\nkind: group-cohort\norganiser: Benchmarks\nsummary: A cohort of its own size.\n"


def write_cohort(folder: Path, mentees: int, mentors: int) -> Path:
    """Write a directory with so many mentors and a file of so many applications; return that file."""
    root = folder / "directory"
    write_demo(root, mentors, 1, date.today())
    (root / "programs" / f"{PROGRAM}.yml").write_text(_FILE, encoding="utf-8")
    people = list(load_directory(root, date.today(), "").mentors.values())
    draw, lines = Random(1), ["applications:"]
    for number in range(mentees):
        first, second = draw.sample(people, 2)
        wanted = list(dict.fromkeys([*first.skills[:2], *second.skills[:1]])) or ["python"]
        want = [{"skill": skill, "importance": "must" if place == 0 else "nice"} for place, skill in enumerate(wanted)]
        learner = {"want": want, "languages": list(first.languages[:2]), "timezone": second.timezone}
        choices = [one.handle for one in draw.sample(people, draw.randint(0, 3))]
        lines.append(f"  - {yaml_value({'mentee': f'm{number}', 'learner': learner, 'choices': choices})}")
    capacities = [{"mentor": one.handle, "spots": draw.randint(1, 4)} for one in people]
    file = folder / "applications.yml"
    file.write_text("\n".join(lines) + "\n" + yaml_line("capacities", capacities) + "\n", encoding="utf-8")
    return file


def measure(folder: Path, file: Path, solver: str) -> tuple[float, float, int]:
    """Pair once in a process of its own; return seconds on the wall, seconds of processor and megabytes."""
    words = [sys.executable, "-m", "generator", "pair", PROGRAM, "--root", str(folder / "directory")]
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    subprocess.run([*words, "--applications", str(file), "--solver", solver], check=True, stdout=subprocess.DEVNULL)
    after, wall = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic() - began
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return wall, used, round(after.ru_maxrss / 1024)


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("sizes", nargs=-1, default=("500x500", "5000x2000"), metavar="[MENTEESxMENTORS]...")
def main(sizes: tuple[str, ...]) -> None:
    """Measure how long pairing takes, and how much memory. The sizes come from small to large."""
    rows = []
    for size in sizes:
        mentees, mentors = map(int, size.split("x"))
        with work_folder() as folder:
            file = write_cohort(folder, mentees, mentors)
            for solver in ("stable", "best-total"):
                wall, used, memory = measure(folder, file, solver)
                rows.append((f"{mentees:,} x {mentors:,}", solver, f"{wall:.1f} s", f"{used:.1f} s", f"{memory} MB"))
                click.echo(rows[-1], err=True)
    click.echo(markdown_table(("mentees x mentors", "solver", "time", "processor", "memory"), rows))


if __name__ == "__main__":
    main()
