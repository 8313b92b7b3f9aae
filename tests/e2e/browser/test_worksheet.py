"""A worksheet of a guide: filled in, kept in the browser, taken along, and deleted."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser


def test_a_worksheet_is_kept_saved_and_deleted(open_page: Callable[..., Page], address: str) -> None:
    """Answers are there after coming back, are saved with their questions, are on My page, and leave nothing when deleted."""
    page = open_page(viewport={"width": 360, "height": 740})
    page.goto(f"{address}guides/before-you-ask/")
    save = page.get_by_role("button", name="Save as a text file")
    expect(save).to_be_visible()
    answer = page.get_by_label("What can you do today?")
    answer.fill("Small scripts")
    page.reload()
    expect(answer).to_have_value("Small scripts")
    with page.expect_download() as download:
        save.click()
    assert download.value.suggested_filename == "before-you-ask.md"
    saved = Path(download.value.path()).read_text(encoding="utf-8")
    assert "## What can you do today?\n\nSmall scripts\n" in saved
    assert "## Which three questions will you bring?\n\n...\n" in saved
    page.goto(f"{address}me/")
    row = page.locator("[data-kept=worksheets]")
    expect(row).to_contain_text("1 worksheet")
    row.get_by_role("link", name="Open").click()
    expect(answer).to_have_value("Small scripts")
    page.on("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Delete my answers").click()
    expect(answer).to_have_value("")
    assert page.evaluate("Object.keys(localStorage)") == []
