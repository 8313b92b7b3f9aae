"""The commands of the bot: `handle`, `sweep`, `propose`, `review`, `activity` and `try`."""

import json
from contextlib import AbstractContextManager, nullcontext
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.command import Command, Group, LongCommand, Status
from generator.cli.github import open_github
from generator.cli.options import ROOT, moment, now_option
from generator.model.errors import CallError
from generator.text.catalogue import N_, _

if TYPE_CHECKING:
    from generator.app.settle import Run
    from generator.forge.port import Forge
    from generator.requests.lifecycle.actions import Action

FORGE = click.option("--forge", metavar="WHERE", required=True, help="github, or folder:DIR for a folder of threads.")
_NOW = now_option("Act as of this time, in UTC. Default: now.")
_DRY = click.option("--dry-run", is_flag=True, help="Print the actions as JSON instead of doing them.")
_OUTPUTS = click.option(
    "--outputs",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Append deliveries= and changed= to this file, as GitHub's workflows read them.",
)


def open_forge(where: str, now: datetime) -> "Forge":
    """Open the forge that was named; a wrong name is a wrong call."""
    kind, folder = (*where.split(":", 1), "")[:2]
    if kind == "folder" and folder:
        from generator.forge.folder import FolderForge

        if not Path(folder).is_dir():
            raise CallError(
                _("There is no folder {folder}. Give the folder of threads after 'folder:'.", folder=folder)
            )
        return FolderForge(Path(folder), now)
    if where != "github":
        raise CallError(_("--forge takes github or folder:DIR, not '{given}'.", given=where))
    return open_github(_("To try it without GitHub, use --forge folder:DIR."))


def _alone(where: str, dry_run: bool) -> AbstractContextManager[None]:
    """Keep other runs out of a folder while one writes there; GitHub's runs are kept apart by its workflows."""
    from generator.forge.one_run import only_run_in

    kind, _colon, folder = where.partition(":")
    return nullcontext() if dry_run or kind != "folder" or not Path(folder).is_dir() else only_run_in(Path(folder))


def _finish(run: "Run", dry_run: bool, outputs: Path | None) -> Status:
    """Print what was done; the status tells whether anything could not be done."""
    if dry_run:
        click.echo(
            json.dumps({"version": 1, "actions": [one.as_json() for one in run.actions]}, ensure_ascii=False, indent=1)
        )
    else:
        for action in run.actions:
            click.echo(_line(action))
        if not run.actions and not run.errors:
            click.echo(_("nothing to do: the issue is up to date"))
    if outputs:
        deliveries = json.dumps(run.deliveries, separators=(",", ":")) if run.deliveries else ""
        with outputs.open("a", encoding="utf-8") as file:
            file.write(f"deliveries={deliveries}\nchanged={'true' if run.changed else 'false'}\n")
            if run.again is not None:
                file.write(f"again={run.again}\n")
            if run.propose:
                file.write(f"propose={json.dumps(run.propose, separators=(',', ':'))}\n")
    for line in (*run.left_out, *run.refusals, *run.unreadable, *run.errors):
        click.echo(line, err=True)
    return Status.PROBLEMS if run.errors or run.unreadable else Status.DONE


DONE = {
    "comment": N_("issue {number}: wrote a comment: {words}"),
    "edit-comment": N_("issue {number}: changed a comment: {words}"),
    "title": N_("issue {number}: called it “{title}”"),
    "label": N_("issue {number}: added the labels {labels}"),
    "unlabel": N_("issue {number}: took off the labels {labels}"),
    "assign": N_("issue {number}: assigned {logins}"),
    "close": N_("issue {number}: closed it"),
    "reopen": N_("issue {number}: opened it again"),
    "lock": N_("issue {number}: locked the conversation"),
    "notify": N_("issue {number}: {mentor} is to be notified over their other channels, if they have any"),
    "dispatch": N_("issue {number}: the site needs a new build"),
    "propose-file": N_("issue {number}: put {path} on the branch {branch}"),
    "pull-request": N_("issue {number}: the branch {branch} has a pull request"),
    "status": N_("issue {number}: said on the commit what the check found"),
    "suggest": N_("pull request {number}: suggested a change to {path}"),
    "open-issue": N_("issue {number}: opened the issue that goes on from it"),
    "merge": N_("pull request {number}: merged it"),
}
"""What is printed for each action."""


def _line(action: "Action") -> str:
    shown = next((line for line in action.body.splitlines() if line and not line.startswith("<!--")), "")
    return _(
        DONE[action.action],
        number=action.issue,
        words=shown[:100],
        title=action.title,
        labels=", ".join(action.labels),
        logins=", ".join(action.logins),
        mentor=action.mentor or _("a coordinator"),
        path=action.path,
        branch=action.branch,
    )


