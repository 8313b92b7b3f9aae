"""The milestones of a program as a path that climbs through the sky: decoration beside the list that says the same."""

from collections.abc import Sequence

from markupsafe import Markup

from generator.site.templating import template

_trail = template("trail.html")
_WIDTH, _HEIGHT, _EDGE = 490, 340, 24
_MOST = 7
_LETTERS = 26
"""How many letters of a title fit beside the path."""


def trail(points: Sequence[tuple[str, str]], opening: bool) -> Markup:
    """Draw titles and when they are reached, from the lower left to the upper right.

    The first point is the star where people can still join; at most seven points are shown, the first and the last among
    them.
    """
    if len(points) < 2:
        return Markup("")
    shown = [points[round(place * (len(points) - 1) / (_MOST - 1))] for place in range(_MOST)]
    shown = list(points) if len(points) <= _MOST else shown
    steps = len(shown) - 1
    across, up = (_WIDTH - 2 * _EDGE) / steps, (_HEIGHT - 3 * _EDGE) / steps
    placed = []
    for place, (title, when) in enumerate(shown):
        x, y = round(_EDGE + place * across), round(_HEIGHT - 2 * _EDGE - place * up)
        early = place * 2 < len(shown)
        placed.append((x, y, early, _short(title), when))
    line = " ".join(f"{x} {y}" for x, y, *_rest in placed)
    return _trail(points=placed, line=line, opening=opening)


def _short(title: str) -> str:
    return title if len(title) <= _LETTERS else f"{title[: _LETTERS - 1].rstrip()}…"
