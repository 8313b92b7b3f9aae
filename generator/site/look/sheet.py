"""Put the site's one style sheet together: the community's tokens, then every layer in its order."""

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
)
"""The layers of `assets/look/`, from the ground up; a later one may change what an earlier one says."""


def style_sheet(look: Look, logo: str = "") -> str:
    """Return the whole style sheet of a community; `logo` is its own mark, or empty for the star."""
    return token_sheet(look.accent, look.corners) + mark_token(logo) + _layers()


@cache
def _layers() -> str:
    folder = files("generator.site").joinpath("assets/look")
    sheets = (folder.joinpath(f"{layer}.css").read_text(encoding="utf-8") for layer in LAYERS)
    # The sheet lies one folder above the layers.
    return "".join(sheets).replace("url(type/", "url(look/type/")
