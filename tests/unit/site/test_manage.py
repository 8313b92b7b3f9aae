"""What mentors find on their own page: every command and link, and who can do it for them."""

from dataclasses import replace
from datetime import UTC, date, datetime
from html import unescape

from generator.insight.availability import AvailabilityStatus
from generator.model.activity import Activity
from generator.model.directory import RequestSettings
from generator.site.manage import manage_fold
from generator.site.profile import profile_page
from tests.fakes.small_site import SETTINGS, person, site_of

ADA, INES = person("Ada-L", capacity=3), person("ines", name="Inês <b>")
DESK = replace(SETTINGS, coordinators=("ines", "cora"), requests=RequestSettings(availability_desk=7))


def _fold(settings=SETTINGS, **status: object) -> str:
    standing = AvailabilityStatus("open", 3, places=3, **status)
    return unescape(str(manage_fold(site_of(ADA, INES, settings=settings), ADA, standing)))


def test_every_way_is_there_without_javascript() -> None:
    """The fold names each command with the number of now, and links to the file's editor and to the form for leaving."""
    fold = _fold(DESK)
    for command in ("/pause 30d", "/resume", "/capacity 3", "/confirm"):
        assert f"<code>{command}</code>" in fold
    assert 'href="https://github.com/example/mentors/edit/main/mentors/Ada-L.yml"' in fold
    assert 'href="https://github.com/example/mentors/issues/new?template=leave.yml&handle=ada-l"' in fold


def test_the_availability_issue_is_one_tap_away() -> None:
    """Where a community has an availability issue, the fold leads there; elsewhere it names one's own requests."""
    assert 'href="https://github.com/example/mentors/issues/7"' in _fold(DESK)
    without = _fold()
    assert "availability issue" not in without
    assert "any of your requests" in without


def test_links_follow_the_newest_availability_issue() -> None:
    """Once the availability issue goes on in another, profiles lead to that one, and so does who was hidden after a silence."""
    activity = Activity(datetime(2026, 11, 22, tzinfo=UTC), availability_issue=90)
    site = site_of(ADA, settings=DESK, activity=activity)
    fold = str(manage_fold(site, ADA, AvailabilityStatus("open", 3, places=3)))
    assert 'href="https://github.com/example/mentors/issues/90"' in fold
    assert "issues/7" not in fold


def test_coordinators_are_beside_it_by_name() -> None:
    """Coordinators appear with the name of their profile, or their login, escaped, and there is a private way."""
    fold = str(manage_fold(site_of(ADA, INES, settings=DESK), ADA, AvailabilityStatus("open", 3, places=3)))
    assert '<a href="https://github.com/ines"><bdi>Inês &lt;b&gt;</bdi></a>' in fold
    assert '<a href="https://github.com/cora"><bdi>cora</bdi></a>' in fold
    assert 'href="https://example.org/conduct"' in fold


def test_it_says_when_the_profile_was_confirmed() -> None:
    """The day of the last confirmation is named, or that there was none."""
    assert "Last confirmed 1 November 2026." in _fold(confirmed=date(2026, 11, 1))
    assert "Never confirmed so far." in _fold()


def test_without_an_account_a_coordinator_does_it() -> None:
    """Who has no GitHub account is told whom to write to, and sent to no issue."""
    ada = replace(ADA, github=None, file_name="ada")
    fold = str(manage_fold(site_of(ada, settings=DESK), ada, AvailabilityStatus("open", 3, places=3)))
    assert "tell a coordinator what you would like" in fold
    assert "issues/7" not in fold


def test_one_word_brings_a_hidden_profile_back() -> None:
    """A page that is hidden after a long silence leads to the availability issue; one whose owner stopped doesn't."""
    hidden = {"ada-l": AvailabilityStatus("hidden", 0)}
    page = profile_page(site_of(ADA, settings=DESK, statuses=hidden), ADA).body
    assert 'href="https://github.com/example/mentors/issues/7"' in page
    stopped = replace(ADA, offer_to_mentor=False)
    assert "issues/7" not in profile_page(site_of(stopped, settings=DESK, statuses=hidden), stopped).body
