"""Turn one page rendered by a theme into a shell that any number of pages can be put into.

The theme renders a page of sentinels once for each depth of the site, because relative links depend
on nothing else. Here that HTML is cut at its sentinels; filling it again is a join. It works with the
HTML of any builder.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape

from generator.model.errors import LodestarError
from generator.site.page import ROOT, Page

TITLE = "zzlodestartitlezz"
DESCRIPTION = "zzlodestardescriptionzz"
BODY = "zzlodestarbodyzz"
CONTENT = f"{BODY}<!--<h1-->"
"""What the theme is given as a page's content; the comment keeps Material from adding a heading of its own."""
DEEPEST = 4
_HEAD_END = "</head>"


class PageLayoutError(LodestarError):
    """The theme's HTML is not as expected; the message says what is missing."""


def sentinel_path(depth: int) -> str:
    """Name the path of the sentinel page so many folders below the root, with its closing slash."""
    return f"zzlodestar{depth}zz/" * (depth - 1) + "zzlodestarpathzz/"


@dataclass(frozen=True, slots=True)
class PageLayout:
    """The chrome around a page: literal pieces, and between them the names of what is put in."""

    pieces: tuple[str, ...]
    slots: tuple[str, ...]
    depth: int

    def fill(self, page: Page) -> str:
        """Put a page into the chrome."""
        root = "../" * self.depth
        values = {
            "title": escape(page.title),
            "description": escape(page.description),
            "path": page.path,
            "head": page.head.replace(ROOT, root),
            "body": page.body.replace(ROOT, root),
        }
        parts = [self.pieces[0]]
        for slot, piece in zip(self.slots, self.pieces[1:], strict=True):
            parts += (values[slot], piece)
        return "".join(parts)


def split_layout(html: str, path: str, titled: bool = True) -> PageLayout:
    """Cut the rendered sentinel page at `path` into a shell; one that is not `titled` keeps the theme's own title.

    Raises ShellTrouble unless the body stands there exactly once, the title at least once and the head
    ends: a theme that drops or doubles them would lose people's pages in silence.
    """
    found = {"body": html.count(CONTENT), "title": html.count(TITLE), "head": html.count(_HEAD_END)}
    if found["body"] != 1 or (titled and found["title"] < 1) or found["head"] != 1:
        raise PageLayoutError(
            f"The theme shows the page's content {found['body']} times, its title {found['title']} times and ends its "
            f"head {found['head']} times; once, once or more, and once are needed. Look for an override in the theme "
            "that changes these blocks."
        )
    names = {CONTENT: "body", TITLE: "title", DESCRIPTION: "description", _HEAD_END: "head", path: "path"}
    pattern = re.compile("|".join(re.escape(sentinel) for sentinel in sorted(names, key=len, reverse=True)))
    slots = tuple(names[sentinel] for sentinel in pattern.findall(html))
    pieces = pattern.split(html)
    closed = [_HEAD_END + piece if slot == "head" else piece for slot, piece in zip(slots, pieces[1:], strict=True)]
    return PageLayout((pieces[0], *closed), slots, path.count("/"))


def layout_for(page: Page, shells: Mapping[str, PageLayout]) -> PageLayout:
    """Choose the page's own shell where the theme rendered one at its path, else that of its depth."""
    own = shells.get(page.path)
    return own or shells[sentinel_path(page.path.count("/"))]
