"""A community chooses one accent, and every colour that follows from it stays readable."""

import re
from importlib.resources import files

import pytest
from coloraide import Color

from generator.model.directory import Look
from generator.site.look.palette import ACCENT, DARK, LIGHT, PAIRS, face_colours, palette
from generator.site.look.sheet import LAYERS, style_sheet
from generator.site.look.tokens import CORNERS, written_tokens
from generator.text.colours import is_colour

CHROMAS = (0, 0.02, 0.1, 0.145, 0.2, 0.37)


@pytest.mark.parametrize("hue", range(0, 360, 15))
def test_every_accent_keeps_every_contrast(hue: int) -> None:
    """Each pair of text and ground has the contrast that WCAG asks for, by day and by night, for weak and strong accents."""
    for chroma in CHROMAS:
        for colours in palette(Color("oklch", [0.5, chroma, hue]).to_string()):
            for seen, behind, needed in PAIRS:
                found = Color(colours[seen]).contrast(colours[behind], method="wcag21")
                assert found >= needed, (chroma, seen, behind)


def test_both_schemes_have_the_same_colours() -> None:
    """What has a colour by day has one by night, and every promise of contrast is about colours that exist."""
    assert set(LIGHT) == set(DARK)
    assert {name for pair in PAIRS for name in pair[:2]} <= set(LIGHT)


def test_letters_are_readable_on_every_face() -> None:
    """The initials that stand in for a photo can be read on all eight grounds."""
    for behind, letters in face_colours():
        assert Color(behind).contrast(letters, method="wcag21") >= 7


def test_an_accent_is_any_colour_and_nothing_else() -> None:
    """Names, hexadecimal colours and CSS functions are accents; words, rules and half colours are not."""
    for accent in ("teal", "#79256d", "#abc", "rgb(10 20 30)", "oklch(42% 0.14 334)", "grey"):
        assert is_colour(accent)
        assert all(colour.startswith("#") for colour in palette(accent)[0].values())
    for text in ("", "tea", "#12", "red;} body{display:none", "url(x)", "var(--x)"):
        assert not is_colour(text)


def test_the_committed_tokens_are_those_of_the_usual_accent() -> None:
    """The tokens in the package are what would be written today, so a build need not mix colours for most communities."""
    kept = files("generator.site").joinpath("assets/look/tokens.css").read_text(encoding="utf-8")
    assert kept == written_tokens(ACCENT, "soft")


@pytest.mark.parametrize("corners", sorted(CORNERS))
def test_a_community_gets_its_own_sheet(corners: str) -> None:
    """Accent and corners change the sheet, and colours are written nowhere but in the tokens."""
    sheet = style_sheet(Look("teal", corners))
    assert sheet.startswith("/*") and CORNERS[corners]["corner"] in sheet
    assert "#79256d" not in sheet
    folder = files("generator.site").joinpath("assets/look")
    for layer in LAYERS:
        text = folder.joinpath(f"{layer}.css").read_text(encoding="utf-8")
        literal = [line for line in text.splitlines() if "#" in line and "url('data:" not in line and "{" in line]
        assert not [line for line in literal if re.search(r":[^;{]*#[0-9a-f]{3,8}\b", line)], layer
