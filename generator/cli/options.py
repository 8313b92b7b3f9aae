"""Options that several commands share."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from generator.text.catalogue import _
from generator.text.timestamps import YEARS

_OURS = ("directory.yml", "mentors", "programs", "vocabulary")


class Moment(click.ParamType):  # type: ignore[type-arg]  # click 8.1 has no parameter for it
    """A day or a time in UTC, as people write it."""

    name = "time"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        """Read a time, or show how one is written."""
        if isinstance(value, datetime):
            return value
        for form in ("%Y-%m-%dT%H:%M:%SZ", "%Y-%m-%d"):
            try:
                at = datetime.strptime(value, form)
            except ValueError:
                continue
            if at.year in YEARS:
                return at
            self.fail(
                _(
                    "'{given}' is too far away. Write a year from {first} to {last}.",
                    given=value,
                    first=YEARS.start,
                    last=YEARS[-1],
                ),
                param,
                ctx,
            )
        self.fail(_("'{given}' isn't a time. Write 2026-11-21 or 2026-11-21T12:00:00Z.", given=value), param, ctx)


def _root(check: Callable[..., Path] | None) -> Callable[[Any], Any]:
    return click.option(
        "--root", type=click.Path(exists=True, file_okay=False, path_type=Path), default=Path("."), callback=check,
        help="The folder of your directory, with directory.yml in it. Default: the current folder.",
    )  # fmt: skip


def _is_a_directory(ctx: click.Context, param: click.Parameter, root: Path) -> Path:
    """Stop before a long list of missing files: who is in the wrong folder needs one sentence."""
    if ctx.resilient_parsing or any((root / name).exists() for name in _OURS):
        return root
    above = next((folder for folder in root.resolve().parents if (folder / _OURS[0]).is_file()), None)
    if above:
        raise click.UsageError(
            _("{root} has no directory.yml. Did you mean --root {above}?", root=root.resolve(), above=above), ctx
        )
    raise click.UsageError(
        _(
            "{root} has no directory.yml. Name your directory's folder with --root, "
            "or make one to try: lodestar demo FOLDER",
            root=root.resolve(),
        ),
        ctx,
    )


ROOT = _root(_is_a_directory)
ANY_ROOT = _root(None)
"""The root for a command that works without a directory, too."""
TEXT_OR_JSON = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How to print the answer.",
)


def now_option(help: str) -> Callable[[Any], Any]:
    """Return the option for another time than now."""
    return click.option("--now", type=Moment(), help=help)


def moment(now: datetime | None) -> datetime:
    """Return the time that was given, which is UTC, or this second."""
    return now.replace(tzinfo=UTC) if now else datetime.now(UTC).replace(microsecond=0)