@click.command(cls=Command)
@click.argument("event", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@FORGE
@ROOT
@_NOW
@_DRY
@_OUTPUTS
def handle(event: Path, forge: str, root: Path, now: datetime | None, dry_run: bool, outputs: Path | None) -> Status:
    """Bring the issue that an EVENT is about up to date.

    EVENT is the JSON of a webhook, as GitHub writes it into $GITHUB_EVENT_PATH. Only the number of the
    issue is taken from it; everything else is read from the forge.
    """
    from generator.app import bot, settle
    from generator.requests.lifecycle.event import issue_of

    try:
        number = issue_of(json.loads(event.read_bytes()))
    except (ValueError, RecursionError):
        raise CallError(
            _("{path} isn't JSON. Give the file that GitHub names in $GITHUB_EVENT_PATH.", path=event)
        ) from None
    at = moment(now)
    if number is None:
        run = settle.Run()
    else:
        with _alone(forge, dry_run):
            run = bot.handle(open_forge(forge, at), root, number, at, dry_run)
    if number is None:
        click.echo(_("this event isn't about a request"), err=True)
    return _finish(run, dry_run, outputs)


@click.command(cls=LongCommand)
@FORGE
@ROOT
@_NOW
@_DRY
@_OUTPUTS
def sweep(forge: str, root: Path, now: datetime | None, dry_run: bool, outputs: Path | None) -> Status:
    """Bring every issue up to date: send reminders, close what is due, and catch up on missed events."""
    from generator.app import bot

    at = moment(now)
    with _alone(forge, dry_run):
        run = bot.sweep(open_forge(forge, at), root, at, dry_run)
    return _finish(run, dry_run, outputs)


@click.command(cls=Command)
@click.argument("number", type=click.IntRange(1))
@FORGE
@ROOT
@_NOW
def propose(number: int, forge: str, root: Path, now: datetime | None) -> Status:
    """Open the pull request for the profile in the issue NUMBER, where a coordinator has asked for it.

    Everything is read and checked again. It needs a token that may write files and open pull requests.
    """
    from generator.app import joining

    at = moment(now)
    with _alone(forge, False):
        run = joining.propose(open_forge(forge, at), root, number, at)
    return _finish(run, False, None)


@click.command(cls=Command)
@click.argument("number", type=click.IntRange(1))
@click.option("--head", "ref", metavar="REF", required=True, help="What the pull request's commit is called here.")
@click.option("--merge", is_flag=True, help="Say nothing, and merge it where nobody needs to look at it.")
@click.option("--welcome", is_flag=True, help="After the merge: welcome the person whose first profile it has brought.")
@FORGE
@ROOT
@_NOW
@_OUTPUTS
def review(
    number: int,
    ref: str,
    merge: bool,
    welcome: bool,
    forge: str,
    root: Path,
    now: datetime | None,
    outputs: Path | None,
) -> Status:
    """Comment on the pull request NUMBER: its problems in words, and its profiles as cards.

    The base branch is checked out, and the commit only fetched: it is read as data.
    """
    from generator.app import review as looking
    from generator.app import welcome as welcoming

    at = moment(now)
    with _alone(forge, False):
        if welcome:
            return _finish(welcoming.welcome(open_forge(forge, at), root, number, ref, at), False, outputs)
        run = looking.review(open_forge(forge, at), root, number, ref, at, merge)
    return _finish(run, False, outputs)


@click.command(cls=Command)
@FORGE
@ROOT
@_NOW
@click.option(
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write to this file instead of standard output, whole or not at all.",
)
def activity(forge: str, root: Path, now: datetime | None, output: Path | None) -> None:
    """Add up all requests as JSON, for activity.json, from which the site learns."""
    from generator.adapters.filesystem import write_whole
    from generator.app import bot
    from generator.insight.activity import to_json

    at = moment(now)
    found, directory, errors = bot.activity(open_forge(forge, at), root, at)
    text = to_json(found, directory, at.date())
    if output:
        write_whole(output, text.encode())
    else:
        click.echo(text, nl=False)
    for line in errors:
        click.echo(line, err=True)


@click.group(name="try", cls=Group)
def rehearse() -> None:
    """Play the life of a request in a folder, without GitHub.

    The folder holds what GitHub would hold. Each step is answered by the bot at once.
    """


_AS = click.option("--as", "login", required=True, metavar="LOGIN", help="Who does it.")
_FOLDER = click.argument("folder", type=click.Path(file_okay=False, path_type=Path))


@rehearse.command(name="open")
@_FOLDER
@_AS
@click.option(
    "--kind",
    default="mentorship",
    show_default=True,
    type=click.Choice(["mentorship", "group", "quick-question", "interview", "application", "self-test"]),
)
@click.option("--mentor", default="", metavar="LOGIN", help="Whom to ask. Without it, the request is open to all.")
@click.option("--skills", default="", metavar="WORDS", help="What it is about, like 'python!, testing'.")
@click.option("--program", default="", metavar="ID", help="For an application: which program.")
@click.option("--languages", default="English", show_default=True)
@click.option("--goals", default="", metavar="TEXT", help="The free text.")
@click.option(
    "--body",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Take the whole text of the issue from a file instead.",
)
@ROOT
@_NOW
def try_open(folder: Path, login: str, root: Path, now: datetime | None, body: Path | None, **answers: str) -> Status:
    """Open a request, as someone who fills in the form."""
    from generator.app import sandbox as rehearsal

    at = moment(now)
    text = body.read_text(encoding="utf-8") if body else None
    number, run = rehearsal.open_request(folder, root, login, answers, text, at)
    click.echo(_("issue {number} was opened by {login}", number=number, login=login))
    return _finish(run, False, None)


@rehearse.command(name="say")
@_FOLDER
@click.argument("number", type=click.IntRange(1))
@click.argument("words")
@_AS
@ROOT
@_NOW
def try_say(folder: Path, number: int, words: str, login: str, root: Path, now: datetime | None) -> Status:
    """Write a comment, such as "/accept"."""
    from generator.app import sandbox as rehearsal

    at = moment(now)
    return _finish(rehearsal.say(folder, root, number, login, words, at), False, None)


@rehearse.command(name="show")
@_FOLDER
@click.argument("number", type=click.IntRange(1))
def try_show(folder: Path, number: int) -> None:
    """Print a thread as a person would read it."""
    from generator.app import sandbox as rehearsal

    click.echo(rehearsal.shown(folder, number), nl=False)


COMMANDS = (handle, sweep, propose, review, activity, rehearse)
