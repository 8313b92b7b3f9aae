"""The site of a community that owns data alone: our guides speak of it, and its own pages replace ours."""

import logging
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from generator.app.new_community import Answers, make_community
from generator.app.overrides import speak_own_texts
from generator.model.errors import LodestarError
from generator.plugin.build import build_with_mkdocs
from generator.text import catalogue

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)


OWN_TEXTS = 'msgid "Find a mentor"\nmsgstr "Find a gardener"\n'


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    """The site of a new community with two pages of its own, and every warning of its build."""
    folder = tmp_path_factory.mktemp("community") / "garden"
    make_community(folder, Answers("Garden mentors", "garden/mentors", examples=False), date(2026, 11, 21))
    (folder / "docs/support.md").write_text("# Support\n\nAsk at the garden gate.\n", encoding="utf-8")
    (folder / "docs/seeds.md").write_text("# Seed library\n\nTake some.\n", encoding="utf-8")
    (folder / "overrides").mkdir()
    (folder / "overrides/look.css").write_text(":root { --lo-radius: 0; } /* our garden */\n", encoding="utf-8")
    (folder / "overrides/texts.po").write_text(OWN_TEXTS, encoding="utf-8")
    warnings: list[str] = []

    class Noticing(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            warnings.append(record.getMessage())

    noticing = Noticing(level=logging.WARNING)
    logging.getLogger("mkdocs").addHandler(noticing)
    try:
        with catalogue.speaking(catalogue.spoken()):
            build_with_mkdocs(folder, None, NOW)
    finally:
        logging.getLogger("mkdocs").removeHandler(noticing)
    return folder / "site", warnings


def test_data_alone_builds_without_a_warning(built: tuple[Path, list[str]]) -> None:
    """Without a mkdocs.yml, guides or a vocabulary of its own, a community's site is whole."""
    site, warnings = built
    assert warnings == []
    assert {"mentors", "guides", "join", "support", "code-of-conduct", "reference"} <= {
        one.name for one in site.iterdir()
    }
    assert not {"decisions", "contributing", "run-your-own", "move-in"} & {one.name for one in site.iterdir()}


def test_our_guides_speak_of_the_community(built: tuple[Path, list[str]]) -> None:
    """Links in our guides lead to the community's own forms, and to Lodestar's site for what is about Lodestar."""
    site, _ = built
    join = (site / "join/index.html").read_text(encoding="utf-8")
    assert "https://github.com/garden/mentors/issues/new?template=self-test.yml" in join
    assert "https://lodestar-mentors.github.io/lodestar/run-your-own/#private-requests" in join
    assert "Garden mentors" in (site / "guides/mentor/index.html").read_text(encoding="utf-8")


def test_a_page_of_one_s_own_replaces_ours(built: tuple[Path, list[str]]) -> None:
    """A page in docs/ with the path of one of ours takes its place, and a new one is in the navigation."""
    site, _ = built
    support = (site / "support/index.html").read_text(encoding="utf-8")
    assert "Ask at the garden gate." in support
    assert "Volunteers look after this directory" not in support
    assert "Seed library" in support, "the guides' navigation names it"


def test_our_own_look_and_words_come_last(built: tuple[Path, list[str]]) -> None:
    """Rules in overrides/look.css come after ours, on guides too, and sentences in overrides/texts.po replace ours."""
    site, _ = built
    for name in ("look.css", "guides.css"):
        assert (site / "assets/lodestar" / name).read_text(encoding="utf-8").endswith("/* our garden */\n")
    for page in ("mentors", "guides/mentor"):
        html = (site / page / "index.html").read_text(encoding="utf-8")
        assert "Find a gardener" in html
        assert "Report a concern privately" in html, "everything else keeps our words"


def test_words_of_one_community_are_not_another_s(tmp_path: Path) -> None:
    """Whoever builds two directories in one process speaks each one's words; a file that is none is named."""
    (tmp_path / "overrides").mkdir()
    texts = tmp_path / "overrides/texts.po"
    texts.write_text(OWN_TEXTS, encoding="utf-8")
    speak_own_texts(tmp_path, "en")
    assert catalogue._("Find a mentor") == "Find a gardener"
    texts.unlink()
    speak_own_texts(tmp_path, "en")
    assert catalogue._("Find a mentor") == "Find a mentor"
    texts.write_bytes(b'msgid "Find a mentor"\nmsgstr "\xff"\n')
    with pytest.raises(LodestarError, match="overrides/texts.po can't be read"):
        speak_own_texts(tmp_path, "en")
