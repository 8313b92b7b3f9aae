"""Cutting the theme's page into a shell, and filling it."""

import pytest
from markupsafe import Markup

from generator.site.page import ROOT, Page
from generator.site.page_layout import (
    CONTENT,
    DESCRIPTION,
    TITLE,
    PageLayoutError,
    layout_for,
    sentinel_path,
    split_layout,
)

PATH = sentinel_path(2)
HTML = (
    f'<html><head><title>{TITLE} - Site</title><meta name="description" content="{DESCRIPTION}">'
    f'<link rel="canonical" href="https://example.org/x/{PATH}"></head><body><b>{TITLE}</b>{CONTENT}</body></html>'
)


def test_a_page_fills_every_slot() -> None:
    """Title, description, address, head and body each stand where the theme put them, and links lead back to the root."""
    page = Page(
        "mentors/ada/", "Ada", "Hello", Markup(f'<a href="{ROOT}skills/">s</a>'), Markup('<meta name="robots">')
    )
    assert split_layout(HTML, PATH).fill(page) == (
        '<html><head><title>Ada - Site</title><meta name="description" content="Hello">'
        '<link rel="canonical" href="https://example.org/x/mentors/ada/"><meta name="robots"></head>'
        '<body><b>Ada</b><a href="../../skills/">s</a></body></html>'
    )


def test_titles_and_descriptions_are_escaped() -> None:
    """What people wrote cannot leave the title or an attribute."""
    page = Page("mentors/ada/", '</title><script>"', '"><script>', Markup(""))
    filled = split_layout(HTML, PATH).fill(page)
    assert "<script>" not in filled
    assert filled.count('"') == HTML.count('"')


def test_a_sentinel_written_by_a_stranger_is_only_text() -> None:
    """A profile that contains a sentinel's word does not confuse the filling."""
    page = Page("mentors/ada/", TITLE, CONTENT, Markup(DESCRIPTION))
    assert split_layout(HTML, PATH).fill(page).count(TITLE) == 2


@pytest.mark.parametrize(("old", "new"), [(CONTENT, ""), (CONTENT, CONTENT * 2), (TITLE, "x"), ("</head>", "")])
def test_a_theme_that_loses_a_sentinel_fails_the_build(old: str, new: str) -> None:
    """Pages are never lost in silence: a shell with missing or doubled sentinels is refused with a sentence."""
    with pytest.raises(PageLayoutError, match="override in the theme"):
        split_layout(HTML.replace(old, new), PATH)


def test_a_page_takes_its_own_shell_before_that_of_its_depth() -> None:
    """A page that stands in the navigation gets the shell in which its place is marked."""
    own, depth = split_layout(HTML, "mentors/"), split_layout(HTML, PATH)
    shells = {"mentors/": own, sentinel_path(2): depth}
    assert layout_for(Page("mentors/", "", "", Markup("")), shells) is own
    assert layout_for(Page("mentors/ada/", "", "", Markup("")), shells) is depth
