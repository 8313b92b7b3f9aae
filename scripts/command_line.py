"""Write docs/reference/command-line.md from the commands themselves: `python -m scripts.command_line`."""

from collections.abc import Iterator
from inspect import cleandoc
from pathlib import Path

import click

from generator.cli import main as lodestar

PAGE = Path(__file__).parents[1] / "docs" / "reference" / "command-line.md"
PIPE = "\\|"
_HEAD = """# Command line

[Installing Lodestar](../run-your-own.md) brings one program, `lodestar`. In a copy of this repository, `make serve` installs it as `.venv/bin/lodestar`, and `python -m generator` does the same.

Exit status 0 means done, 1 means that there are problems, and 2 means a wrong option or argument. A command that reads a directory looks for it in the current folder, or where `--root` says. `--help` shows all of this in the terminal.

This page is written from the code by `make reference`.
"""


def page() -> str:
    """Return the page: each command with its usage, what it does, and its arguments and options as a table."""
    commands = list(_commands(lodestar, click.Context(lodestar, info_name="lodestar")))
    listed = "\n".join(f"| [`{name}`](#{name.replace(' ', '-')}) | {_first(one)} |" for name, one, _ in commands)
    sections = "\n".join(_section(name, one, context) for name, one, context in commands)
    return f"{_HEAD}\n| command | does |\n|---|---|\n{listed}\n\n{sections}"


def _commands(group: click.Group, context: click.Context) -> Iterator[tuple[str, click.Command, click.Context]]:
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if command is None or command.hidden:
            continue
        inner = click.Context(command, info_name=name, parent=context)
        if isinstance(command, click.Group):
            yield from _commands(command, inner)
        else:
            yield inner.command_path, command, inner


def _first(command: click.Command) -> str:
    return _text(command).split("\n\n")[0].replace("\n", " ").replace("|", "\\|")


def _text(command: click.Command) -> str:
    return cleandoc(command.help or "").replace("\b\n", "")


def _section(name: str, command: click.Command, context: click.Context) -> str:
    usage = f"{name} {' '.join(command.collect_usage_pieces(context))}".strip()
    records = [one.get_help_record(context) for one in command.get_params(context)]
    rows = [
        f"| `{names.replace('|', PIPE)}` | {' '.join(text.split())} |"
        for names, text in filter(None, records)
        if text and "--help" not in names
    ]
    table = "\n".join(["", "| option | means |", "|---|---|", *rows, ""]) if rows else ""
    return f"## {name}\n\n```text\n{usage}\n```\n\n{_text(command)}\n{table}"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
