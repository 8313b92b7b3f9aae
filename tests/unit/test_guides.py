"""The guides say what they must, where they say it can be found, and in sentences that are easy to read."""

import re
import shlex
from pathlib import Path

import pytest
from click import Context
from markdown.extensions.toc import slugify

from generator.cli import main
from generator.plugin.worksheet import with_worksheet
from tests.paths import ROOT, TABLES

DOCS = ROOT / "docs"
GUIDES = [*sorted((DOCS / "guides").glob("*.md")), DOCS / "how-it-works.md", DOCS / "support.md"]
POINTS = [line.split("\t") for line in (TABLES / "guide_points.tsv").read_text(encoding="utf-8").splitlines()]
_FENCE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
_HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)


def _sections(page: str) -> dict[str, str]:
    """Return what stands below each heading of a page, by the heading's address; code blocks hold no headings."""
    text = (DOCS / page).read_text(encoding="utf-8")
    outside = _FENCE.sub(lambda block: re.sub(r"(?m)^#", " ", block[0]), text)
    starts = list(_HEADING.finditer(outside))
    ends = [start.start() for start in starts[1:]] + [len(outside)]
    return {
        slugify(re.sub(r"[*`]", "", start[1]), "-"): outside[start.end() : end]
        for start, end in zip(starts, ends, strict=True)
    }


def _plain(markdown: str) -> str:
    return " ".join(re.sub(r"[*_`>]", "", re.sub(r"\]\([^)]*\)", "]", markdown)).split())


@pytest.mark.parametrize(("point", "where", "words"), POINTS, ids=[point for point, _, _ in POINTS])
def test_each_point_has_its_place(point: str, where: str, words: str) -> None:
    """Each of the points that a guide must make stands below the heading that the table names."""
    page, _, anchor = where.partition("#")
    assert _plain(words) in _plain(_sections(page)[anchor])


def test_no_point_is_forgotten() -> None:
    """There are 149 such points, each once and in their order."""
    numbers = [int(point.removeprefix("R")) for point, _, _ in POINTS]
    assert len(numbers) == 149
    assert numbers == sorted(set(numbers))


def _sentences(markdown: str) -> list[str]:
    """Return the sentences of the running text: no headings, tables, templates, comments or links' addresses."""
    text = re.sub(r"^(?:<!--|\||#|---).*$", "", _FENCE.sub("", markdown), flags=re.MULTILINE)
    text = re.sub(r"\{[^}]*\}|^\s*(?:[-*>]|\d+\.)\s*(?:\[ \])?", "", text, flags=re.MULTILINE)
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)
    lines = [" ".join(part.split()) for part in text.split("\n")]
    return [one for line in lines for one in re.split(r"(?<=[.!?:])\s+", line) if len(one.split()) > 1]


@pytest.mark.parametrize("path", GUIDES, ids=lambda path: path.stem)
def test_sentences_are_short(path: Path) -> None:
    """A guide's sentences have fewer than 18 words on average, and none has more than 45."""
    lengths = [len(one.split()) for one in _sentences(path.read_text(encoding="utf-8"))]
    assert sum(lengths) / len(lengths) < 18
    assert max(lengths) <= 45


@pytest.mark.parametrize("path", GUIDES, ids=lambda path: path.stem)
def test_each_guide_leads_to_what_does_the_thing(path: Path) -> None:
    """Nobody ends at the end of a guide: each links to a page of the directory where the next step is."""
    pages = "mentors|mentees|join|programs|requests|board|ask|roadmaps|pulse|sessions|me"
    assert re.search(rf"\]\((?:\.\./)?(?:{pages})(?:/index)?\.md[)#]", path.read_text(encoding="utf-8"))


WORKSHEET = "# Before\n\n<!-- lodestar: answer goal | What & why? -->\n\n<!-- lodestar: worksheet before -->\n"


def test_a_worksheet_has_a_field_for_each_question_and_buttons_that_wait_for_the_script() -> None:
    """Each question labels its field; what needs JavaScript is hidden without it, and a sentence says so."""
    made = with_worksheet(WORKSHEET, "guides/before/")
    assert '<label for="answer-goal">What &amp; why?</label><textarea id="answer-goal" name="goal"' in made
    assert '<div class="lo-worksheet" data-worksheet="before" data-root="../../" hidden>' in made
    assert made.count("<noscript>") == 1
    assert 'src="../../assets/lodestar/elements/worksheet.js"' in made
    assert "lodestar:" not in made


def test_a_page_without_a_worksheet_stays_as_it_is() -> None:
    """Nothing is added to other guides, nor to one that only speaks of the marker in code."""
    assert with_worksheet("# Hello", "guides/x/") == "# Hello"
    shown = "Write `<!-- lodestar: worksheet before -->` at the end."
    assert with_worksheet(shown, "guides/x/") == shown


def _command_lines() -> list[tuple[str, str]]:
    """Return each `lodestar ...` line of a shell block or in backticks, with the page that shows it."""
    found = []
    for path in [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted(DOCS.rglob("*.md"))]:
        if "decisions" in path.parts:
            continue
        text = path.read_text(encoding="utf-8")
        blocks = "\n".join(re.findall(r"^```(?:sh|console|text)?$\n(.*?)^```", text, re.MULTILINE | re.DOTALL))
        shown = re.findall(r"^(?:\$ )?(lodestar [^\n#]+)", blocks.replace("\\\n", " "), re.MULTILINE)
        shown += re.findall(r"`(lodestar [^`]+)`", text)
        found += [(path.relative_to(ROOT).as_posix(), line.strip()) for line in shown]
    return sorted(set(found))


@pytest.mark.parametrize(("page", "line"), _command_lines(), ids=lambda value: value)
def test_each_command_line_of_the_docs_can_be_typed(page: str, line: str) -> None:
    """Each command that a page shows exists, with every option that stands there, and takes as many arguments."""
    words = shlex.split(line.partition(" > ")[0].partition(" | ")[0])[1:]
    if not words or not words[0].islower():
        return
    command = main.get_command(Context(main), words[0])
    assert command, f"{page}: there is no `lodestar {words[0]}`"
    known = {name for one in command.params for name in (*one.opts, *one.secondary_opts)}
    named = [word.partition("=")[0] for word in words[1:] if word.startswith("-") and len(word) > 1]
    assert [] == [name for name in named if name not in {*known, "--help"}], page
