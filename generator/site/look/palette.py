"""Turn a community's accent into every colour of the site, in light and dark.

Only the hue and the strength (chroma) of the accent count. Each colour has a lightness of its own in OKLCH, where
equal numbers look equally light, so the contrast of every pair holds for every accent. What does not fit into sRGB
loses strength, never lightness. `PAIRS` says which contrasts are promised; a test measures them for all accents.
"""

from collections.abc import Mapping
from typing import Final

from generator.text.colours import mixed, tint_of

ACCENT: Final = "#79256d"
"""The accent without a setting."""
STRONGEST = 0.2
"""The most chroma that is used; stronger accents give the same colours as this one."""

Recipe = Mapping[str, tuple[float, float] | str]

LIGHT: Recipe = {
    "bg": (0.987, 0.03), "surface": (1, 0), "sunk": (0.962, 0.07), "line": (0.905, 0.09), "edge": (0.60, 0.22),
    "ink": (0.235, 0.24), "quiet": (0.445, 0.20),
    "accent": (0.42, 1), "accent-hover": (0.36, 1), "accent-ink": (1, 0), "accent-soft": (0.952, 0.155),
    "accent-line": (0.83, 0.42),
    "dusk": (0.255, 0.55), "dusk-2": (0.345, 0.72), "dusk-ink": (0.985, 0.08), "dusk-quiet": (0.86, 0.30),
    "dusk-line": (0.47, 0.6),
    "star": "#ffc64d", "star-deep": "#8a5a00", "star-soft": "#fff1cf", "star-ink": "#2b1a08",
    "go": "#12633f", "go-soft": "#dff3e6", "wait": "#7a4800", "wait-soft": "#fdeed2",
    "stop": "#a11f35", "stop-soft": "#fde6e8",
}  # fmt: skip
"""By day: a lightness and a share of the accent's chroma, or a colour that is the same for every community."""
DARK: Recipe = {
    "bg": (0.175, 0.16), "surface": (0.222, 0.19), "sunk": (0.262, 0.20), "line": (0.325, 0.23), "edge": (0.58, 0.22),
    "ink": (0.945, 0.09), "quiet": (0.765, 0.16),
    "accent": (0.815, 0.72), "accent-hover": (0.87, 0.55), "accent-ink": (0.22, 0.5), "accent-soft": (0.31, 0.52),
    "accent-line": (0.45, 0.6),
    "dusk": (0.235, 0.45), "dusk-2": (0.30, 0.62), "dusk-ink": (0.97, 0.08), "dusk-quiet": (0.84, 0.30),
    "dusk-line": (0.45, 0.6),
    "star": "#ffc64d", "star-deep": "#ffc64d", "star-soft": "#3a2c10", "star-ink": "#2b1a08",
    "go": "#8adcb0", "go-soft": "#16382a", "wait": "#f3c983", "wait-soft": "#3d2e14",
    "stop": "#ffa3b0", "stop-soft": "#451c25",
}  # fmt: skip
"""By night."""
_TEXT, _SHAPE = 4.5, 3.0
PAIRS: tuple[tuple[str, str, float], ...] = (
    ("ink", "bg", _TEXT), ("ink", "surface", _TEXT), ("ink", "sunk", _TEXT), ("ink", "accent-soft", _TEXT),
    ("ink", "star-soft", _TEXT), ("ink", "wait-soft", _TEXT),
    ("quiet", "bg", _TEXT), ("quiet", "surface", _TEXT), ("quiet", "sunk", _TEXT),
    ("accent", "bg", _TEXT), ("accent", "surface", _TEXT), ("accent", "sunk", _TEXT), ("accent", "accent-soft", _TEXT),
    ("accent-hover", "surface", _TEXT), ("accent-ink", "accent", _TEXT), ("accent-ink", "accent-hover", _TEXT),
    ("edge", "bg", _SHAPE), ("edge", "surface", _SHAPE), ("edge", "sunk", _SHAPE),
    ("dusk-ink", "dusk", _TEXT), ("dusk-ink", "dusk-2", _TEXT), ("dusk-quiet", "dusk", _TEXT),
    ("dusk-quiet", "dusk-2", _TEXT), ("star", "dusk", _TEXT), ("star", "dusk-2", _TEXT),
    ("star-ink", "star", _TEXT), ("star-deep", "surface", _SHAPE), ("star-deep", "bg", _SHAPE),
    ("go", "go-soft", _TEXT), ("go", "surface", _TEXT), ("wait", "wait-soft", _TEXT), ("wait", "surface", _TEXT),
    ("stop", "stop-soft", _TEXT), ("stop", "surface", _TEXT),
)  # fmt: skip
"""What is read or seen on what, and the contrast that it needs by WCAG 2.2: 4.5 for text, 3 for shapes."""
_FACE_HUES = (250, 290, 340, 20, 60, 115, 160, 205)


def palette(accent: str) -> tuple[dict[str, str], dict[str, str]]:
    """Return the colours by day and by night as `#rrggbb`, by name; the accent must be a colour."""
    chroma, hue = tint_of(accent)
    strength = min(chroma, STRONGEST)
    return _mixed(LIGHT, strength, hue), _mixed(DARK, strength, hue)


def face_colours() -> list[tuple[str, str]]:
    """Return the eight pairs of a background and its letters for faces without a photo, the same day and night."""
    return [(mixed(0.855, 0.085, hue), mixed(0.31, 0.085, hue)) for hue in _FACE_HUES]


def _mixed(recipe: Recipe, strength: float, hue: float) -> dict[str, str]:
    return {
        name: how if isinstance(how, str) else mixed(how[0], how[1] * strength, hue) for name, how in recipe.items()
    }
