"""Put the site's style sheets together: the community's tokens, then the layers in their order.

People's pages have every layer. Guides have the theme's own sheet too, so they get only what their frame needs.
"""

from functools import cache
from importlib.resources import files

from generator.model.directory import Look
from generator.site.look.mark import mark_token
from generator.site.look.tokens import token_sheet

LAYERS = (
    "base",
    "icons",
    "chrome",
    "parts",
    "sky",
    "home",
    "people",
    "finder",
    "programs",
    "lists",
    "board",
    "profile",
    "ask",
    "me",
    "progress",
    "mentees",
    "pulse",
    "sessions",
    "shared",
    "reviews",
    "news",
    "thanks",
    "manage",
    "join",
)
"""The layers of `assets/look/`, from the ground up; a later one may change what an earlier one says."""

GUIDE_LAYERS = LAYERS[:4]
"""The layers of header, footer and buttons, which guides have in common with people's pages."""


def style_sheet(look: Look, logo: str = "", layers: tuple[str, ...] = LAYERS) -> str:
    """Return a style sheet of a community; `logo` is its own mark, or empty for the star."""
    return token_sheet(look.accent, look.corners) + mark_token(logo) + _layers(layers)


@cache
def _layers(names: tuple[str, ...]) -> str:
    folder = files("generator.site").joinpath("assets/look")
    sheets = (folder.joinpath(f"{layer}.css").read_text(encoding="utf-8") for layer in names)
    # The sheet lies one folder above the layers.
    return "".join(sheets).replace("url(type/", "url(look/type/")
