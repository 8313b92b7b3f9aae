"""Bring disk, checker and site together: read and check a directory, then write its pages and files.

This stands alone: it needs shells, which are HTML from any builder. MkDocs with its theme is one.
"""

import gzip
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from generator.checking import check_root
from generator.insight.availability import standing
from generator.profiles.report import as_text
from generator.schema import NAMES, schema_text
from generator.site.api import api_files
from generator.site.feeds import atom_feed, sitemap_entries
from generator.site.index import index_files
from generator.site.order import in_listing_order
from generator.site.page import PlainFile
from generator.site.pages import PhotoUrls, SiteInput, directory_pages
from generator.site.photos import LARGE, SMALL, PhotoRefused, cut_photo, photo_path
from generator.site.shell import Shell, shell_for

ASSETS = Path(__file__).parent / "site" / "assets"


class BuildTrouble(Exception):
    """The site cannot be built; the message is for people and ends with a line break."""


def load_site(root: Path, now: datetime) -> SiteInput:
    """Read and check the directory below the root; raise BuildTrouble with all problems if there are errors."""
    today = now.date()
    checked = check_root(root, today)
    if checked.directory is None:
        raise BuildTrouble(as_text(checked.errors, checked.count) + "The site was not built. Correct these, then build again.\n")
    directory = checked.directory
    freshness = directory.settings.freshness
    standings = {handle: standing(mentor, today, freshness) for handle, mentor in directory.mentors.items()}
    photos = {handle: PhotoUrls(photo_path(handle, SMALL), photo_path(handle, LARGE)) for handle in directory.photos}
    return SiteInput(directory=directory, standings=standings, today=today, built=now.astimezone(UTC), photos=photos)


@dataclass(frozen=True, slots=True)
class Written:
    """How much was written."""

    pages: int
    files: int


def write_site(root: Path, site: SiteInput, shells: Mapping[str, Shell], sitemap: str, target: Path) -> Written:
    """Write every page and file of the site below `target`; `sitemap` is what the builder's own pages gave."""
    writer = _Writer(target)
    listed: list[tuple[str, object]] = []
    pages = 0
    for page in directory_pages(site):
        writer.write(f"{page.path}index.html", shell_for(page, shells).fill(page).encode())
        pages += 1
        if page.indexed:
            listed.append((page.path, page.changed))
    for file in plain_files(site):
        writer.write(file.path, file.content)
    for file in _photo_files(root, site):
        writer.write(file.path, file.content)
    if sitemap:
        whole = complete_sitemap(sitemap, sitemap_entries(listed, site.directory.settings.site_url)).encode()
        writer.write("sitemap.xml", whole)
        writer.write("sitemap.xml.gz", gzip.compress(whole, mtime=int(site.built.timestamp())))
    return Written(pages, writer.count - pages)


def plain_files(site: SiteInput) -> Iterator[PlainFile]:
    """Yield what is not a page: the API, the browser's index, the feed and the schemas."""
    directory, standings, built = site.directory, site.standings, site.built
    yield from api_files(directory, standings, built)
    order = [mentor.handle for mentor in in_listing_order(directory.mentors.values(), standings, site.today)]
    yield from index_files(directory, standings, built, order, site.photos)
    yield atom_feed(directory, standings, built)
    for name in NAMES:
        yield PlainFile(f"schema/{name}.json", schema_text(name).encode())


def complete_sitemap(sitemap: str, entries: str) -> str:
    """Add our pages' lines to the builder's sitemap."""
    return sitemap.replace("</urlset>", entries + "</urlset>")


def _photo_files(root: Path, site: SiteInput) -> Iterator[PlainFile]:
    """Cut each photo to size, or take the cut ones from the cache beside the directory, named after the content."""
    for handle, urls in site.photos.items():
        content = (root / site.directory.photos[handle]).read_bytes()
        cache = root / ".cache" / "lodestar" / sha256(content).hexdigest()[:32]
        small, large = cache.with_suffix(".small"), cache.with_suffix(".large")
        if not (small.exists() and large.exists()):
            try:
                cut = cut_photo(content)
            except PhotoRefused as refused:
                raise BuildTrouble(f"{site.directory.photos[handle]}: {refused.reason}\n  help: {refused.help}\n") from None
            cache.parent.mkdir(parents=True, exist_ok=True)
            small.write_bytes(cut.small)
            large.write_bytes(cut.large)
        yield PlainFile(urls.small, small.read_bytes())
        yield PlainFile(urls.large, large.read_bytes())


class _Writer:
    """Writes files below a folder and remembers which folders it already made."""

    def __init__(self, target: Path) -> None:
        self._target = str(target)
        self._folders: set[str] = set()
        self.count = 0

    def write(self, path: str, content: bytes) -> None:
        whole = f"{self._target}/{path}"
        folder = whole.rpartition("/")[0]
        if folder not in self._folders:
            os.makedirs(folder, exist_ok=True)
            self._folders.add(folder)
        descriptor = os.open(whole, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
        try:
            os.write(descriptor, content)
        finally:
            os.close(descriptor)
        self.count += 1


def asset_files() -> Iterator[tuple[str, Path]]:
    """Yield the site's own style sheet and scripts: where they go, and where they are."""
    for path in sorted(ASSETS.rglob("*")):
        if path.is_file():
            yield f"assets/lodestar/{path.relative_to(ASSETS).as_posix()}", path
