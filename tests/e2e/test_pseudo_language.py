"""A site built in a language nobody speaks shows every sentence that was forgotten.

Each room whose sentences are in the catalogue has a test here. Its sentences come out as "⟦Ńáḿé⟧", so a text
without these brackets around it is one that no translator could ever see.
"""

import re
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import pytest
import yaml
from babel import Locale
from babel.dates import get_day_names

from generator.app.forms import form_files
from generator.plugin.build import build_with_mkdocs
from generator.text.catalogue import speaking
from tests.e2e.stories import thread_pages
from tests.e2e.stories.story_runner import stories
from tests.fakes.example_site import NOW
from tests.fakes.pseudo_language import CLOSE, OPEN, Pseudo
from tests.fakes.request_community import MENTORS, write_community
from tests.unit.profiles.cases import CASES, problems_of

OURS = ("", "mentors", "ask", "programs", "roadmaps", "skills", "topics", "domains", "languages", "requests")
"""Folders of pages that the site makes; the others are the community's Markdown."""
SPOKEN_ATTRIBUTES = ("title", "alt", "aria-label", "placeholder")
WRITTEN_BY_PEOPLE = {
    "dir=auto": "a text of a profile, a program or a roadmap",
    "bdi": "a name",
    "code": "a list of tasks in Markdown",
    "mentor-prose": "Markdown of a profile or of the community",
    "mentor-program__when": "a date",
    "lo-week": "days of a week",
    "lo-prose": "Markdown of the community",
    "lo-face": "initials",
    "mentor-avatar": "initials",
    "mentor-letter": "a letter of the alphabet and its terms",
    "mentor-letters": "letters of the alphabet",
    "time": "a date",
    "headerlink": "the theme's link to a heading",
}
"""What may be without brackets, by tag or class, and what it is."""
_NOT_A_SENTENCE = re.compile(
    r"""[\W\d_]*                                # numbers and signs
    | UTC.* | [A-Z][a-z]+(/[\w+-]+)+ .*         # time zones
    | \d{1,2}\ [A-Z][a-z]+\ \d{4}              # dates
    | @[\w-]+ | [\w.]+\ \#\d+""",
    re.VERBOSE,
)
_VOID = {"meta", "link", "img", "input", "br", "hr", "path", "source", "wbr", "col", "base", "area"}


class _Reader(HTMLParser):
    """Collects what a page says outside of all brackets and outside of what people wrote."""

    def __init__(self, allowed: frozenset[str]) -> None:
        super().__init__()
        self.forgotten: list[str] = []
        self._allowed = allowed
        self._open: list[tuple[str, bool]] = []
        self._depth = 0
        self._body = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Look at what a tag says, and remember whether what is inside was written by people."""
        attributes = dict(attrs)
        marks = {tag, *(attributes.get("class") or "").split(), f"dir={attributes.get('dir')}"}
        silent = bool(marks & WRITTEN_BY_PEOPLE.keys()) or tag in ("script", "style", "svg")
        if tag == "body":
            self._body += 1
        spoken = self._body and not silent
        if spoken or (tag == "meta" and attributes.get("name") == "description"):
            names = ("content",) if tag == "meta" else SPOKEN_ATTRIBUTES
            for name in names:
                self._judge(attributes.get(name) or "")
        if tag not in _VOID:
            self._open.append((tag, silent))

    def handle_endtag(self, tag: str) -> None:
        """Leave a tag, and those in it that nobody closed."""
        while self._open and self._open.pop()[0] != tag:
            pass
        if tag == "body":
            self._body -= 1

    def handle_data(self, data: str) -> None:
        """Look at a text."""
        outside = ""
        for letter in data:
            if letter == OPEN:
                self._depth += 1
            elif letter == CLOSE:
                self._depth -= 1
            elif not self._depth:
                outside += letter
        in_title = any(tag == "title" for tag, _ in self._open)
        if (self._body or in_title) and not any(silent for _, silent in self._open):
            self._judge(outside)

    def _judge(self, text: str) -> None:
        plain = re.sub(f"{OPEN}[^{OPEN}{CLOSE}]*{CLOSE}", "", " ".join(text.split()).removesuffix("· Lodestar"))
        while plain != (plain := re.sub(f"{OPEN}[^{OPEN}{CLOSE}]*{CLOSE}", "", plain)):
            pass
        for part in re.split(r", | · |^(?:· )+", plain.strip()):
            pieces = (part,) if self._may_stand_alone(part) else part.split(" and ")
            self.forgotten += [piece for piece in pieces if not self._may_stand_alone(piece)]

    def _may_stand_alone(self, piece: str) -> bool:
        if piece.endswith("…"):  # a text that a picture has no room for
            return any(text.startswith(piece[:-1]) for text in self._allowed)
        return not piece or piece in self._allowed or bool(_NOT_A_SENTENCE.fullmatch(piece))


@cache
def _named_by_babel() -> frozenset[str]:
    english = Locale("en")
    languages = english.languages.values()
    with_countries = (f"{name} (United Kingdom)" for name in languages)
    return frozenset((*get_day_names("wide", locale=english).values(), *languages, *with_countries))


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for one in value.values():
            yield from _texts(one)
    elif isinstance(value, list):
        for one in value:
            yield from _texts(one)
    elif isinstance(value, str):
        yield " ".join(value.split())
        yield from value.split(", ")


@pytest.fixture(scope="module")
def pseudo_site(example: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example site, built while the pseudo-language is spoken."""
    target = tmp_path_factory.mktemp("pseudo") / "site"
    with speaking(Pseudo()):
        build_with_mkdocs(example, target, NOW)
    return target


