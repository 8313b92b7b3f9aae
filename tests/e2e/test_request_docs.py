"""The guides and reference pages about requests are true: words, states, pictures, links and commands."""

import os
import re
import shutil
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from xml.etree import ElementTree

import pytest

from generator.model.directory import Days, Limits, RequestSettings, Settings
from generator.model.request import Person
from generator.model.request_state import ENDINGS, STATE, STATES
from generator.requests.commands import BY_NAME, COMMANDS
from generator.requests.commands.mentor import REASONS
from generator.requests.joining.plan import HOLD, PUBLISH
from generator.requests.lifecycle.bot_memory import BotMemory, Event
from generator.requests.lifecycle.state import RequestState
from generator.requests.replies.reference import (
    COMMANDS_PAGE,
    MOVING,
    STATES_PAGE,
    request_reference_pages,
)
from generator.requests.reviews.judge import ANSWER, RELEASE
from tests.fakes.example_site import copy_directory
from tests.paths import ROOT

DOCS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
SETTINGS = Settings("Mentors", "example/mentors", "https://example.org/conduct")
THEN = datetime(2026, 11, 21, tzinfo=UTC)
_WORD = re.compile(r"(?<=`)/([a-z]+)(?=[ `])")


def _pages(settings: Settings = SETTINGS) -> dict[str, str]:
    return dict(request_reference_pages(settings))


@pytest.mark.parametrize("path", DOCS, ids=lambda path: path.name)
def test_every_word_in_the_guides_can_be_said(path: Path) -> None:
    """Whatever a guide shows as a word for the bot is a command that there is."""
    found = set(_WORD.findall(path.read_text(encoding="utf-8")))
    assert found <= {*BY_NAME, PUBLISH, HOLD, ANSWER, RELEASE}


def test_the_guides_are_searched_for_words() -> None:
    """The search finds words where they stand, and would find one that does not exist."""
    found = {word for path in DOCS for word in _WORD.findall(path.read_text(encoding="utf-8"))}
    assert {"accept", "decline", "redirect", "pause", "started", "spam"} <= found
    assert _WORD.findall("Write `/acept` or `/pause 30d`.") == ["acept", "pause"]


def test_the_reference_lists_every_command() -> None:
    """Each command is on its page with its whole explanation, and each reason for a no with its sentence."""
    page = _pages()[COMMANDS_PAGE]
    for command in COMMANDS:
        assert f"| `/{command.name}`" in page
        assert f"{command.summary} {command.more}".strip() in page
    for reason, words in REASONS.items():
        assert f"| `{reason}` | {words.format(mentor='The mentor')} |" in page


def test_the_reference_offers_a_command_only_to_whom_it_is_for() -> None:
    """No section lists a command whose roles are others', and one that both may say in the same way is listed once."""
    sections = re.split(r"^## ", _pages()[COMMANDS_PAGE], flags=re.MULTILINE)[1:]
    words = {section.splitlines()[0]: re.findall(r"^\| `/(\w+)`", section, re.MULTILINE) for section in sections}
    assert words["The mentee"] == ["redirect", "withdraw"]
    assert words["The mentor"] == ["accept", "decline", "ask", "waitlist", "redirect"]
    assert words["Every mentor"] == ["interested"]
    assert words["Coordinators"] == ["approve", "reassign", "for", "close", "spam"]
    assert words["In an application to a program"] == ["admit", "waitlist", "decline"]
    assert words["In the availability issue"] == ["pause", "resume", "capacity", "confirm"]
    assert words["Mentor or mentee, after a yes"] == [
        "started",
        "continue",
        "agree",
        "roadmap",
        "goal",
        "done",
        "todo",
        "drop",
        "update",
        "break",
        "complete",
        "end",
        "thanks",
        "undo",
        "help",
    ]


def test_every_state_is_explained() -> None:
    """The page of states has exactly one row for each state, and says whom each open one waits for."""
    page = _pages()[STATES_PAGE]
    assert sorted(re.findall(r"^\| `([\w-]+)` \|", page, re.MULTILINE)) == sorted(STATES)
    assert all(row.meaning for row in STATE.values())
    assert {row.name for row in STATE.values() if not row.waits_for} == ENDINGS


def test_the_days_are_the_communitys_own() -> None:
    """Every day and limit of the settings shows on the page of states, as a number with its noun."""
    days = Days(*(101 + 10 * place for place, _ in enumerate(Days.__slots__)))
    page = _pages(replace(SETTINGS, requests=RequestSettings(days=days, limits=Limits(1, 77, open_on_behalf=88))))[
        STATES_PAGE
    ]
    for name in Days.__slots__:
        assert f"{getattr(days, name)} days" in page, name
    assert "1 open request at a time" in page
    assert "77 requests to answer" in page
    assert "88 open requests on behalf of" in page


def _moves(name: str) -> bool:
    """Whether a command leads to another state or another mentor."""
    command = BY_NAME[name]
    state = command.states[0]
    before = RequestState(1, Person(1, "grace"), "mentorship", state, THEN, THEN, "form", BotMemory(), mentor="ada-l")
    after = command.effect(before, Event("c1.0", THEN, Person(2, "ada-l"), command.roles[0], name, "@example-haruka"))
    return (after.state, after.event_id, after.mentor) != (before.state, before.event_id, before.mentor)


