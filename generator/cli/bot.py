"""The terminal's words for the bot: `handle`, `sweep`, `activity` and `try`."""

import gc
import json
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from generator.cli.github import open_github

if TYPE_CHECKING:
    from generator.app.bot import Run
    from generator.forge.port import Forge
    from generator.requests.lifecycle.actions import Action

_Done = TypeVar("_Done")

_ROOT = click.option(
    "--root", type=click.Path(exists=True, file_okay=False, path_type=Path), default=Path("."),
    help="The directory's root, where directory.yml lies. Default: here.",
)  # fmt: skip
_FORGE = click.option("--forge", metavar="WHERE", required=True, help="github, or folder:DIR for a folder of threads.")
_NOW = click.option(
    "--now", type=click.DateTime(["%Y-%m-%dT%H:%M:%SZ", "%Y-%m-%d"]), help="The time to act at, in UTC. Default: now."
)
_DRY = click.option("--dry-run", is_flag=True, help="Print the actions as JSON instead of doing them.")
_OUTPUTS = click.option(
    "--outputs",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Append deliveries= and changed= to this file, as GitHub's workflows read them.",
)


def _moment(now: datetime | None) -> datetime:
    return now.replace(tzinfo=UTC) if now else datetime.now(UTC).replace(microsecond=0)


def _forge(where: str, now: datetime) -> "Forge":
    """Open the forge that was named; a wrong name is a wrong call."""
    kind, _, folder = where.partition(":")
    if kind == "folder" and folder:
        from generator.forge.folder import FolderForge

        return FolderForge(Path(folder), now)
    if where != "github":
        raise click.UsageError(f"--forge is github or folder:DIR, not '{where}'")
    return open_github("; to try without GitHub, use --forge folder:DIR")


def _finish(run: "Run", dry_run: bool, outputs: Path | None) -> None:
    """Say what was done, and end with 1 when something could not be."""
    if dry_run:
        click.echo(
            json.dumps({"version": 1, "actions": [one.as_json() for one in run.actions]}, ensure_ascii=False, indent=1)
        )
    else:
        for action in run.actions:
            click.echo(_line(action))
        if not run.actions:
            click.echo("nothing to do: the thread says already what is so")
    if outputs:
        deliveries = json.dumps(run.deliveries, separators=(",", ":")) if run.deliveries else ""
        with outputs.open("a", encoding="utf-8") as file:
            file.write(f"deliveries={deliveries}\nchanged={'true' if run.changed else 'false'}\n")
    for line in (*run.left_out, *run.refusals, *run.errors):
        click.echo(line, err=True)
    if run.errors:
        sys.exit(1)


def _line(action: "Action") -> str:
    match action.action:
        case "comment" | "edit-comment":
            shown = next((line for line in action.body.splitlines() if line and not line.startswith("<!--")), "")
            return f"issue {action.issue}: {action.action}: {shown[:100]}"
        case "label" | "unlabel":
            return f"issue {action.issue}: {action.action}: {', '.join(action.labels)}"
        case "assign":
            return f"issue {action.issue}: assign: {', '.join(action.logins)}"
        case "notify":
            return f"issue {action.issue}: notify {action.mentor} on other channels, if there are any"
        case "dispatch":
            return f"issue {action.issue}: the site is to be built anew"
        case _:
            return f"issue {action.issue}: {action.action}"


def _guarded(work: Callable[[], _Done]) -> _Done:
    """Run the work; what cannot be done is told in words, with exit status 1."""
    from generator.app.bot import BotError
    from generator.forge.port import ForgeError
    from generator.requests.lifecycle.thread import ThreadError

    # A short-lived process keeps nearly all it makes; looking for what it could throw away takes a tenth of its time.
    gc.disable()
    try:
        return work()
    except (BotError, ForgeError, ThreadError) as trouble:
        click.echo(str(trouble).rstrip("\n"), err=True)
        if getattr(trouble, "passing", False):
            click.echo("Nothing is lost: the next sweep does what is still to be done.", err=True)
        sys.exit(1)


@click.command()
@click.argument("event", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@_FORGE
@_ROOT
@_NOW
@_DRY
@_OUTPUTS
def handle(event: Path, forge: str, root: Path, now: datetime | None, dry_run: bool, outputs: Path | None) -> None:
    """Bring the issue that an EVENT is about up to date.

    EVENT is the JSON of a webhook, as GitHub writes it into $GITHUB_EVENT_PATH. Only the number of the
    issue is taken from it; everything else is read from the forge.
    """
    from generator.app import bot
    from generator.requests.lifecycle.event import issue_of

    try:
        number = issue_of(json.loads(event.read_bytes()))
    except (ValueError, RecursionError):
        raise click.UsageError(f"{event} is not JSON") from None
    at = _moment(now)
    run = bot.Run() if number is None else _guarded(lambda: bot.handle(_forge(forge, at), root, number, at, dry_run))
    if number is None:
        click.echo("this event is about no request", err=True)
    _finish(run, dry_run, outputs)


@click.command()
@_FORGE
@_ROOT
@_NOW
@_DRY
@_OUTPUTS
def sweep(forge: str, root: Path, now: datetime | None, dry_run: bool, outputs: Path | None) -> None:
    """Bring every issue up to date: reminders, ends, and what no event told."""
    from generator.app import bot

    at = _moment(now)
    _finish(_guarded(lambda: bot.sweep(_forge(forge, at), root, at, dry_run)), dry_run, outputs)


@click.command()
@_FORGE
@_ROOT
@_NOW
@click.option(
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write to this file instead of standard output, whole or not at all.",
)
def activity(forge: str, root: Path, now: datetime | None, output: Path | None) -> None:
    """Add up all requests as JSON, for activity.json, from which the site learns."""
    from generator.app import bot
    from generator.insight.activity import to_json

    at = _moment(now)
    found, directory, troubles = _guarded(lambda: bot.activity(_forge(forge, at), root, at))
    text = to_json(found, directory, at.date())
    if output:
        fresh = output.with_name(f"{output.name}.new")
        fresh.write_text(text, encoding="utf-8")
        fresh.replace(output)
    else:
        click.echo(text, nl=False)
    for line in troubles:
        click.echo(line, err=True)


@click.group(name="try")
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
@_ROOT
@_NOW
def try_open(folder: Path, login: str, root: Path, now: datetime | None, body: Path | None, **answers: str) -> None:
    """Open a request, as somebody who fills in the form."""
    from generator.app import sandbox as rehearsal

    at = _moment(now)
    text = body.read_text(encoding="utf-8") if body else None
    number, run = _guarded(lambda: rehearsal.open_request(folder, root, login, answers, text, at))
    click.echo(f"issue {number} was opened by {login}")
    _finish(run, False, None)


@rehearse.command(name="say")
@_FOLDER
@click.argument("number", type=click.IntRange(1))
@click.argument("words")
@_AS
@_ROOT
@_NOW
def try_say(folder: Path, number: int, words: str, login: str, root: Path, now: datetime | None) -> None:
    """Write a comment, such as "/accept"."""
    from generator.app import sandbox as rehearsal

    at = _moment(now)
    _finish(_guarded(lambda: rehearsal.say(folder, root, number, login, words, at)), False, None)


@rehearse.command(name="show")
@_FOLDER
@click.argument("number", type=click.IntRange(1))
def try_show(folder: Path, number: int) -> None:
    """Print a thread as a person would read it."""
    from generator.app import sandbox as rehearsal

    click.echo(_guarded(lambda: rehearsal.shown(folder, number)), nl=False)


COMMANDS = (handle, sweep, activity, rehearse)
