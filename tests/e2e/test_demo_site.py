"""The site of a demo directory, which has none of this repository's own docs."""

import logging
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.demo import write_demo
from generator.plugin.build import build_with_mkdocs

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    """A demo with requests, built with what they add up to, and every warning of the build."""
    folder, site = tmp_path_factory.mktemp("demo") / "demo", tmp_path_factory.mktemp("demo-site") / "site"
    write_demo(folder, 12, 1, NOW.date(), 4)
    words = ["--forge", f"folder:{folder}/threads", "--root", str(folder), "--output", f"{folder}/activity.json"]
    assert CliRunner().invoke(main, ["activity", *words, "--now", "2026-11-21"]).exit_code == 0
    warnings: list[str] = []

    class Noticing(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            warnings.append(record.getMessage())

    noticing = Noticing(level=logging.WARNING)
    logging.getLogger("mkdocs").addHandler(noticing)
    try:
        build_with_mkdocs(folder, site, NOW)
    finally:
        logging.getLogger("mkdocs").removeHandler(noticing)
    return site, warnings


def test_a_demo_builds_without_a_warning(built: tuple[Path, list[str]]) -> None:
    """Whatever our generated pages link to is there in every directory, not only in this repository's."""
    assert built[1] == []


def test_pictures_of_generated_pages_are_there(built: tuple[Path, list[str]]) -> None:
    """Every picture that a reference page shows is a file of the site."""
    pages = list((built[0] / "reference").rglob("index.html"))
    shown = [
        (page, source)
        for page in pages
        for source in re.findall(r'<img[^>]* src="([^"]+)"', page.read_text(encoding="utf-8"))
    ]
    assert any("request-states.svg" in source for _, source in shown)
    assert [source for page, source in shown if not (page.parent / source).resolve().is_file()] == []
