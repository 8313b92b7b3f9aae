"""The browser of the tests works as the other browser tests trust it to."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.e2e.browser.chromium import HOW_TO_INSTALL, NoBrowserError, find_chromium, is_foreign

pytestmark = pytest.mark.browser

PAGE = "<p id='said'>plain</p><script>document.getElementById('said').textContent = 'lively'</script>"


def program(folder: Path, name: str, text: str) -> Path:
    """Write a small program that a person could have installed."""
    path = folder / name
    path.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


def test_javascript_runs(page: Page) -> None:
    """`page` runs the scripts of a page."""
    page.set_content(PAGE)
    assert "lively" == page.text_content("#said")


def test_javascript_can_be_switched_off(open_page: Callable[..., Page]) -> None:
    """`open_page(javascript=False)` shows a page as a reader without JavaScript sees it."""
    plain = open_page(javascript=False)
    plain.goto(f"data:text/html,{PAGE}")
    assert "plain" == plain.locator("#said").inner_text()


@pytest.mark.parametrize(
    ("url", "foreign"),
    [
        ("https://fonts.example.org/a.woff2", True),
        ("http://127.0.0.1:8000/mentors/", False),
        ("http://localhost:8000/", False),
        ("data:text/plain,a", False),
        ("blob:http://127.0.0.1:8000/1", False),
    ],
)
def test_another_host_is_known_from_our_own(url: str, foreign: bool) -> None:
    """A request to another host is told apart from one that stays on this machine."""
    assert foreign == is_foreign(url)


def test_no_browser_is_a_sentence_about_installing_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there is no browser, the failure says how to install one."""
    monkeypatch.setattr("tests.e2e.browser.chromium.playwrights_own", lambda: None)
    with pytest.raises(NoBrowserError) as problem:
        find_chromium({"PATH": str(tmp_path)})
    assert HOW_TO_INSTALL == str(problem.value)


def test_a_stand_in_for_a_browser_is_not_taken_for_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A program that is only called like a browser is passed over for one that runs."""
    monkeypatch.setattr("tests.e2e.browser.chromium.playwrights_own", lambda: None)
    program(tmp_path, "chromium-browser", "echo 'install the snap first' >&2; exit 1")
    chrome = program(tmp_path, "google-chrome", "echo Google Chrome 140.0")
    assert str(chrome) == find_chromium({"PATH": str(tmp_path)})


def test_the_named_browser_is_used_or_nothing(tmp_path: Path) -> None:
    """A browser named in a variable is used; when it does not run, that is said instead of taking another."""
    program(tmp_path, "chromium", "echo Chromium 140.0")
    other = program(tmp_path, "other", "echo Chromium 141.0")
    environment = {"PATH": str(tmp_path), "CHROMIUM": str(other)}
    assert str(other) == find_chromium(environment)
    other.unlink()
    with pytest.raises(NoBrowserError, match="CHROMIUM names"):
        find_chromium(environment)


def run_alone(folder: Path, body: str, **environment: str) -> str:
    """Run one test with these fixtures in a pytest of its own and return what that says."""
    for name in ("conftest.py", "chromium.py"):
        shutil.copy(Path(__file__).parent / name, folder)
    (folder / "test_alone.py").write_text(f"def test_alone(page):\n    {body}\n", encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "--rootdir", str(folder), str(folder)]
    return subprocess.run(command, capture_output=True, text=True, env={**os.environ, **environment}).stdout


@pytest.mark.parametrize(
    ("content", "finding"),
    [
        ("<img src='https://cdn.example.org/a.png'>", "a page asked another host"),
        ("<script>throw new Error('oh')</script>", "a script on a page broke"),
    ],
)
def test_a_page_that_misbehaves_fails_its_test(tmp_path: Path, content: str, finding: str) -> None:
    """A request to another host or a broken script fails the test, though it looked for neither."""
    said = run_alone(tmp_path, f'page.set_content("{content}")')
    assert finding in said
    assert "1 error" in said


def test_a_missing_browser_fails_the_tests_and_never_skips_them(tmp_path: Path) -> None:
    """Without a browser the tests fail with the sentence about installing one."""
    said = run_alone(tmp_path, "pass", LODESTAR_CHROMIUM="/nowhere/chromium")
    assert "LODESTAR_CHROMIUM names /nowhere/chromium" in said
    assert "playwright install" in said
    assert "skipped" not in said
