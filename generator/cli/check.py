"""The command `check`."""

from datetime import date
from pathlib import Path

import click

from generator.cli.command import LongCommand, Status
from generator.cli.options import ROOT
from generator.model.errors import CallError
from generator.text.catalogue import _, ngettext


@click.command(cls=LongCommand)
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@ROOT
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "github", "json", "summary"]),
    default="text",
    show_default=True,
    help="How to print the problems.",
)
@click.option("--changed-from", metavar="REF", help="Check only what changed since this commit or branch.")
@click.option("--author", metavar="LOGIN", help="Who made the change. Goes with --changed-from.")
@click.option("--fix", is_flag=True, help="First write ids in place of other spellings. Everything else stays.")
def check(
    paths: tuple[Path, ...], root: Path, form: str, changed_from: str | None, author: str | None, fix: bool
) -> Status:
    """Report every problem in profiles, programs, vocabulary and settings.

    Without PATHS, the whole directory is checked. Each problem comes with its line and column, and with how
    to fix it. Errors give exit status 1. Hints don't.
    """
    from generator.app.check import CheckResult, check_changes, check_paths, check_root
    from generator.profiles.report import FORMATS

    if bool(changed_from) != bool(author):
        raise CallError(_("Give --changed-from and --author together: what changed since when, and who changed it."))
    if changed_from and paths:
        raise CallError(_("--changed-from finds the changed files itself. Leave out the paths."))
    today = date.today()
    if fix:
        if changed_from:
            raise CallError(_("--fix rewrites files, and --changed-from only looks at them. Leave out one of the two."))
        _fix(root, [_below(root, path) for path in paths], today)
    if changed_from and author:
        result = check_changes(root, changed_from, author, today)
    elif paths:
        result = check_paths(root, [_below(root, path) for path in paths], today)
    else:
        whole = check_root(root, today)
        result = CheckResult(whole.problems, whole.count)
    click.echo(FORMATS[form](result.problems, result.count), nl=False)
    return Status.PROBLEMS if result.failed else Status.DONE


def _fix(root: Path, paths: list[str], today: date) -> None:
    """Rewrite files, and say on standard error what was rewritten."""
    from generator.app.fix import fix_files

    count = 0
    for path, fixed in fix_files(root, paths, today):
        for one in fixed.done:
            click.echo(_("{path}: {written} is now {id}", path=path, written=one.written, id=one.meant), err=True)
        if fixed.left:
            click.echo(_("{path}: a list is written in a way that I leave to you", path=path), err=True)
        count += bool(fixed.done)
    click.echo(ngettext("{count} file rewritten", "{count} files rewritten", count), err=True)


def _below(root: Path, path: Path) -> str:
    """Name a path from the root; a path may be given from here or from the root."""
    for whole in (path if path.is_absolute() else Path.cwd() / path, root / path):
        real = whole.parent.resolve() / whole.name
        if real.is_relative_to(root.resolve()):
            relative = real.relative_to(root.resolve()).as_posix()
            if whole.is_symlink() or whole.exists() or whole == root / path:
                return relative
    raise CallError(_("'{path}' is outside of '{root}'. Name its directory with --root.", path=path, root=root))


COMMANDS = (check,)
