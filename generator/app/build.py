"""Bring disk, checker and site together: read and check a directory, then write its pages and files.

This works alone; the guides in docs/ are another builder's work, and MkDocs with its theme is one.
"""

import gzip
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from functools import cache
from hashlib import sha256
from itertools import chain
from pathlib import Path

from generator.adapters.activity_file import find_activity
from generator.adapters.build_record import BuildRecord, digest_of
from generator.adapters.filesystem import write_whole
from generator.adapters.git import first_days
from generator.adapters.packaged import packaged_pages
from generator.adapters.processes import side_by_side
from generator.adapters.terminal import track
from generator.app.load import load_directory
from generator.app.overrides import own_style, speak_own_texts
from generator.app.site_folder import BuildError
from generator.insight.availability import availability_statuses
from generator.model.mentor import Mentor
from generator.profiles.check import Validator
from generator.profiles.validate import validate
from generator.schema import NAMES
from generator.site.activity_page import activity_feed
from generator.site.api import list_file, mentor_files
from generator.site.api_description import api_description
from generator.site.build_stamp import as_of, stamp_file
from generator.site.calendars import calendar_files
from generator.site.check_ins import check_in_calendars
from generator.site.feeds import atom_feed, sitemap_entries
from generator.site.join.files import join_files
from generator.site.layout import Layouts
from generator.site.look.mark import mark
from generator.site.look.sheet import GUIDE_LAYERS, style_sheet
from generator.site.mentees_file import mentees_file
from generator.site.page import Page, PlainFile
from generator.site.pages import PhotoUrls, SiteContext, list_pages, profile_page
from generator.site.photos import LARGE, SMALL, PhotoError, cut_photo, photo_path
from generator.site.previews import drawn
from generator.site.programs import previews
from generator.site.published_schema import published_schema
from generator.site.pulse_page import pulse_file
from generator.site.request_feeds import mentor_feeds, request_feed
from generator.site.search_index.finder_files import sentence_file
from generator.site.search_index.index import index_files, stamp_of
from generator.site.sorting import in_listing_order
from generator.site.stories import stories_feed
from generator.site.thanks_page import thanks_feed
from generator.text.catalogue import _
from generator.text.script_catalogue import script_catalogue

ASSETS = Path(__file__).parents[1] / "site" / "assets"


def load_site(
    root: Path, now: datetime, validate: Validator = validate, activity_file: Path | None = None
) -> SiteContext:
    """Read and check the directory below the root; raise LodestarError where the site cannot be built from it.

    What the requests add up to is read from the file given, or from the root's `activity.json` where there is one.
    """
    today = now.date()
    directory = load_directory(root, today, _("The site was not built. Fix these errors, then build again."), validate)
    speak_own_texts(root, directory.settings.language)
    activity = find_activity(root, activity_file)
    statuses = availability_statuses(directory, today, activity)
    photos = {handle: PhotoUrls(photo_path(handle, SMALL), photo_path(handle, LARGE)) for handle in directory.photos}
    # Who is not listed is shown without a photo, too.
    photos = {handle: urls for handle, urls in photos.items() if handle in statuses and statuses[handle].listed}
    return SiteContext(
        directory=directory,
        statuses=statuses,
        today=today,
        built=as_of(now, activity),
        stamped=now.astimezone(UTC),
        photos=photos,
        activity=activity,
        own_pages=_own_pages(root),
        own_style=own_style(root),
        joined=first_days(root),
    )


def _own_pages(root: Path) -> frozenset[str]:
    """Return the addresses of a community's pages in docs/: docs/guides/mentor.md is at "guides/mentor/".

    Without a mkdocs.yml of its own it also has ours. There is always one for becoming a mentor: the form, with what
    the community wrote in docs/join.md below it.
    """
    docs, found = root / "docs", set()
    pages = {path.relative_to(docs).as_posix() for path in docs.rglob("*.md")}
    if not (root / "mkdocs.yml").is_file():
        pages.update(name for name, _ in packaged_pages() if name.endswith(".md"))
    for page in pages:
        address = page.removesuffix(".md")
        found.add(address.removesuffix("index").removesuffix("README").rstrip("/") + "/")
    return frozenset(found - {"/"} | {"join/"})


