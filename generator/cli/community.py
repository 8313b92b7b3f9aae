"""The commands for a repository of one's own: `init`, `doctor` and `upgrade`."""

import os
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import click

from generator.cli.command import Command, Status
from generator.cli.options import ROOT, TEXT_OR_JSON
from generator.model.errors import CallError
from generator.text.catalogue import _


@click.command(cls=Command)
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--name", help="What your directory is called.")
@click.option("--address", metavar="OWNER/NAME", help="Where it will be on GitHub.")
@click.option("--language", help="The language of the site, the forms and the bot.")
@click.option("--coordinators", metavar="NAMES", help="The GitHub names of who looks after it, separated by commas.")
@click.option("--private-contact", metavar="URL", help="A private form where people report someone's conduct.")
@click.option("--examples/--no-examples", default=None, help="Begin with made-up mentors and programs, or with none.")
def init(folder: Path, **given: str | bool | None) -> None:
    """Make a directory of your own in FOLDER: your data and settings, and none of our code.

    It asks six questions. What you give as an option isn't asked, and without a terminal the rest is filled in.
    """
    from generator.app.new_community import (
        QUESTIONS,
        make_community,
        refuse_what_is_there,
        usual_answers,
        with_answer,
        written_report,
    )

    refuse_what_is_there(folder)
    answers = usual_answers(folder)
    for question in QUESTIONS:
        value = given[question.field]
        if value is not None:
            answers, wrong = with_answer(answers, question.field, value)
            if wrong:
                raise CallError(f"--{question.field.replace('_', '-')}: {wrong}")
        while value is None and _can_ask():
            usual = getattr(answers, question.field)
            if question.field == "examples":
                asked: str | bool = click.confirm(_(question.text), default=usual)
            else:
                default = ", ".join(usual) if isinstance(usual, tuple) else usual
                asked = click.prompt(_(question.text), default=default, show_default=bool(default))
            answers, wrong = with_answer(answers, question.field, asked)
            if not wrong:
                break
            click.echo(f"  {wrong}")
    click.echo(written_report(folder, answers, make_community(folder, answers, date.today())))


@click.command(cls=Command)
@ROOT
@click.option("--check", "check_only", is_flag=True, help="Write nothing. Exit with 1 if there is something to do.")
def upgrade(root: Path, check_only: bool) -> Status:
    """Bring forms, workflows and data to this version of Lodestar, and say what changed.

    What you changed yourself stays as it is, and is named.
    """
    from generator.app.upgrade import do_upgrade, plan_upgrade, upgrade_report

    planned = plan_upgrade(root, date.today())
    if not check_only:
        do_upgrade(root, planned)
    click.echo(upgrade_report(planned, check_only), nl=False)
    return Status.PROBLEMS if check_only and planned.pending else Status.DONE


@click.command(cls=Command)
@ROOT
@TEXT_OR_JSON
def doctor(root: Path, form: str) -> Status:
    """Say what isn't set up yet, and what to click.

    It looks at your files, and with GITHUB_TOKEN in the environment at GitHub, too. It changes nothing.
    """
    from generator.app.doctor import Hub, doctor_report, examine_files, examine_github
    from generator.forge.looking import look_with

    now = datetime.now(UTC)
    diagnoses, settings = examine_files(root, now)
    token = os.environ.get("GITHUB_TOKEN", "")
    if token and settings:
        look = look_with(token, os.environ.get("GITHUB_API_URL") or "https://api.github.com")
        diagnoses += examine_github(Hub(settings, look, now))
    click.echo(doctor_report(diagnoses, bool(token), form), nl=False)
    return Status.PROBLEMS if any(one.state == "todo" for one in diagnoses) else Status.DONE


def _can_ask() -> bool:
    return sys.stdin.isatty()


COMMANDS = (init, doctor, upgrade)
