"""What every command has in common: its exit status, how its errors are printed, and the language of its help.

A command returns nothing when it is done, or `Status.PROBLEMS`. It never prints an error or ends the process
itself: it raises a LodestarError, and this module turns that into a message and an exit status.
"""

import gc
import sys
from collections.abc import Iterator, Mapping
from copy import copy
from enum import IntEnum
from importlib import import_module
from inspect import cleandoc
from io import TextIOWrapper
from typing import Any

import click

from generator.adapters.terminal import showing_progress
from generator.model.errors import CallError, LodestarError
from generator.text.catalogue import _


class Status(IntEnum):
    """The exit statuses of `lodestar`, which scripts and workflows rely on."""

    DONE = 0
    PROBLEMS = 1
    WRONG_CALL = 2


class Command(click.Command):
    """A command whose errors become messages, and whose help is in the spoken language."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command and end with its exit status."""
        # A short-lived process keeps nearly everything it makes. Looking for garbage takes a tenth of its time.
        gc.disable()
        try:
            status = super().invoke(ctx)
        except CallError as error:
            raise click.UsageError(str(error), ctx) from None
        except LodestarError as error:
            status = fail(str(error), error.outlook)
        except BrokenPipeError:
            raise
        except OSError as error:
            if error.filename is None:
                raise
            status = fail(_("{path}: {reason}.", path=error.filename, reason=error.strerror))
        ctx.exit(status or Status.DONE)

    def get_help(self, ctx: click.Context) -> str:
        """Return the help page in the spoken language."""
        return click.Command.get_help(_translated(self), ctx)

    def get_short_help_str(self, limit: int = 45) -> str:
        """Return the first sentence of the help in the spoken language."""
        return click.Command.get_short_help_str(_translated(self), limit)


class LongCommand(Command):
    """A command whose work may take long, and shows its progress to whoever watches."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command as every other."""
        with showing_progress():
            return super().invoke(ctx)


class Group(click.Group):
    """A group that lists its commands in a newcomer's order instead of the alphabet's."""

    command_class = Command

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names in the order in which the commands were added."""
        return list(self.commands)

    def get_help(self, ctx: click.Context) -> str:
        """Return the help page in the spoken language."""
        return click.Group.get_help(_translated(self), ctx)

    def get_short_help_str(self, limit: int = 45) -> str:
        """Return the first sentence of the help in the spoken language."""
        return click.Group.get_short_help_str(_translated(self), limit)


class LaterGroup(Group):
    """A group whose commands are imported when they are called, or listed: each command loads only what it uses."""

    def __init__(self, *given: Any, modules: Mapping[str, str], **named: Any) -> None:
        """Remember which module has each command, in the order of help; such a module lists its own as `COMMANDS`."""
        super().__init__(*given, **named)
        self._modules = modules

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands, without loading one."""
        return list(self._modules)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the command that is called."""
        if cmd_name in self._modules and cmd_name not in self.commands:
            for command in import_module(self._modules[cmd_name]).COMMANDS:
                self.add_command(command)
        return self.commands.get(cmd_name)


def fail(message: str, outlook: str = "") -> Status:
    """Print what cannot be done on standard error, and return the status for it."""
    click.echo(message.rstrip("\n"), err=True)
    if outlook:
        click.echo(outlook, err=True)
    return Status.PROBLEMS


def help_sentences(command: click.Command) -> Iterator[str]:
    """Yield every help text of a command and the commands below it, for the catalogue: they are written in decorators."""
    if command.help:
        yield cleandoc(command.help)
    yield from (param.help for param in command.params if isinstance(param, click.Option) and param.help)
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            below = command.get_command(context, name)
            yield from help_sentences(below) if below else ()


def _translated(command: Any) -> Any:
    """Copy a command with its help in the spoken language; decorators run before anyone knows which one that is."""
    shown = copy(command)
    shown.help = command.help and _(cleandoc(command.help))
    shown.params = [_translated_option(param) for param in command.params]
    return shown


def _translated_option(param: click.Parameter) -> click.Parameter:
    if not isinstance(param, click.Option) or not param.help:
        return param
    shown = copy(param)
    shown.help = _(param.help)
    return shown


def safe_streams() -> None:
    """Let a terminal that knows few letters show the others as escapes instead of ending the command."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