@dataclass(frozen=True, slots=True)
class Written:
    """How much was written, which pages search engines may know with the day of their last change, and where it is."""

    pages: int
    files: int
    indexed: tuple[tuple[str, date | None], ...] = ()
    folder: str = ""
    made: Mapping[str, str] = field(default_factory=dict)
    """The digest of each file, by path, where a record is kept; `stamped` files begin with the time of the build."""
    stamped: tuple[str, ...] = ()

    def joined(self, other: "Written") -> "Written":
        """Add what another part wrote."""
        return replace(
            self,
            pages=self.pages + other.pages,
            files=self.files + other.files,
            indexed=self.indexed + other.indexed,
            made={**self.made, **other.made},
            stamped=self.stamped + other.stamped,
        )


def write_site(root: Path, site: SiteContext, sitemap: str, target: Path, record: BuildRecord | None = None) -> Written:
    """Write every page and file of the site below `target`; `sitemap` is what the builder's own pages gave.

    What the record knows to be where the site goes is not written again.
    """
    people = [*site.directory.mentors.values()]
    most = len(people) * 2 // 3
    write = _Part(root, site, target, record)
    first, second = side_by_side(
        lambda: write.everything_else(people[most:]), lambda: write.people(people[:most]), len(people)
    )
    whole = first.joined(second)
    if sitemap:
        entries = sitemap_entries(sorted(whole.indexed), site.directory.settings.site_url)
        content = complete_sitemap(sitemap, entries).encode()
        writer = _Writer(target, record)
        writer.write("sitemap.xml", content)
        writer.write("sitemap.xml.gz", gzip.compress(content, mtime=int(site.built.timestamp())))
        whole = replace(whole, made={**whole.made, **writer.made})
    if record:
        record.made.update(whole.made)
    return whole


class _Part:
    """Writes parts of the site, so that two processes can share it."""

    def __init__(self, root: Path, site: SiteContext, target: Path, record: BuildRecord | None) -> None:
        self._root, self._site, self._target, self._record = root, site, target, record
        self._layouts = Layouts(site)

    def people(self, mentors: Sequence[Mentor]) -> Written:
        """Write the page and the JSON of each of these mentors, and the feed of their requests."""
        site = self._site
        pages = (profile_page(site, mentor) for mentor in mentors)
        return self._written(pages, self._files_of(mentors))

    def _files_of(self, mentors: Sequence[Mentor]) -> Iterator[PlainFile]:
        yield from mentor_files(self._site.statuses, mentors, self._site.activity)
        yield from self._written_by(mentors)
        yield from mentor_feeds(self._site, mentors)

    def _written_by(self, mentors: Iterable[Mentor]) -> Iterator[PlainFile]:
        """Yield the file of everyone who is listed as they wrote it, for the form that changes it: it is public anyway."""
        for mentor in mentors:
            path = self._root / self._site.directory.path_of(mentor)
            shown = self._site.statuses[mentor.handle].listed or mentor.handle in self._site.mentees
            if shown and path.is_file():
                yield PlainFile(f"api/mentors/{mentor.handle}.yml", path.read_bytes())

    def everything_else(self, mentors: Sequence[Mentor]) -> Written:
        """Write all lists, programs, indexes, feeds, schemas and photos, and the pages of the remaining mentors."""
        files = chain(plain_files(self._site), _photo_files(self._root, self._site), _previews(self._root, self._site))
        return self._written(list_pages(self._site), files).joined(self.people(mentors))

    def _written(self, pages: Iterable[Page], files: Iterable[PlainFile]) -> Written:
        writer, indexed, count = _Writer(self._target, self._record), [], 0
        stamped = []
        for page in track(pages, _("Writing pages")):
            writer.write(f"{page.path}index.html", self._layouts.fill(page).encode())
            count += 1
            if page.indexed:
                indexed.append((page.path, page.changed))
        for file in files:
            writer.write(file.path, file.content)
            if file.dated:
                stamped.append(file.path)
        return Written(count, writer.count - count, tuple(indexed), made=writer.made, stamped=tuple(stamped))


