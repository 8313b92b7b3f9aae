"""Everything the pages are made from: the checked directory, who can be asked, the photos and the time."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from types import MappingProxyType

from markupsafe import Markup

from generator.insight.attention import open_requests
from generator.insight.availability import AvailabilityStatus
from generator.insight.reviews import MentorReviews, reviews_by_mentor
from generator.model.activity import Activity
from generator.model.directory import Directory
from generator.model.mentor import Mentor
from generator.model.request import RequestSummary
from generator.site.chips import Chips, chips_of
from generator.site.mentee_fit import MenteeFit
from generator.site.program_people import PeopleOfPrograms


@dataclass(frozen=True, slots=True)
class PhotoUrls:
    """The paths of one mentor's photo in two sizes, relative to the site's root."""

    small: str
    large: str


@dataclass(frozen=True)
class SiteContext:
    """One state of the directory, ready to be shown. Statuses and photos are by handle.

    `built` is the newest time that what the pages say is as of, in UTC: pages differ only when that does. `exact` is the
    moment of the build, for files that programs read and for `built.json`. `indexing` says whether search engines are welcome at all; each mentor decides
    for their own page on top of that. Without `activity` nothing is known of any request. `own_pages` are the
    addresses of the pages that the community wrote itself, like "join/", so that nothing links to one it has not.
    `join_text` is what the community wrote about becoming a mentor, for below the form.
    `joined` is the day on which each profile came into Git, by handle, as far as its history is here.
    With `live_reload` the pages are a preview on the author's own computer, which reloads them.
    """

    directory: Directory
    statuses: Mapping[str, AvailabilityStatus]
    today: date
    built: datetime
    photos: Mapping[str, PhotoUrls] = field(default_factory=lambda: MappingProxyType({}))
    indexing: bool = True
    activity: Activity | None = None
    own_pages: frozenset[str] = frozenset()
    own_style: str = ""
    join_text: Markup = Markup("")
    live_reload: bool = False
    joined: Mapping[str, date] = field(default_factory=lambda: MappingProxyType({}))
    stamped: datetime | None = None

    @property
    def exact(self) -> datetime:
        """The moment of the build. No page may say it, or every page would change with every build."""
        return self.stamped or self.built

    @property
    def availability_issue(self) -> int | None:
        """The number of the issue in which mentors pause and come back: the newest, or the one in the settings."""
        newest = self.activity.availability_issue if self.activity else None
        return newest or self.directory.settings.requests.availability_desk

    @property
    def guides(self) -> str:
        """Return the address of the guides: their own first page, or the first guide, or nothing."""
        if "guides/" in self.own_pages:
            return "guides/"
        return min((path for path in self.own_pages if path.startswith("guides/")), default="")

    @cached_property
    def asked(self) -> Mapping[str, tuple[RequestSummary, ...]]:
        """The open requests of every listed mentor that the bot knows, by handle, as the activity lists them."""
        if not self.activity:
            return {}
        known = (*self.activity.mentors, *(request.mentor for request in self.activity.requests))
        asked: dict[str, list[RequestSummary]] = {
            handle: [] for handle in known if handle in self.statuses and self.statuses[handle].listed
        }
        for request in open_requests(self.activity):
            if request.mentor in asked:
                asked[request.mentor].append(request)
        return {handle: tuple(requests) for handle, requests in asked.items()}

    @cached_property
    def reviews(self) -> Mapping[str, MentorReviews]:
        """What mentees say about each listed mentor, by handle, where there is anything."""
        found = self.activity.reviews if self.activity else ()
        return reviews_by_mentor(
            one for one in found if one.mentor in self.statuses and self.statuses[one.mentor].listed
        )

    @cached_property
    def mentees(self) -> Mapping[str, date]:
        """Everyone who said that they look for a mentor, by handle, and the last day on which others see that."""
        found = (
            (handle, mentor.last_day_seeking(self.today, self.statuses[handle].confirmed))
            for handle, mentor in self.directory.mentors.items()
        )
        return {handle: last for handle, last in found if last}

    @cached_property
    def mentee_fit(self) -> MenteeFit:
        """Who could help whom of those who look for a mentor; each of them is prepared once."""
        return MenteeFit(self.directory, self.statuses, self.today, self.mentees, self.free_by_skill)

    @cached_property
    def people_of_programs(self) -> PeopleOfPrograms:
        """Everyone whom programs name, joined over the years."""
        return PeopleOfPrograms(self.directory, self.statuses)

    @cached_property
    def similar_cards(self) -> dict[str, tuple[str, str]]:
        """What is the same on every page in the small card of a mentor, kept by their login once it was made."""
        return {}

    @cached_property
    def free_by_skill(self) -> Mapping[str, tuple[tuple[str, Mentor], ...]]:
        """The mentors who can be asked today, each with the handle, by their skills."""
        found: dict[str, list[tuple[str, Mentor]]] = {}
        for handle, mentor in self.directory.mentors.items():
            if self.statuses[handle].can_be_asked:
                for skill in mentor.skills:
                    found.setdefault(skill, []).append((handle, mentor))
        return {skill: tuple(mentors) for skill, mentors in found.items()}

    @cached_property
    def chips(self) -> Mapping[str, Chips]:
        """The chips of all terms; made once, because ten thousand profiles show them."""
        return chips_of(self.directory.vocabularies)
