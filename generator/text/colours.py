"""What a colour is, and colours mixed by how light they look. The only importer of ColorAide, loaded when it is needed."""

from typing import NamedTuple


class Tint(NamedTuple):
    """What decides how a colour looks beside its lightness: its strength (chroma) and its hue, in OKLCH."""

    chroma: float
    hue: float


def is_colour(text: str) -> bool:
    """Tell whether a text is a colour that CSS knows: "#79256d", "teal", "oklch(42% 0.14 334)"."""
    from coloraide import Color

    return Color.match(text, fullmatch=True) is not None


def tint_of(colour: str) -> Tint:
    """Return the strength and the hue of a colour; grey has neither."""
    from coloraide import Color

    _lightness, chroma, hue = Color(colour).convert("oklch")[:3]
    # Grey has no hue, which is NaN here; NaN is unequal to itself.
    return Tint(0.0 if chroma != chroma else chroma, 0.0 if hue != hue else hue)


def mixed(lightness: float, chroma: float, hue: float) -> str:
    """Return a colour of OKLCH as `#rrggbb`; what does not fit into sRGB loses strength, never lightness."""
    from coloraide import Color

    colour = Color("oklch", [lightness, chroma, hue])
    return str(colour.fit("srgb", method="oklch-chroma").convert("srgb").to_string(hex=True, fit=True))
