"""The Atom feed and the lines for the sitemap."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from types import MappingProxyType
from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from generator.insight.availability import AvailabilityStatus
from generator.model.directory import Directory, Settings
from generator.model.mentor import Mentor
from generator.model.vocabulary import Term, Vocabularies, Vocabulary
from generator.site.feeds import atom_feed, sitemap_entries

BUILT = datetime(2026, 11, 21, 2, 28, tzinfo=UTC)
OPEN = AvailabilityStatus("open", 2)
SETTINGS = Settings("Test & Co", "example/mentors", "mail@example.org", site_url="https://example.org/m/")
ADA = Mentor(
    "Ada L.", "Ada-L", "Backend engineer", ("python",), ("en",), "UTC", "1h", 2, last_confirmed=date(2026, 11, 1)
)
A = "{http://www.w3.org/2005/Atom}"


def _directory(*mentors: Mentor, settings: Settings = SETTINGS) -> Directory:
    vocabularies = Vocabularies(skills=Vocabulary.of((Term("python", "Python"),)))
    return Directory(settings, vocabularies, MappingProxyType({mentor.handle: mentor for mentor in mentors}))


def _feed(directory: Directory, changed: dict[str, date] | None = None, **statuses: AvailabilityStatus) -> ET.Element:
    found = {handle: statuses.get(handle, OPEN) for handle in directory.mentors}
    return ET.fromstring(atom_feed(directory, found, BUILT, changed).content)


def _many(count: int) -> tuple[Mentor, ...]:
    start = date(2026, 1, 1)
    return tuple(replace(ADA, github=f"m{n}", last_confirmed=start + timedelta(days=n)) for n in range(count))


def test_feed_has_what_the_standard_requires() -> None:
    """Feed and entries each carry an id, a title, a date, an author and a link, as RFC 4287 asks."""
    feed = _feed(_directory(ADA))
    for element in (feed, feed.find(f"{A}entry")):
        assert all(element.find(A + name) is not None for name in ("id", "title", "updated", "author", "link"))
    entry = feed.find(f"{A}entry")
    assert entry.findtext(f"{A}title") == "Ada L."
    assert entry.findtext(f"{A}updated") == "2026-11-01T00:00:00Z"
    assert entry.find(f"{A}link").get("href") == "https://example.org/m/mentors/ada-l/"
    assert entry.find(f"{A}category").attrib == {"term": "python", "label": "Python"}
    assert feed.findtext(f"{A}updated") == "2026-11-01T00:00:00Z"


def test_identifiers_do_not_change_with_the_day() -> None:
    """A profile that is confirmed again keeps its identifier, so that readers show an update and not a second person."""
    before = _feed(_directory(ADA)).findtext(f"{A}entry/{A}id")
    after = _feed(_directory(replace(ADA, name="Ada", last_confirmed=date(2026, 11, 20)))).findtext(f"{A}entry/{A}id")
    assert before == after == "tag:example.org,2026:m/mentors/ada-l"


def test_a_site_without_an_address_has_identifiers_and_relative_links() -> None:
    """Before a community knows its address, the feed is named after the repository and its links still lead home."""
    feed = _feed(_directory(ADA, settings=replace(SETTINGS, site_url="")))
    assert feed.findtext(f"{A}id") == "tag:github.com,2026:example/mentors/mentors"
    assert feed.find(f"{A}entry/{A}link").get("href") == "../mentors/ada-l/"


def test_newest_fifty_come_first() -> None:
    """The feed holds the fifty newest profiles, newest first."""
    titles = [entry.findtext(f"{A}id") for entry in _feed(_directory(*_many(60))).findall(f"{A}entry")]
    assert len(titles) == 50
    assert titles[0].endswith("/m59") and titles[-1].endswith("/m10")


def test_hidden_and_undated_mentors_are_left_out() -> None:
    """Who is not listed is not announced, and who has no date has no place in time."""
    undated, hidden = replace(ADA, github="undated", last_confirmed=None), replace(ADA, github="hidden")
    feed = _feed(_directory(ADA, undated, hidden), hidden=AvailabilityStatus("hidden", 0))
    assert len(feed.findall(f"{A}entry")) == 1


def test_a_given_date_wins() -> None:
    """A day of change that is known from elsewhere counts more than the last confirmation."""
    feed = _feed(_directory(ADA), {"ada-l": date(2026, 11, 19)})
    assert feed.findtext(f"{A}entry/{A}updated") == "2026-11-19T00:00:00Z"


def test_an_empty_feed_is_dated_by_its_build() -> None:
    """Without entries the feed is as old as the site."""
    assert _feed(_directory()).findtext(f"{A}updated") == "2026-11-21T02:28:00Z"


@given(st.text(st.characters(codec="utf-8", categories=None, exclude_categories=["Cs"])), st.text(min_size=1))
def test_no_text_breaks_the_feed(name: str, headline: str) -> None:
    """Whatever a name or headline holds, control characters included, the feed stays XML that parsers accept."""
    mentor = replace(ADA, name=name, headline=headline.encode("utf-8", "replace").decode())
    assert len(_feed(_directory(mentor)).findall(f"{A}entry")) == 1


def test_sitemap_lines_are_absolute_and_escaped() -> None:
    """Each page becomes one `<url>`, with characters that XML or addresses reserve written safely."""
    lines = sitemap_entries([("mentors/ada/", date(2026, 11, 1)), ("a&b <c>/é/", None)], "https://example.org/")
    assert lines == (
        "<url><loc>https://example.org/mentors/ada/</loc><lastmod>2026-11-01</lastmod></url>\n"
        "<url><loc>https://example.org/a%26b%20%3Cc%3E/%C3%A9/</loc></url>\n"
    )


def test_no_address_no_sitemap_lines() -> None:
    """Sitemaps know absolute addresses only, so a site without one adds nothing."""
    assert sitemap_entries([("mentors/ada/", None)], "") == ""
