"""The command `notify`."""

import os
import sys
from datetime import date
from pathlib import Path

import click

from generator.cli.command import Command, Status
from generator.cli.options import ANY_ROOT
from generator.model.errors import CallError
from generator.text.catalogue import _


@click.command(cls=Command)
@ANY_ROOT
@click.option(
    "--deliveries",
    required=True,
    metavar="JSON",
    help="Who gets which message: the list that 'handle' and 'sweep' write, a file with it, or - for standard input.",
)
@click.option("--dry-run", is_flag=True, help="Show the messages instead of sending them.")
def notify(root: Path, deliveries: str, dry_run: bool) -> Status:
    """Send messages about requests by mail, chat or push.

    The environment variable LODESTAR_CHANNELS has a channel on each line: NAME=SERVICE://..., as Apprise
    reads them. If one channel fails, the others are still used, and the exit status is 1.
    """
    try:
        from generator.adapters.notify import annotation, as_text, origin_of
        from generator.adapters.notify import notify as send
    except ModuleNotFoundError as missing:
        if missing.name == "apprise":
            raise CallError(
                _("Mail, chat and push need Apprise. Install it: pip install 'lodestar-mentors[notify]'")
            ) from None
        raise
    given = os.environ.get
    origin = origin_of(
        root, date.today(), given("GITHUB_REPOSITORY", ""), given("GITHUB_SERVER_URL") or "https://github.com"
    )
    report = send(_text_of(deliveries), given("LODESTAR_CHANNELS", ""), origin, dry_run)
    click.echo(as_text(report), nl=False)
    problems = "".join(f"{problem}\n" for problem in report.problems)
    if given("GITHUB_ACTIONS"):
        click.echo(annotation(report), nl=False)
    else:
        click.echo(problems, nl=False, err=True)
    if problems and (summary := given("GITHUB_STEP_SUMMARY")):
        with Path(summary).open("a", encoding="utf-8") as file:
            file.write(problems)
    return Status.PROBLEMS if problems else Status.DONE


def _text_of(deliveries: str) -> str:
    """Take JSON as it is; read anything else from a file or standard input."""
    if deliveries == "-":
        return sys.stdin.read()
    if deliveries.lstrip()[:1] in ("[", "{", ""):
        return deliveries
    try:
        return Path(deliveries).read_text(encoding="utf-8")
    except (OSError, ValueError):
        raise CallError(
            _("--deliveries takes JSON or the name of a file with JSON, and '{given}' is neither.", given=deliveries)
        ) from None


COMMANDS = (notify,)
