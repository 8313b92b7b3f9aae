"""The command `pair`."""

import json
import shlex
from datetime import datetime
from pathlib import Path

import click

from generator.cli.bot import open_forge
from generator.cli.command import Command
from generator.cli.options import ROOT, moment, now_option
from generator.model.cohort import Pair
from generator.text.catalogue import _


class PairOfNames(click.ParamType):  # type: ignore[type-arg]  # click 8.1 has no parameter for it
    """A mentee and a mentor, like noor:ada-l."""

    name = "pair"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Pair:
        """Read a pair, or show how one is written."""
        mentee, colon, mentor = str(value).lower().replace("@", "").partition(":")
        if not (mentee.strip() and colon and mentor.strip()):
            self.fail(_("'{given}' isn't a pair. Write MENTEE:MENTOR, like noor:ada-l.", given=value), param, ctx)
        return mentee.strip(), mentor.strip()


@click.command(cls=Command)
@ROOT
@click.argument("program")
@click.option(
    "--applications",
    "file",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Who applied, and what they would like: a YAML or JSON file.",
)
@click.option(
    "--forge",
    metavar="WHERE",
    help="Take the applications from their issues: github, or folder:DIR for a folder of threads.",
)
@click.option(
    "--solver",
    type=click.Choice(["both", "stable", "best-total"]),
    default="both",
    show_default=True,
    help="stable: nobody would rather swap. best-total: the most points over all.",
)
@click.option("--lock", "locks", type=PairOfNames(), multiple=True, metavar="MENTEE:MENTOR", help="Keep this pair.")
@click.option(
    "--veto", "vetoes", type=PairOfNames(), multiple=True, metavar="MENTEE:MENTOR", help="Rule this pair out."
)
@click.option(
    "--studio",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE.html",
    help="Also write all of it as one page to open in a browser.",
)
@click.option(
    "--write",
    is_flag=True,
    help="Write the pairs of the first solver into the program's file. Once that is merged, the bot asks both.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "yaml"]),
    default="text",
    show_default=True,
    help="How to print the answer.",
)
@now_option("Pair as of this time, in UTC. Default: now.")
def pair(
    root: Path,
    program: str,
    file: Path | None,
    forge: str | None,
    solver: str,
    locks: tuple[Pair, ...],
    vetoes: tuple[Pair, ...],
    studio: Path | None,
    write: bool,
    form: str,
    now: datetime | None,
) -> None:
    """Propose who of a program's applicants could work with which mentor, with the reasons.

    Nobody is notified, and without --write nothing is changed. The same files lead to the same proposals on every run.
    """
    from generator.app.cohort_threads import write_pairs
    from generator.app.pair import pair_program, studio_page, yaml_of
    from generator.matching.pairing.report import as_fields, as_text
    from generator.matching.pairing.solvers import SOLVERS

    at = moment(now)
    if bool(file) == bool(forge):
        raise click.UsageError(_("Say where the applications are: --applications FILE or --forge WHERE."))
    solvers = SOLVERS if solver == "both" else (solver,)
    proposed = pair_program(root, program, file or open_forge(forge or "", at), at, solvers, locks, vetoes)
    if studio:
        source = shlex.join(["--applications", str(file)] if file else ["--forge", forge or ""])
        studio.write_text(studio_page(proposed, source), encoding="utf-8")
        click.echo(_("Open {path} in a browser.", path=studio), err=True)
    if write:
        written = write_pairs(root, program, proposed.outcomes[0])
        click.echo(
            _("Wrote {path}. Open a pull request with it: the bot asks both once it is merged.", path=written), err=True
        )
    if form == "json":
        click.echo(json.dumps(as_fields(proposed.cohort, proposed.outcomes), ensure_ascii=False, indent=2))
    elif form == "yaml":
        click.echo(yaml_of(proposed, at.date()), nl=False)
    else:
        click.echo(as_text(proposed.program.title, proposed.cohort, proposed.outcomes), nl=False)


COMMANDS = (pair,)
"""The commands of this module."""