def plain_files(site: SiteContext) -> Iterator[PlainFile]:
    """Yield what is neither a page nor about one mentor: the API's list, the browser's index, the feeds and the schemas."""
    directory, statuses, built = site.directory, site.statuses, site.exact
    yield stamp_file(built)
    yield _dated(list_file(directory, statuses, built))
    yield _dated(mentees_file(site))
    order = [mentor.handle for mentor in in_listing_order(directory.mentors.values(), statuses, site.today)]
    yield from map(_dated, index_files(directory, statuses, built, order, site.photos, site.activity))
    yield _dated(sentence_file(directory, stamp_of(built)))
    yield from join_files(directory)
    yield atom_feed(directory, statuses, site.built)
    yield from request_feed(site)
    yield activity_feed(site)
    yield from calendar_files(site)
    yield from check_in_calendars(site)
    yield stories_feed(site)
    yield thanks_feed(site)
    pulse = pulse_file(site)
    if pulse:
        yield pulse
    yield PlainFile(f"assets/lodestar/{_CATALOGUE}", (script_catalogue(_scripts()) or _english()).encode())
    look, logo = directory.settings.look, directory.logo
    yield PlainFile("assets/lodestar/look.css", f"{style_sheet(look, logo)}{site.own_style}".encode())
    yield PlainFile("assets/lodestar/guides.css", f"{style_sheet(look, logo, GUIDE_LAYERS)}{site.own_style}".encode())
    yield PlainFile("assets/lodestar/mark.svg", mark(directory.settings.look, directory.logo).encode())
    yield api_description(directory.settings)
    for name in NAMES:
        yield PlainFile(f"schema/{name}.json", published_schema(name, directory).encode())


def _dated(file: PlainFile) -> PlainFile:
    return replace(file, dated=True)


def complete_sitemap(sitemap: str, entries: str) -> str:
    """Add our pages' lines to the builder's sitemap."""
    return sitemap.replace("</urlset>", entries + "</urlset>")


def _photo_files(root: Path, site: SiteContext) -> Iterator[PlainFile]:
    """Cut each photo to size, or take the cut ones from the cache beside the directory, named after the content."""
    for handle, urls in site.photos.items():
        content = (root / site.directory.photos[handle]).read_bytes()
        cache = root / ".cache" / "lodestar" / sha256(content).hexdigest()[:32]
        small, large = cache.with_suffix(".small"), cache.with_suffix(".large")
        if not (small.exists() and large.exists()):
            try:
                cut = cut_photo(content)
            except PhotoError as refused:
                raise BuildError(f"{site.directory.photos[handle]}: {refused}") from None
            cache.parent.mkdir(parents=True, exist_ok=True)
            write_whole(small, cut.small)
            write_whole(large, cut.large)
        yield PlainFile(urls.small, small.read_bytes())
        yield PlainFile(urls.large, large.read_bytes())


def _previews(root: Path, site: SiteContext) -> Iterator[PlainFile]:
    """Draw the pictures for links, or take them from the cache; networks ask for them by a whole address only."""
    if not site.directory.settings.site_url:
        return
    for path, preview in previews(site):
        kept = root / ".cache" / "lodestar" / f"{sha256(repr(preview).encode()).hexdigest()[:32]}.preview"
        if not kept.exists():
            kept.parent.mkdir(parents=True, exist_ok=True)
            write_whole(kept, drawn(preview))
        yield PlainFile(path, kept.read_bytes())


class _Writer:
    """Writes files below a folder and remembers which folders it already made, and what a record should know."""

    def __init__(self, target: Path, record: BuildRecord | None = None) -> None:
        self._target, self._record = str(target), record
        self.made: dict[str, str] = {}
        self._folders: set[str] = set()
        self.count = 0

    def write(self, path: str, content: bytes) -> None:
        if self._record:
            self.made[path] = digest = digest_of(content)
            if self._record.is_there(path, digest):
                self.count += 1
                return
        whole = f"{self._target}/{path}"
        folder = whole.rpartition("/")[0]
        if folder not in self._folders:
            os.makedirs(folder, exist_ok=True)
            self._folders.add(folder)
        descriptor = os.open(whole, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
        try:
            # A disk that gets full takes a part without an error; only the next write has one.
            written = os.write(descriptor, content)
            while written < len(content):
                written += os.write(descriptor, content[written:])
        finally:
            os.close(descriptor)
        self.count += 1


_CATALOGUE = "lib/catalogue.js"
"""The sentences of the scripts in the page's language: written for each build, since the language is the community's."""


@cache
def _scripts() -> str:
    return "".join(
        path.read_text(encoding="utf-8") for path in sorted(ASSETS.rglob("*.js")) if "vendor" not in path.parts
    )


def _english() -> str:
    return (ASSETS / _CATALOGUE).read_text(encoding="utf-8")


def asset_files() -> Iterator[tuple[str, Path]]:
    """Yield the site's own style sheet and scripts: where they go, and where they are."""
    for path in sorted(ASSETS.rglob("*")):
        if path.is_file() and path != ASSETS / _CATALOGUE:
            yield f"assets/lodestar/{path.relative_to(ASSETS).as_posix()}", path
