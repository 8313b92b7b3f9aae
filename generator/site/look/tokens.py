"""Turn a palette and a corner style into the style sheet of tokens: the one file that has the colours."""

from functools import cache
from importlib.resources import files

from generator.site.look.palette import ACCENT, face_colours, palette

CORNERS = {
    "soft": {"corner": "12px", "r-face": "34%", "r-pill": "999px"},
    "round": {"corner": "18px", "r-face": "50%", "r-pill": "999px"},
    "square": {"corner": "3px", "r-face": "4px", "r-pill": "4px"},
}
"""How rounded things are, by the community's choice."""
_DAY = {"tint": "40%", "foot": "var(--lo-sunk)", "focus": "var(--lo-accent)", "offer": "var(--lo-star-soft)"}
_NIGHT = {"tint": "18%", "foot": "var(--lo-surface)", "focus": "var(--lo-star)", "offer": "var(--lo-dusk)"}
_LIFT = "0 1px 2px rgb({ink} / {near}), 0 8px 24px -6px rgb({ink} / {far})"


@cache
def token_sheet(accent: str = ACCENT, corners: str = "soft") -> str:
    """Return the style sheet with every colour and corner; the usual one is part of the package already."""
    if (accent.casefold(), corners) == (ACCENT, "soft"):
        return files("generator.site").joinpath("assets/look/tokens.css").read_text(encoding="utf-8")
    return written_tokens(accent, corners)


def written_tokens(accent: str, corners: str) -> str:
    """Write the style sheet again; see `token_sheet`. Paper is always white, so the dark colours are for screens."""
    day, night = palette(accent)
    by_day = day | _DAY | {"lift": _LIFT.format(ink=_channels(day["ink"]), near=0.06, far=0.14)}
    by_night = night | _NIGHT | {"lift": _LIFT.format(ink="0 0 0", near=0.5, far=0.6)}
    lines = [
        "/* Written by generator/site/look from one accent and a corner style; change these in directory.yml. */",
        _rule(":root", by_day | CORNERS[corners], "color-scheme: light"),
        "@media screen and (prefers-color-scheme: dark) {",
        _rule(":root:not([data-scheme=light])", by_night, "color-scheme: dark"),
        "}",
        "@media screen {",
        _rule(":root[data-scheme=dark]", by_night, "color-scheme: dark"),
        "}",
    ]
    for number, (behind, letters) in enumerate(face_colours()):
        lines.append(_rule(f'[data-hue="{number}"]', {"face": behind, "face-ink": letters}))
    return "\n".join(lines) + "\n"


def _rule(selector: str, tokens: dict[str, str], *more: str) -> str:
    declared = [f"--lo-{name}: {value}" for name, value in tokens.items()]
    return f"{selector} {{ {'; '.join([*declared, *more])} }}"


def _channels(colour: str) -> str:
    return " ".join(str(int(colour[place : place + 2], 16)) for place in (1, 3, 5))
