"""Turn a comment into the commands on its first line."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

# A dot ends a sentence, but within a word it makes a file's name of it; "/usr/bin" is a path.
_COMMAND = re.compile(r"(?:(?<=\s)|^)/([^\W\d_][\w-]{1,29})(?![\w/]|\.\w)")
_AROUND = " \t.,:;!"
FOR = "for"
"""How a coordinator begins what a mentor without a GitHub account has answered."""
MOST_COMMANDS = 5
"""How many commands of one comment are read; more are a slip or a joke."""


@dataclass(frozen=True, slots=True)
class ParsedCommand:
    """One command as it was written: its name in small letters, and the words after it on its line.

    `text` is everything after the command, the comment's other lines included, for commands that take a text. `of` is
    the handle of the mentor for whom a coordinator writes it, as in `/for ada-l accept`.
    """

    name: str
    words: str
    text: str
    of: str = ""


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
    return tuple(_with_speakers(spoken))


def _with_speakers(spoken: list[ParsedCommand]) -> Iterator[ParsedCommand]:
    """Read `/for HANDLE command`: that command, and all after it on the line, are the mentor's; a slash may be written."""
    handle = ""
    for place, one in enumerate(spoken):
        if one.name != FOR:
            yield replace(one, of=handle)
            continue
        written, _, rest = one.words.partition(" ")
        handle = written.removeprefix("@").strip(_AROUND).lower()
        name, _, words = rest.strip().partition(" ")
        if handle and name:
            text = one.text.strip().removeprefix(written).strip().removeprefix(name).strip()
            yield ParsedCommand(name.lower(), words.strip(_AROUND), text, handle)
        elif not handle or place == len(spoken) - 1 or spoken[place + 1].name == FOR:
            yield one