def test_what_leads_on_is_what_the_commands_do() -> None:
    """The page of states tells commands that move a request from those that only say something."""
    moving = {command.name for command in COMMANDS if _moves(command.name)}
    assert set() == moving ^ set(MOVING), "correct MOVING in reference.py"


def test_every_command_is_in_a_story() -> None:
    """Each command is used in one of the stories that the bots play; the message names the ones that aren't."""
    played = " ".join(path.read_text(encoding="utf-8") for path in (ROOT / "tests" / "e2e" / "stories").glob("*.yml"))
    assert [] == [command.name for command in COMMANDS if not re.search(rf"/{command.name}\b", played)]


def test_the_picture_shows_every_state_and_every_way() -> None:
    """The picture names each state and each command that moves a request, asks no other host, and has a title and a description."""
    text = (ROOT / "generator" / "site" / "assets" / "request-states.svg").read_text(encoding="utf-8")
    drawing = ElementTree.fromstring(text)
    space = "{http://www.w3.org/2000/svg}"
    names = ["".join(one.itertext()).strip() for one in drawing.iter(f"{space}text") if one.get("class") == "name"]
    assert sorted(names) == sorted(STATES)
    drawn = set(
        re.findall(r"(?<![\w</])/([a-z]+)", " ".join("".join(one.itertext()) for one in drawing.iter(f"{space}text")))
    )
    assert set() == drawn ^ set(MOVING), "draw each command of MOVING in request-states.svg, and no other"
    assert drawing.find(f"{space}title").text
    assert drawing.find(f"{space}desc").text
    assert "http" not in text.replace("http://www.w3.org/2000/svg", "")


def test_the_picture_has_an_alternative_in_words() -> None:
    """Wherever the picture is shown, it has a text in its place, and a table or a link to one beside it."""
    shown = [
        text
        for text in (*(path.read_text(encoding="utf-8") for path in DOCS), _pages()[STATES_PAGE])
        if "request-states.svg)" in text
    ]
    assert len(shown) == 2
    for text in shown:
        assert re.search(r"!\[[^\]]{40,}\]\([./]*(?:assets/lodestar|images)/request-states\.svg\)", text)
        assert "reference/states.md" in text or "| State |" in text


def test_the_picture_is_shown_on_github_too() -> None:
    """GitHub shows the guides as files, so the picture is copied beside them; copy it again after a change."""
    drawn = ROOT / "generator" / "site" / "assets" / "request-states.svg"
    copied = ROOT / "docs" / "images" / "request-states.svg"
    assert "(images/request-states.svg)" in (ROOT / "docs" / "how-it-works.md").read_text(encoding="utf-8")
    assert copied.read_bytes() == drawn.read_bytes(), f"cp {drawn.relative_to(ROOT)} {copied.relative_to(ROOT)}"


def _commands() -> str:
    page = (ROOT / "docs" / "try-a-request.md").read_text(encoding="utf-8")
    return re.search(r"```sh\n(.*?)```", page, re.DOTALL)[1]


def test_a_request_can_be_tried_from_its_page_alone(tmp_path: Path) -> None:
    """The page's commands, as they stand there, play one request to a yes and one to its end, and the site shows both."""
    root = copy_directory(tmp_path / "copy")
    commands = _commands().replace("make check\n", "")
    assert commands.count(".venv/bin/lodestar") == 9
    binary = root / ".venv" / "bin" / "lodestar"
    binary.parent.mkdir(parents=True)
    binary.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m generator "$@"\n', encoding="utf-8")
    binary.chmod(0o755)
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        ["sh", "-e", "-c", commands], cwd=root, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    site = root / "try-out" / "site"
    page = re.sub(r"<[^>]+>|\s+", " ", (site / "requests" / "index.html").read_text(encoding="utf-8"))
    assert "Mentorship #1" in page
    assert re.search(r"Mentorship #2 ?: closed without an answer on 5 December 2026", page)
    assert "1 of 2 spots open" in (site / "mentors" / "example-tomasz" / "index.html").read_text(encoding="utf-8")
    assert "said yes" in done.stdout
    assert "still hoping for an answer" in done.stdout
    assert "`/redirect @" in done.stdout
    shutil.rmtree(root)


def test_the_links_of_the_readme_lead_somewhere() -> None:
    """The README's links lead to files that are there, and to headings in them."""
    path = ROOT / "README.md"
    text = path.read_text(encoding="utf-8")
    links = [link for link in re.findall(r"\]\(([^)\s]+)\)", text) if not link.startswith(("http", "<"))]
    assert links
    for link in links:
        file, _, anchor = link.partition("#")
        target = path.parent / file if file else path
        assert target.exists(), link
        lines = target.read_text(encoding="utf-8").splitlines() if anchor else []
        headings = [
            re.sub(r"[^\w\- ]", "", line.lstrip("# ")).lower().replace(" ", "-")
            for line in lines
            if line.startswith("#")
        ]
        assert not anchor or anchor in headings, link
