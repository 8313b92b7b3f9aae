"""The command `board`."""

import json
from datetime import datetime
from pathlib import Path

import click

from generator.cli.bot import FORGE, open_forge
from generator.cli.command import Command
from generator.cli.options import ROOT, moment, now_option


@click.command(cls=Command)
@FORGE
@ROOT
@now_option("Look as of this time, in UTC. Default: now.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def board(forge: str, root: Path, now: datetime | None, form: str) -> None:
    """List what needs a coordinator today, oldest first.

    Each row has one line to write in its issue, or to run. This list names people, so keep it among coordinators;
    the page on the site doesn't.
    """
    from generator.app.board import board as board_of

    at = moment(now)
    found = board_of(open_forge(forge, at), root, at)
    click.echo(json.dumps(found.as_json(), ensure_ascii=False, indent=1) if form == "json" else found.as_text())
    for line in found.left_out:
        click.echo(line, err=True)


COMMANDS = (board,)
