"""What counts as a command in a comment, and what never does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.requests.commands import BY_NAME
from generator.requests.commands.parse import MOST_COMMANDS, parse_commands


def heard(body: str) -> list[tuple[str, str]]:
    """The commands of a comment with the words behind them."""
    return [(one.name, one.words) for one in parse_commands(body)]


@pytest.mark.parametrize(
    ("body", "commands"),
    [
        ("/accept", [("accept", "")]),
        ("/ACCEPT", [("accept", "")]),
        ("/accept.", [("accept", "")]),
        ("/accept!", [("accept", "")]),
        ("/accept, gladly", [("accept", "gladly")]),
        ("\n\n/accept", [("accept", "")]),
        ("   /accept", [("accept", "")]),
        ("/accept\n/decline", [("accept", "")]),
        ("/accept /started", [("accept", ""), ("started", "")]),
        ("/decline: no-capacity.", [("decline", "no-capacity")]),
        ("/redirect @ada-l, please", [("redirect", "@ada-l, please")]),
        ("/annehmen", [("annehmen", "")]),
        ("/später", [("später", "")]),
        ("/a_b", [("a_b", "")]),
        ("    /accept", []),
        ("\t/accept", []),
        ("> /accept", []),
        ("```\n/accept\n```", []),
        ("`/accept`", []),
        ("Well, /accept", []),
        ("Hello\n/accept", []),
        ("/home/ada", []),
        ("/etc/passwd", []),
        ("/notes.txt", []),
        ("//accept", []),
        ("/ accept", []),
        ("/1", []),
        ("/", []),
        ("", []),
        ("<!-- -->\n/accept", []),
    ],
)
def test_only_the_first_line_speaks_and_only_from_its_start(body: str, commands: list) -> None:
    """A command stands at the start of the first written line; quotes, code, prose and paths are none."""
    assert heard(body) == commands


def test_a_text_goes_on_over_the_lines() -> None:
    """What stands behind a command that takes a text belongs to it, the other lines included."""
    assert parse_commands("/ask What have you tried?\n\nAnd why?")[
        0
    ].text == "What have you tried?\n\n\nAnd why?".replace("\n\n\n", "\n")


def test_a_line_of_many_commands_is_cut() -> None:
    """More commands than anybody needs are a slip, and not all are read."""
    assert len(parse_commands("/accept " * 50)) == MOST_COMMANDS


@given(st.text(max_size=200))
def test_any_text_is_read(body: str) -> None:
    """No text raises, and what is found begins with a slash on the first written line."""
    for one in parse_commands(body):
        assert f"/{one.name}" in body.lower()


@pytest.mark.parametrize("name", BY_NAME)
def test_every_command_can_be_written_and_explains_itself(name: str) -> None:
    """Each command is heard as it is written in help, and has a sentence that says what it does."""
    command = BY_NAME[name]
    assert heard(f"/{name}") == [(name, "")]
    spoken = parse_commands(command.written)[0]
    assert (spoken.name, spoken.of) == (("command", "handle") if name == "for" else (name, ""))
    assert command.summary.endswith(".") and command.states and command.roles


@pytest.mark.parametrize(
    ("body", "commands"),
    [
        ("/for ada-l accept", [("accept", "", "ada-l")]),
        ("/for @Ada-L /accept", [("accept", "", "ada-l")]),
        ("/for ada-l /accept", [("accept", "", "ada-l")]),
        ("/for ada-l decline no-capacity", [("decline", "no-capacity", "ada-l")]),
        ("/for ada-l: waitlist 2027-03-01", [("waitlist", "2027-03-01", "ada-l")]),
        ("/for ada-l accept /capacity 1", [("accept", "", "ada-l"), ("capacity", "1", "ada-l")]),
        ("/for ada-l accept /for bo pause", [("accept", "", "ada-l"), ("pause", "", "bo")]),
        ("/approve /for ada-l accept", [("approve", "", ""), ("accept", "", "ada-l")]),
        ("/for ada-l", [("for", "ada-l", "")]),
        ("/for", [("for", "", "")]),
        ("/for ada-l /for bo accept", [("for", "ada-l", ""), ("accept", "", "bo")]),
    ],
)
def test_what_is_said_for_a_mentor_is_read_with_their_handle(body: str, commands: list) -> None:
    """`/for HANDLE command` is that command of theirs, with or without a second slash, and so is what follows on the line."""
    assert [(one.name, one.words, one.of) for one in parse_commands(body)] == commands


def test_a_text_said_for_a_mentor_has_all_its_lines() -> None:
    """A question that is passed on is read as a whole, without the handle."""
    assert "What have you tried?\nAnd why?" == parse_commands("/for ada-l ask What have you tried?\n\nAnd why?")[0].text


@given(st.text(max_size=80))
def test_nobody_speaks_for_a_mentor_without_saying_so(rest: str) -> None:
    """Whatever stands in a comment, a command counts as a mentor's only where `/for` begins it."""
    assert all(one.of == "" for one in parse_commands(f"/accept {rest}")) or "/for" in rest.lower()
