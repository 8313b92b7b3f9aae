"""What the site room hands to whoever writes it: pages to be put into the theme's shell, and plain files."""

from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

ROOT = "\x02root\x03"
"""In page bodies, this means the relative way back to the site's root ("../../"), which depends on the page's depth."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page before it has its chrome.

    `path` is relative to the site's root and ends with a slash ("mentors/ada/"), empty for home. Links
    in `body` and `head` begin with `ROOT`. `changed` dates the sitemap's line; None leaves it undated. The body of a `bare` page uses the
    whole width; all others are in the middle of it. `start` is where links begin when the page is shown at
    addresses that nobody knows beforehand; usually they are relative.
    """

    path: str
    title: str
    description: str
    body: Markup
    head: Markup = Markup("")
    indexed: bool = True
    changed: date | None = None
    bare: bool = False
    start: str = ""


@dataclass(frozen=True, slots=True)
class PlainFile:
    """A file that is written as it is, at `path` below the site's root.

    A `dated` one begins with the time of the build (`build_stamp.dated_by`) and has it nowhere else.
    """

    path: str
    content: bytes
    dated: bool = False
