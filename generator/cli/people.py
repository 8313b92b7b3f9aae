"""The commands about people's files: `new`, `remove` and `export`."""

from datetime import UTC, date, datetime
from pathlib import Path

import click

from generator.cli.command import Command, Status
from generator.cli.options import ROOT
from generator.model.errors import CallError
from generator.text.catalogue import _


@click.command(cls=Command)
@ROOT
def new(root: Path) -> None:
    """Make a profile: eight questions, each answer checked at once, and the file written at the end.

    Write skills, languages and places as you say them.
    """
    from generator.app.new_profile import QUESTIONS, NewProfile

    profile = NewProfile(root, date.today())
    click.echo(_("Eight questions, about two minutes. Ctrl+C stops, and nothing is written before the end."))
    for question in QUESTIONS:
        while True:
            text = _(question.text) + (_(" (like: {example})", example=_(question.example)) if question.example else "")
            given = click.prompt(
                text,
                default=question.default or ("" if question.optional else None),
                show_default=bool(question.default),
            )
            wrong = profile.answer(question, given)
            for line in wrong:
                click.echo(f"  {line}")
            if not wrong:
                break
        understood = profile.read_as(question)
        if understood != given:
            click.echo(_("  read as: {understood}", understood=understood))
    path = profile.write()
    if profile.vouched:
        click.echo(_("The file's name is your handle here. Without a GitHub account, send the file to a coordinator."))
    click.echo(
        _(
            "Written to {path}. See it with 'lodestar serve', add more with any editor, and open a pull request with it.\n"
            "Every field has an example in the reference: what you can help with, when you are free, a photo.",
            path=path,
        )
    )


@click.command(cls=Command)
@click.argument("handle")
@click.option("--no-commit", is_flag=True, help="Change the files, and leave the commit to you.")
@ROOT
def remove(handle: str, no_commit: bool, root: Path) -> Status:
    """Take a person out of the directory: profile, photo, and their name in programs, roadmaps and settings.

    Everything goes in one commit. Git keeps older versions: the command says what that means, and how the owner
    of the repository can erase them.
    """
    from generator.app import remove as removing

    done = removing.remove(root, handle, not no_commit)
    for path in done.deleted:
        click.echo(_("deleted {path}", path=path))
    for path in done.changed:
        click.echo(_("took {handle} out of {path}", handle=handle, path=path))
    if done.committed:
        click.echo(_("All of it is one commit. Push it, and the page is gone with the next build."))
    else:
        click.echo(_("Nothing is committed yet. Commit these files together; the page is gone with the next build."))
    click.echo(
        _(
            "Requests on GitHub still name {handle}. The bot closes open ones the next day, and suggests other mentors there. To pass one on sooner, write /reassign in it.\n"
            "Earlier versions stay in Git, in forks and in clones. To erase them here, the owner runs\n"
            "  git filter-repo --invert-paths {paths}\n"
            "pushes with --force, and asks GitHub's support to clear its caches. Copies elsewhere can't be reached.",
            handle=handle,
            paths=" ".join(f"--path {path}" for path in done.deleted),
        )
    )
    return Status.DONE


@click.command(name="write-back", cls=Command)
@click.option(
    "--activity",
    "activity_file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Read what mentors said from this file instead of activity.json.",
)
@click.option("--scheduled", is_flag=True, help="Do nothing unless directory.yml has `write_back: true`.")
@click.option("--dry-run", is_flag=True, help="Only say what would change.")
@ROOT
def write_back(activity_file: Path | None, scheduled: bool, dry_run: bool, root: Path) -> None:
    """Write what mentors said to the bot into their files: their spots, and when they were last heard from.

    The site reads both, so this is never urgent. Comments and everything else in a file stay. `lodestar activity` makes
    the file it reads.
    """
    from generator.app import write_back as writing

    found = writing.changes(root, date.today(), activity_file, scheduled)
    if not dry_run:
        writing.write(root, found)
    for one in found:
        written = ", ".join(f"{name}: {value}" for name, value in one.values.items())
        if one.text is None:
            click.echo(_("{path}: please set {values} by hand", path=one.path, values=written))
        else:
            click.echo(f"{one.path}: {written}")
    if not found:
        click.echo(_("Every profile says what its mentor said last."))


@click.command(cls=Command)
@click.option("--format", "form", type=click.Choice(["csv", "json", "yaml"]), default="json", show_default=True)
@click.option(
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write to this file instead of standard output, whole or not at all.",
)
@click.option("--threads", "login", metavar="LOGIN", help="Give the threads of this person back instead, as JSON.")
@click.option("--forge", metavar="WHERE", help="Where the threads are: github, or folder:DIR. Only with --threads.")
@ROOT
def export(form: str, output: Path | None, login: str | None, forge: str | None, root: Path) -> None:
    """Give everything back that people wrote.

    JSON has the whole directory: mentors, programs, roadmaps, vocabulary and settings. YAML and CSV have the mentors,
    a file after the other or a row each.

    With --threads, it has every thread that one person opened or wrote in.
    """
    from generator.adapters.filesystem import write_whole
    from generator.app.export import FORMATS, as_json, everything

    if bool(login) != bool(forge):
        raise CallError(_("--threads and --forge belong together: --threads LOGIN --forge github."))
    if login and forge:
        from generator.app.own_threads import own_threads
        from generator.cli.bot import open_forge

        text = as_json(own_threads(open_forge(forge, datetime.now(UTC)).threads(None), login))
    else:
        text = FORMATS[form](everything(root, date.today()))
    if output:
        write_whole(output, text.encode())
    else:
        click.echo(text, nl=False)


COMMANDS = (new, remove, write_back, export)
