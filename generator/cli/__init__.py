"""The terminal, as an edge: `lodestar` and its commands.

Exit status 0 means done, 1 problems found, 2 the call was wrong. Imports stand inside the commands so
that each starts as fast as its own work allows.
"""

import gc
import os
import sys
from datetime import UTC, date, datetime
from io import TextIOWrapper
from pathlib import Path
from types import ModuleType
from typing import Any

import click

from generator import __version__
from generator.cli.bot import COMMANDS as bot_commands
from generator.cli.forms import COMMANDS as form_commands

_ROOT = click.option(
    "--root", type=click.Path(exists=True, file_okay=False, path_type=Path), default=Path("."),
    help="The directory's root, where directory.yml lies. Default: here.",
)  # fmt: skip


class _Plain(click.Group):
    """Lists commands in the order of a newcomer's path instead of the alphabet."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)


@click.group(cls=_Plain, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="lodestar")
def main() -> None:
    """A mentor directory that lives in Git: check it, build it, serve it."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


@main.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@_ROOT
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "github", "json", "summary"]),
    default="text",
    show_default=True,
    help="How problems are written.",
)
@click.option("--changed-from", metavar="REF", help="Judge only what changed since this commit or branch.")
@click.option("--author", metavar="LOGIN", help="Who made the change, with --changed-from.")
def check(paths: tuple[Path, ...], root: Path, form: str, changed_from: str | None, author: str | None) -> None:
    """Report every problem in profiles, programs, vocabulary and settings.

    Without PATH the whole directory is checked. Each problem comes with its line, its column and what to
    do about it. Errors give exit status 1; hints never do.
    """
    _never_collect()
    from generator.adapters.git import GitError
    from generator.app.check import CheckResult, check_changes, check_paths, check_root
    from generator.profiles.report import FORMATS

    if bool(changed_from) != bool(author):
        raise click.UsageError("--changed-from and --author go together: whose change is it, and since when?")
    if changed_from and paths:
        raise click.UsageError("--changed-from finds the changed files itself; leave out the paths")
    today = date.today()
    if changed_from and author:
        try:
            result = check_changes(root, changed_from, author, today)
        except GitError as trouble:
            raise click.UsageError(str(trouble)) from None
    elif paths:
        result = check_paths(root, [_below(root, path) for path in paths], today)
    else:
        whole = check_root(root, today)
        result = CheckResult(whole.problems, whole.count)
    click.echo(FORMATS[form](result.problems, result.count), nl=False)
    sys.exit(1 if result.failed else 0)


def _below(root: Path, path: Path) -> str:
    """Name a path from the root; a path may be given from here or from the root."""
    for whole in (path if path.is_absolute() else Path.cwd() / path, root / path):
        parent = whole.parent.resolve() / whole.name
        if parent.is_relative_to(root.resolve()):
            relative = parent.relative_to(root.resolve()).as_posix()
            if whole.is_symlink() or whole.exists() or whole == root / path:
                return relative
    raise click.UsageError(f"{path} is outside of {root}; give --root, or a path below it")


@main.command()
@_ROOT
@click.option(
    "--site-dir",
    type=click.Path(file_okay=False, path_type=Path),
    help="Where to write the site. Default: site/ below the root.",
)
@click.option(
    "--now",
    type=click.DateTime(["%Y-%m-%dT%H:%M:%SZ", "%Y-%m-%d"]),
    help="The time of the build, for repeatable builds. Default: now.",
)
@click.option(
    "--activity",
    "activity_file",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="What 'lodestar activity' wrote. Default: activity.json below the root, where there is one.",
)
def build(root: Path, site_dir: Path | None, now: datetime | None, activity_file: Path | None) -> None:
    """Check everything and build the site."""
    _never_collect()
    from generator.app.build import BuildError

    try:
        written = _mkdocs().build_with_mkdocs(root, site_dir, now.replace(tzinfo=UTC) if now else None, activity_file)
    except BuildError as trouble:
        click.echo(str(trouble), err=True, nl=False)
        sys.exit(1)
    click.echo(f"{written.pages:,} pages and {written.files:,} other files in {site_dir or root / 'site'}")


def _never_collect() -> None:
    """Spare a short-lived process the search for cycles: its values have none, and looking takes a tenth of its time."""
    gc.disable()


def _mkdocs() -> ModuleType:
    try:
        from generator.plugin import mkdocs_plugin
    except ModuleNotFoundError as missing:
        if (missing.name or "").startswith(("mkdocs", "material")):
            raise click.UsageError(
                "the site needs MkDocs and its theme: pip install 'lodestar-mentors[site]'"
            ) from None
        raise
    return mkdocs_plugin


@main.command()
@_ROOT
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535))
def serve(root: Path, host: str, port: int) -> None:
    """Serve the site and rebuild it when a file changes."""
    from generator.app.build import BuildError

    try:
        _mkdocs().serve_with_mkdocs(root, host, port)
    except BuildError as trouble:
        click.echo(str(trouble), err=True, nl=False)
        sys.exit(1)


