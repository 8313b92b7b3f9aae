"""The terminal, as an edge: `lodestar` and its commands.

Exit statuses and errors are in `command`. Imports are inside the commands, so that each starts as fast as
its own work allows.
"""

import click

from generator import __version__
from generator.cli.board import COMMANDS as board_commands
from generator.cli.bot import COMMANDS as bot_commands
from generator.cli.check import COMMANDS as check_commands
from generator.cli.command import Group, safe_streams
from generator.cli.demo import COMMANDS as demo_commands
from generator.cli.explain import COMMANDS as explain_commands
from generator.cli.forms import COMMANDS as form_commands
from generator.cli.match import COMMANDS as match_commands
from generator.cli.moving import COMMANDS as moving_commands
from generator.cli.notify import COMMANDS as notify_commands
from generator.cli.pair import COMMANDS as pair_commands
from generator.cli.people import COMMANDS as people_commands
from generator.cli.site import COMMANDS as site_commands


@click.group(cls=Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="lodestar")
def main() -> None:
    """A mentor directory that lives in Git: check it, build it, serve it."""
    safe_streams()


for _command in (
    *check_commands,
    *people_commands,
    *moving_commands,
    *site_commands,
    *match_commands,
    *pair_commands,
    *explain_commands,
    *notify_commands,
    *demo_commands,
    *form_commands,
    *bot_commands,
    *board_commands,
):
    main.add_command(_command)