def test_no_sentence_of_the_site_was_forgotten(pseudo_site: Path, example: Path) -> None:
    """Every text, title, label and description of our pages comes from the catalogue, or was written by people."""
    people = (
        text
        for path in example.rglob("*.yml")
        if path.name != "mkdocs.yml"
        for text in _texts(yaml.safe_load(path.read_text(encoding="utf-8")))
    )
    allowed = frozenset(people) | _named_by_babel()
    forgotten: dict[str, str] = {}
    pages = [
        page
        for page in pseudo_site.rglob("index.html")
        if page.relative_to(pseudo_site).parts[0] in (*OURS, "index.html")
    ]
    for page in pages:
        reader = _Reader(allowed)
        reader.feed(page.read_text(encoding="utf-8"))
        forgotten |= dict.fromkeys(reader.forgotten, page.relative_to(pseudo_site).as_posix())
    assert len(pages) > 100
    assert forgotten == {}


def test_no_message_of_check_was_forgotten() -> None:
    """Every problem of the invalid examples, and what to do about it, comes from the catalogue."""
    with speaking(Pseudo()):
        problems = [problem for case in CASES for problem in problems_of(case)[0]]
    sentences = {text for problem in problems for text in (problem.message, problem.help) if text}
    assert len(sentences) > 50
    assert {text for text in sentences if not text.startswith(OPEN)} == set()


def test_no_text_of_a_form_was_forgotten(example: Path) -> None:
    """Every name, question, explanation and choice of the forms comes from the catalogue; examples to type do not."""
    with speaking(Pseudo()):
        forms = [yaml.safe_load(file.text) for file in form_files(example, NOW.date())]
    texts = {text for form in forms for text in _asked(form)}
    assert len(texts) > 40
    assert {text for text in texts if OPEN not in text} == set()


def _asked(value: object, name: str = "") -> Iterator[str]:
    if isinstance(value, dict):
        for key, one in value.items():
            yield from _asked(one, key)
    elif isinstance(value, list):
        for one in value:
            yield from _asked(one, name)
    elif isinstance(value, str) and name in ("name", "description", "label", "value", "about", "options"):
        yield value


DATA_IN_COMMENTS = {"English": "a language", "Spring cohort": "a program", "Testing": "a skill"}
"""What the bot repeats of vocabularies, programs and languages in the stories below."""
_NAMES = {name.split()[0] for name, _capacity, _more in MENTORS.values()} | {"mia", "nils", "olga", "pete", "quin"}
_HEADING = re.compile(r"^\*\*[^*⟦⟧]*\*\*|^>.*$|^- \[[ x]\] \*\*\d+\*\*[^·\n]*", re.MULTILINE)
"""Whose commands are listed below, what someone wrote, and the text of a goal."""
_REPEATED = re.compile(r"```.*?```|`[^`]*`|\[[^\]]*\]\([^)]*\)|<[^>]+>|https?://\S+|@[\w-]+", re.DOTALL)


@pytest.mark.parametrize("name", thread_pages.SHOWN)
def test_no_sentence_of_the_bot_was_forgotten(name: str, tmp_path: Path) -> None:
    """Every notice and status of a whole story comes from the catalogue; links, code and names are what they are."""
    steps = [
        {deed: what for deed, what in step.items() if deed in ("day", "in") or " " in deed}
        for step in stories()[name]["steps"]
    ]
    community = write_community(tmp_path / "community")
    with speaking(Pseudo()):
        _, _, texts = thread_pages.page_of({"title": name, "steps": steps}, community)
    assert texts
    assert {piece for text in texts for piece in _outside(text)} <= {*DATA_IN_COMMENTS, *_NAMES}


def _outside(text: str) -> Iterator[str]:
    while text != (text := re.sub(f"{OPEN}[^{OPEN}{CLOSE}]*{CLOSE}", "", text)):
        pass
    for line in _HEADING.sub("", _REPEATED.sub("", text)).splitlines():
        words = re.sub(r"[\W\d_]+", " ", line).strip()
        if words:
            yield words


def test_a_forgotten_sentence_is_found() -> None:
    """The reader tells a text outside of the brackets from one inside, and from a name."""
    reader = _Reader(frozenset({"Ada"}))
    reader.feed("<body><p>⟦<b>3</b> ḿéńťóŕš⟧</p><p>Ada</p><bdi>Someone</bdi><p title='Left out'>2 spots</p></body>")
    assert reader.forgotten == ["Left out", "2 spots"]
