"""The command `import`."""

from datetime import date
from pathlib import Path

import click

from generator.cli.command import Command, Status
from generator.cli.options import ROOT, TEXT_OR_JSON
from generator.model.errors import CallError
from generator.text.catalogue import _


@click.command(cls=Command, name="import")
@click.argument("source", type=click.Path(exists=True, path_type=Path), required=False)
@click.option(
    "--map", "map_name", metavar="MAP", help="A ready map by its name, or a file. Default: the ready one that fits."
)
@click.option("--guess", is_flag=True, help="Draft a map from the names and values of the fields, and write nothing.")
@click.option("--targets", is_flag=True, help="List the ready maps, and what a field can become.")
@click.option(
    "--set",
    "given",
    metavar="FIELD=VALUE",
    multiple=True,
    help="Give this to everyone who lacks it, like timezone=Europe/Berlin.",
)
@click.option("--cohorts", is_flag=True, help="Bring in cohorts with their projects and people, as programs.")
@click.option("--dry-run", is_flag=True, help="Say what would happen, and write nothing.")
@click.option(
    "--patch",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write unknown terms to this file as a change of the vocabulary.",
)
@TEXT_OR_JSON
@ROOT
def import_(
    source: Path | None,
    map_name: str | None,
    guess: bool,
    targets: bool,
    given: tuple[str, ...],
    cohorts: bool,
    dry_run: bool,
    patch: Path | None,
    form: str,
    root: Path,
) -> Status:
    """Move people in from another directory: CSV, JSON, YAML, or a folder of files, also Markdown with front matter.

    Files that are there already are never overwritten. Everything is accounted for, and who lacks something that a
    profile needs is named and left out until you fill it. E-mail addresses and phone numbers never come in.
    """
    from generator.adapters.filesystem import write_whole
    from generator.app.import_people import draft_map, import_people, open_source, patch_of
    from generator.moving.report import as_json, as_text

    today = date.today()
    if targets:
        click.echo(_targets())
        return Status.DONE
    if source is None:
        raise CallError(_("Name the file or folder to read."))
    if guess:
        click.echo(draft_map(source, root, today), nl=False)
        return Status.DONE
    if cohorts:
        return _cohorts(root, source, dry_run, form)
    named = dict(one.partition("=")[::2] for one in given)
    if not all(named.values()):
        raise CallError(_("--set takes a field and a value, like --set timezone=Europe/Berlin"))
    report = import_people(root, open_source(source, map_name), named, today, dry_run)
    click.echo((as_json if form == "json" else as_text)(report, not dry_run), nl=False)
    if patch:
        write_whole(patch, patch_of(root, report).encode())
    return Status.PROBLEMS if report.waiting else Status.DONE


def _cohorts(root: Path, source: Path, dry_run: bool, form: str) -> Status:
    from generator.app.import_cohorts import as_json, as_text, import_cohorts

    report = import_cohorts(root, source, dry_run)
    click.echo((as_json if form == "json" else as_text)(report, not dry_run), nl=False)
    return Status.DONE


def _targets() -> str:
    from generator.moving.map_file import READY, ready_map
    from generator.moving.targets import TARGETS

    maps = "\n".join(f"  {name}: {ready_map(name).about}" for name in READY)
    return _("Ready maps:\n{maps}\n\nA field can become:\n  {targets}", maps=maps, targets=", ".join(TARGETS))


COMMANDS = (import_,)
