"""Weigh a built site: files, bytes, what the browser's index costs, and what a first visit loads."""

import gzip
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from posixpath import dirname, join, normpath


@dataclass(frozen=True, slots=True)
class Weight:
    """Pages, all files, and their bytes."""

    pages: int
    files: int
    size: int


def weigh(site: Path) -> Weight:
    """Count a site's HTML pages, its files and its bytes."""
    files = [path for path in site.rglob("*") if path.is_file()]
    return Weight(sum(path.suffix == ".html" for path in files), len(files), sum(path.stat().st_size for path in files))


def zipped(paths: list[Path]) -> int:
    """Add up what the files weigh when each is sent compressed."""
    return sum(len(gzip.compress(path.read_bytes(), 9, mtime=0)) for path in paths)


class _Linked(HTMLParser):
    """Collects the style sheets and scripts that a browser loads with a page."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "link" and {"stylesheet", "modulepreload", "icon"} & set((given.get("rel") or "").split()):
            self.found.append(given.get("href") or "")
        if tag == "script":
            self.found.append(given.get("src") or "")


_IMPORT = re.compile(r"""(?:\bfrom|\bimport)\s*["'](\.{1,2}/[^"']+)["']""")


def first_visit(site: Path, page: str) -> list[str]:
    """List what a first visit of a page loads: the page, its styles and scripts, and the modules that these import."""
    html = (site / page).read_text(encoding="utf-8")
    linked = _Linked()
    linked.feed(html)
    wanted = [normpath(join(dirname(page), url)) for url in linked.found if url and "//" not in url]
    return list(dict.fromkeys((page, *with_imports(site, wanted))))


def with_imports(site: Path, paths: list[str]) -> Iterator[str]:
    """Yield the paths of a site that are there, and after them the modules of ours that they import."""
    known: dict[str, None] = dict.fromkeys(paths)
    waiting = list(known)
    while waiting:
        path = waiting.pop(0)
        if not (site / path).is_file():
            continue
        yield path
        if path.endswith(".js") and "lodestar" in path:
            imports = (
                normpath(join(dirname(path), name))
                for name in _IMPORT.findall((site / path).read_text(encoding="utf-8"))
            )
            fresh = [name for name in imports if name not in known]
            known |= dict.fromkeys(fresh)
            waiting += fresh
