"""The mark before the name and in the browser's tab: the community's logo, or the star, in the accent."""

from functools import cache
from importlib.resources import files
from urllib.parse import quote

from generator.model.directory import Look
from generator.site.look.palette import ACCENT, palette

STAR = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="currentColor">'
    '<path d="M12 .8c1 6.6 4.2 10 11.2 11.2C16.2 13.2 13 16.6 12 23.2 11 16.6 7.8 13.2.8 12 7.8 10.8 11 7.4 12 .8Z"/></svg>'
)
_STYLE = "<style>svg{{color:{day}}}@media (prefers-color-scheme:dark){{svg{{color:{night}}}}}</style>"


@cache
def mark(look: Look, logo: str) -> str:
    """Return the picture for the browser's tab; `logo` is an SVG in `currentColor`, or empty for the star."""
    if not logo and look.accent.casefold() == ACCENT:
        return files("generator.site").joinpath("assets/mark.svg").read_text(encoding="utf-8")
    by_day, by_night = palette(look.accent)
    start, _bracket, rest = (logo or STAR).partition(">")
    return f"{start}>{_STYLE.format(day=by_day['accent'], night=by_night['accent'])}{rest}"


def mark_token(logo: str) -> str:
    """Return the rule that puts the logo before the name, as a mask that takes any colour; nothing for the star."""
    return f":root {{ --lo-mark: url('data:image/svg+xml,{quote(logo)}') }}\n" if logo else ""
