"""A logo is drawn by anybody's program and shown on every page: only its shapes arrive there."""

import pytest

from generator.model.directory import Look
from generator.profiles.logo import LARGEST, LogoError, read_logo
from generator.site.look.mark import mark, mark_token

INKSCAPE = b"""<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<!-- Created with Inkscape -->
<svg xmlns="http://www.w3.org/2000/svg" xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd"
 width="48px" height="48" id="x"><sodipodi:namedview pagecolor="#fff"/><defs id="d"/><metadata><x/></metadata>
<g id="layer" style="fill:#333333;stroke:none;font-family:Sans"><path data-x="1" d="M0 0 48 48V0z"/></g></svg>"""


def test_notes_of_drawing_programs_are_left_out_and_the_colour_is_given_free() -> None:
    """A file as Inkscape writes it becomes its shapes alone, in whatever colour the page gives them."""
    assert read_logo(INKSCAPE) == (
        '<svg viewBox="0 0 48 48" fill="currentColor" xmlns="http://www.w3.org/2000/svg">'
        '<g fill="currentColor" stroke="none"><path d="M0 0 48 48V0z" /></g></svg>'
    )


@pytest.mark.parametrize(
    "inside",
    [
        '<use href="#a"/>', '<a href="javascript:alert(1)"><path d="M0 0h1"/></a>', "<style>path{fill:red}</style>",
        '<path d="M0 0h1" fill="url(https://example.org)"/>', '<path d="M0 0h1" filter="url(#a)"/>',
        '<animate attributeName="d"/>', '<x:path xmlns:x="http://www.w3.org/1999/xhtml"/>', "<text>Hi</text>",
        '<path d="M0 0h1&quot;&gt;&lt;script>"/>', '<path d="M0 0h1" xlink:href="x"/>',
    ],
)  # fmt: skip
def test_what_does_more_than_draw_is_refused_or_left_out(inside: str) -> None:
    """Links, styles, effects, text and foreign parts never reach a page."""
    start = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">'
    with pytest.raises(LogoError):
        read_logo(f"{start}{inside}</svg>".encode())


def test_a_large_file_is_refused_before_it_is_read() -> None:
    """More than 20 KB is no logo."""
    with pytest.raises(LogoError, match="20 KB"):
        read_logo(b"<" * (LARGEST + 1))


def test_the_tab_shows_the_logo_in_the_accent_and_the_header_takes_it_as_a_mask() -> None:
    """One file becomes both; without a logo the tab has a star in the community's accent."""
    logo = read_logo(INKSCAPE)
    picture = mark(Look(accent="teal"), logo)
    assert picture.count("<path") == 1 and "prefers-color-scheme:dark" in picture
    assert "svg{color:#" in picture and "svg{color:#" in mark(Look(accent="teal"), "")
    assert mark(Look(), "").startswith("<svg") and not mark_token("")
    assert "'" not in mark_token(logo).removeprefix(":root { --lo-mark: url('").removesuffix("') }\n")
