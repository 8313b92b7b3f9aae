"""The commands for the site: `build` and `serve`."""

import gc
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from types import ModuleType

import click

from generator.cli.command import Command, LongCommand
from generator.cli.options import ROOT, now_option
from generator.model.errors import CallError
from generator.text.catalogue import _, number


@click.command(cls=LongCommand)
@ROOT
@click.option(
    "--site-dir",
    type=click.Path(path_type=Path),
    help="Where to write the site. Default: the folder site/ in your directory.",
)
@now_option("Build as of this time, in UTC, so that a build can be repeated. Default: now.")
@click.option(
    "--activity",
    "activity_file",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="The file that 'lodestar activity' wrote. Default: activity.json in your directory, if there is one.",
)
def build(root: Path, site_dir: Path | None, now: datetime | None, activity_file: Path | None) -> None:
    """Check everything and build the site."""
    from generator.adapters.clock import build_time
    from generator.app.unchanged import dated_again, inputs_of

    at = now.replace(tzinfo=UTC) if now else build_time()
    written = dated_again(root, site_dir, at, inputs_of(root, at, activity_file))
    if written is None:
        written = _plugin("build").build_with_mkdocs(root, site_dir, at, activity_file)
    click.echo(
        _(
            "Built the site in {folder}: {pages} pages and {files} other files.",
            pages=number(written.pages),
            files=number(written.files),
            folder=written.folder,
        )
    )


@click.command(cls=Command)
@ROOT
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to serve at.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535), help="The port to serve at.")
def serve(root: Path, host: str, port: int) -> None:
    """Serve the site on your computer, and rebuild it when a file changes."""
    gc.enable()
    _plugin("serve").serve_with_mkdocs(root, host, port)


def _plugin(part: str) -> ModuleType:
    """Import a part of the plugin; without MkDocs, say how to get it."""
    try:
        return import_module(f"generator.plugin.{part}")
    except ModuleNotFoundError as missing:
        if (missing.name or "").startswith(("mkdocs", "material")):
            raise CallError(
                _("Building the site needs MkDocs and its theme. Install them: pip install 'lodestar-mentors[site]'")
            ) from None
        raise


COMMANDS = (build, serve)
