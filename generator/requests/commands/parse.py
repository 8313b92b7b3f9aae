"""Turn a comment into the commands on its first line."""

import re
from dataclasses import dataclass

# A dot ends a sentence, but within a word it makes a file's name of it; "/usr/bin" is a path.
_COMMAND = re.compile(r"(?:(?<=\s)|^)/([^\W\d_][\w-]{1,29})(?![\w/]|\.\w)")
_AROUND = " \t.,:;!"
MOST_COMMANDS = 5
"""How many commands of one comment are read; more are a slip or a joke."""


@dataclass(frozen=True, slots=True)
class ParsedCommand:
    """One command as it was written: its name in small letters, and the words after it on its line.

    `text` is everything after the command, the comment's other lines included, for commands that take a text.
    """

    name: str
    words: str
    text: str


def parse_commands(body: str) -> tuple[ParsedCommand, ...]:
    """Return the commands on the first written line of a comment, in order.

    A line that does not begin with a slash holds none, so quotes, code and prose are never commands.
    """
    lines = body.split("\n")
    first = next((index for index, line in enumerate(lines) if line.strip()), len(lines))
    line = lines[first].rstrip() if first < len(lines) else ""
    # Up to three spaces mean nothing in Markdown; four make code.
    line = re.sub("^ {1,3}", "", line)
    if not line.startswith("/"):
        return ()
    rest = "\n".join(lines[first + 1 :]).strip()
    found = list(_COMMAND.finditer(line))
    if not found or found[0].start() != 0:
        return ()
    spoken: list[ParsedCommand] = []
    for place, match in enumerate(found[:MOST_COMMANDS]):
        end = found[place + 1].start() if place + 1 < len(found) else len(line)
        words = line[match.end() : end].strip(_AROUND)
        text = line[match.end() :].strip()
        spoken.append(ParsedCommand(match[1].lower(), words, f"{text}\n{rest}".strip()))
    return tuple(spoken)