@main.command()
@_ROOT
@click.option("--want", multiple=True, metavar="SKILL", help="A skill to learn; python! is a must. Several times.")
@click.option("--topic", multiple=True, metavar="TOPIC", help="What else you want help with. Several times.")
@click.option(
    "--goal",
    multiple=True,
    metavar="GOAL",
    help="specific-skills, career-guidance, project-help or general-direction. Several times.",
)
@click.option("--stage", metavar="STAGE", help="exploring, beginner, junior, mid, senior or lead.")
@click.option("--structure", metavar="HOW", help="structured, balanced or flexible.")
@click.option("--guidance", metavar="HOW", help="directive, balanced or exploratory.")
@click.option("--commitment", metavar="TIME", help="Time a month: 15m, 30m, 1h or 2h.")
@click.option(
    "--relationship-type", multiple=True, metavar="KIND", help="Such as long-term or near-peer. Several times."
)
@click.option("--language", multiple=True, metavar="CODE", help="A language you speak, like en. Several times.")
@click.option("--timezone", metavar="ZONE", help="Where your clock is set, like Europe/Berlin.")
@click.option(
    "--window", multiple=True, metavar="TIME", help='When you are free, like "Mon 18:00-22:00". Several times.'
)
@click.option(
    "--most-important", metavar="SIGNAL", help="expertise, goals, commitment, overlap, openings, style or stage."
)
@click.option(
    "--learner",
    "file",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Read all of this from a YAML or JSON file.",
)
@click.option("--explain", metavar="LOGIN", help="Say everything about one mentor: why, or why not.")
@click.option("--limit", default=10, show_default=True, type=click.IntRange(1), help="How many mentors to show.")
@click.option(
    "--meet", multiple=True, metavar="HOW", help="ad-hoc-qa, scheduled-calls or resource-sharing. Repeat for several."
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How to print the matches.",
)
@click.option(
    "--now",
    type=click.DateTime(["%Y-%m-%dT%H:%M:%SZ", "%Y-%m-%d"]),
    help="The time to match for, in UTC. Default: now.",
)
def match(
    root: Path,
    file: Path | None,
    explain: str | None,
    limit: int,
    form: str,
    now: datetime | None,
    **words: Any,
) -> None:
    """Rank the mentors who fit, with points and the reason for each of them.

    What you state stays on this computer. Who is kept out, and by what, is told by --explain.
    """
    from generator.app.learner_file import learner_words
    from generator.app.match import MatchError, match_directory

    wishes = learner_words(words)
    if file and wishes:
        raise click.UsageError("give --learner, or say it all in options, but not both")
    today = (now or datetime.now(UTC)).date()
    try:
        text = match_directory(root, file, wishes, today, explain, limit, form)
    except MatchError as trouble:
        if trouble.called_wrong:
            raise click.UsageError(str(trouble)) from None
        click.echo(str(trouble), err=True, nl=False)
        sys.exit(1)
    click.echo(text, nl=False)


@main.command()
@_ROOT
@click.option(
    "--deliveries",
    required=True,
    metavar="JSON",
    help="What to tell whom: the list that handle and sweep write, a file with it, or - for standard input.",
)
@click.option("--dry-run", is_flag=True, help="Show the messages instead of sending them.")
def notify(root: Path, deliveries: str, dry_run: bool) -> None:
    """Tell people on other channels, like mail or chat, that a request waits.

    The channels stand in the environment variable LODESTAR_CHANNELS, a line each: NAME=SERVICE://...,
    as Apprise reads them. One that fails keeps no other from being sent, and gives exit status 1.
    """
    try:
        from generator.adapters.notify import annotation, as_text, place_of
        from generator.adapters.notify import notify as send
    except ModuleNotFoundError as missing:
        if missing.name == "apprise":
            raise click.UsageError("other channels need Apprise: pip install 'lodestar-mentors[notify]'") from None
        raise
    from generator.requests.replies.deliveries import DeliveriesError

    given = os.environ.get
    place = place_of(
        root, date.today(), given("GITHUB_REPOSITORY", ""), given("GITHUB_SERVER_URL") or "https://github.com"
    )
    try:
        report = send(_given(deliveries), given("LODESTAR_CHANNELS", ""), place, dry_run)
    except DeliveriesError as trouble:
        raise click.UsageError(str(trouble)) from None
    click.echo(as_text(report), nl=False)
    troubles = "".join(f"{trouble}\n" for trouble in report.troubles)
    if given("GITHUB_ACTIONS"):
        click.echo(annotation(report), nl=False)
    else:
        click.echo(troubles, nl=False, err=True)
    if troubles and (summary := given("GITHUB_STEP_SUMMARY")):
        with Path(summary).open("a", encoding="utf-8") as file:
            file.write(troubles)
    sys.exit(1 if report.troubles else 0)


def _given(deliveries: str) -> str:
    """Take JSON as it is, and read it from a file or standard input otherwise."""
    if deliveries == "-":
        return sys.stdin.read()
    if deliveries.lstrip()[:1] in ("[", "{", ""):
        return deliveries
    try:
        return Path(deliveries).read_text(encoding="utf-8")
    except (OSError, ValueError):
        raise click.UsageError("the deliveries are neither JSON nor a file that can be read") from None


@main.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.option("--mentors", default=100, show_default=True, type=click.IntRange(1, 1_000_000), help="How many mentors.")
@click.option("--seed", default=1, show_default=True, type=int, help="The same seed gives the same directory.")
@click.option(
    "--requests",
    type=click.IntRange(0, 100_000),
    help="How many requests, as threads of issues. Default: two for each five mentors, 2,000 at most; 0 writes none.",
)
def demo(folder: Path, mentors: int, seed: int, requests: int | None) -> None:
    """Write a synthetic directory with request threads into FOLDER, shaped like real ones."""
    _never_collect()
    from generator.demo import DemoError, usual_number, write_demo

    try:
        # The bot's days are those of UTC, and nothing in a thread may lie in the future.
        click.echo(
            write_demo(
                folder, mentors, seed, datetime.now(UTC).date(), usual_number(mentors) if requests is None else requests
            )
        )
    except DemoError as trouble:
        raise click.UsageError(str(trouble)) from None


for _command in (*form_commands, *bot_commands):
    main.add_command(_command)
