"""The terminal, as an edge: `lodestar` and its commands.

Exit statuses and errors are in `command`. The module of a command is imported when it is called, and inside it what
its work needs, so that each starts as fast as that allows.
"""

import click

from generator import __version__
from generator.cli.command import LaterGroup, safe_streams

MODULES = {
    "check": ("check",),
    "people": ("new", "remove", "write-back", "export"),
    "community": ("init", "doctor", "upgrade"),
    "moving": ("import",),
    "site": ("build", "serve"),
    "match": ("match",),
    "pair": ("pair",),
    "explain": ("explain",),
    "notify": ("notify",),
    "demo": ("demo",),
    "forms": ("forms", "labels"),
    "bot": ("handle", "sweep", "propose", "review", "activity", "try"),
    "board": ("board",),
}
"""The modules with their commands, in the order in which help lists them."""


@click.group(
    cls=LaterGroup,
    modules={name: f"{__name__}.{module}" for module, names in MODULES.items() for name in names},
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(__version__, prog_name="lodestar")
def main() -> None:
    """A mentor directory that lives in Git: check it, build it, serve it."""
    safe_streams()
