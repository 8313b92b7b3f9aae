"""Attacks by somebody whose files get merged: labels, titles, names and settings that try to be more than text."""

import json
import re
from contextlib import suppress
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pytest

from generator.app import bot
from generator.model.directory import Directory
from generator.model.vocabulary import Vocabulary
from generator.plugin.build import build_with_mkdocs
from tests.attacks.comments import comments_of, foreign_acts
from tests.e2e.stories.story_runner import START, Stage, stories
from tests.e2e.stories.story_worlds import FolderWorld
from tests.e2e.stories.thread_pages import Listening
from tests.fakes.example_site import NOW, copy_directory, write_activity
from tests.fakes.request_community import MENTORS, write_community
from tests.unit.text.test_plain_names import HOSTILE_TEXTS

_ROUNDS = 4
"""How often all stories are played; each time every source has another hostile text."""


def _hostile(directory: Directory, shift: int) -> Directory:
    """Give every name, label, title and text of a community something hostile, another one in each round."""
    texts = [f"{text} {place}" for place, text in enumerate(HOSTILE_TEXTS)]
    at = shift

    def next_text() -> str:
        nonlocal at
        at += 1
        return texts[at % len(texts)]

    def renamed(known: Vocabulary) -> Vocabulary:
        terms = tuple(
            replace(term, label=next_text(), synonyms=(term.label, *term.synonyms)) for term in known.terms.values()
        )
        return Vocabulary.of(terms)

    words = directory.vocabularies
    return replace(
        directory,
        settings=replace(directory.settings, name=next_text(), tagline=next_text()),
        mentors={
            handle: replace(mentor, name=next_text(), headline=next_text(), bio=next_text())
            for handle, mentor in directory.mentors.items()
        },
        programs={
            id: replace(program, title=next_text(), summary=next_text()) for id, program in directory.programs.items()
        },
        vocabularies=replace(words, **{kind: renamed(words.of_kind(kind)) for kind in ("skills", "topics")}),
    )


class _Unasked(Stage):
    """A stage on which nobody compares the comments with the community's usual names."""

    def _see(self, see: dict[str, object]) -> None:
        pass


@pytest.mark.parametrize(
    "shift",
    [
        pytest.param(turn, marks=[pytest.mark.exhaustive] if turn else [])
        for turn in range(0, len(HOSTILE_TEXTS), len(HOSTILE_TEXTS) // _ROUNDS)
    ],
)
def test_what_a_community_wrote_is_only_text_in_every_comment(
    shift: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In every notice and status comment of every story nothing of a label, name, title or setting acts."""
    root = write_community(tmp_path / "community")
    directory, problems = bot.load_readable(root, START)
    hostile = _hostile(directory, shift)
    load = lambda root, now: (hostile, problems)  # noqa: E731
    load.cache_clear = lambda: None  # type: ignore[attr-defined]
    for name in ("load_readable", "load_concerned"):
        monkeypatch.setattr(bot, name, load)
    comments = 0
    for name, story in stories().items():
        steps = [step for step in story["steps"] if "community" not in step]
        with FolderWorld(None, START) as world:
            with suppress(KeyError, StopIteration, IndexError):  # a step that hung on one left out
                _Unasked(world, Listening(world, root), root).play(steps)
            people = {*MENTORS, "cora", "paula", *_logins(steps)}
            for body in comments_of(world.forge()):
                comments += 1
                assert not set(foreign_acts(body, people)), (name, body)
    assert comments > 200


def _logins(steps: list[dict[str, object]]) -> set[str]:
    """Return who acts in a story: the bot may mention them as the authors of requests."""
    return {key.partition(" ")[0] for step in steps for key in step if " " in key}


HIT = "data-hit"
MARKUP = f"</title></script></style>\"'><b {HIT}></b><img src=x onerror=hit() {HIT}><script {HIT}>hit()</script>{{{{ 7*7 }}}}{{% x %}}"
SHORT = f"</title>\"'><b {HIT}><script {HIT}>hit()</script>"


class _Tags(HTMLParser):
    """Collects what of the hostile texts has become an element, an attribute or a script."""

    def __init__(self) -> None:
        super().__init__()
        self.acting: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element that no template of ours has."""
        for name, value in attrs:
            if name == HIT or name.startswith("on") or (value or "").strip().lower().startswith("javascript:"):
                self.acting.append(f"<{tag} {name}={value}>")


def test_nothing_that_a_community_wrote_is_markup_on_any_page(tmp_path: Path) -> None:
    """Name, tagline, labels, titles and texts full of markup are text on every page, guides in the theme included."""
    root = copy_directory(tmp_path / "root")
    write_activity(root)
    settings = (root / "directory.yml").read_text(encoding="utf-8")
    kept = [line for line in settings.splitlines() if not line.startswith(("name:", "tagline:"))]
    (root / "directory.yml").write_text(
        "\n".join([f"name: {json.dumps(SHORT)}", f"tagline: {json.dumps(MARKUP[:120])}", *kept, ""]), encoding="utf-8"
    )
    for folder, fields in _TEXTS.items():
        for path in (root / folder).glob("*.yml"):
            path.write_text(_with_markup(path.read_text(encoding="utf-8"), fields), encoding="utf-8")
    build_with_mkdocs(root, tmp_path / "site", NOW)
    pages = list((tmp_path / "site").rglob("*.html"))
    assert len(pages) > 100
    named = 0
    for page in pages:
        html = page.read_text(encoding="utf-8")
        tags = _Tags()
        tags.feed(html)
        assert not tags.acting, (page.relative_to(tmp_path).as_posix(), tags.acting)
        assert "49{%" not in html
        named += "&lt;/title&gt;" in html
    assert named == len(pages)
    for feed in (tmp_path / "site").rglob("*.xml"):
        ElementTree.fromstring(feed.read_text(encoding="utf-8"))


_TEXTS = {
    "mentors": ("name", "headline", "pronouns"), "programs": ("title", "summary", "organiser"), "programs/roadmaps": ("title", "summary"),
    "vocabulary": ("label",),
}  # fmt: skip


def _with_markup(text: str, fields: tuple[str, ...]) -> str:
    """Put markup behind the one-line texts of these fields, in block or in flow style."""
    found = "|".join(fields)
    text = re.sub(rf"^((?:- )?(?:{found}): )(.*)$", lambda one: one[1] + _quoted(one[2]), text, flags=re.M)
    return re.sub(r"(\blabel: )([^,}}\"\n]+)([,}}])", lambda one: one[1] + _quoted(one[2]) + one[3], text)


def _quoted(text: str) -> str:
    if not text or text[0] in "{|>&":
        return text
    plain_start = re.sub(r"[^\w ]", "", text)[:6].strip()
    return f"'{plain_start}\"><b {HIT}></title>'"
