"""A whole directory: the community's settings and everyone and everything in it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from generator.model.community import Community, Event, SharedResource
from generator.model.mentor import Mentor
from generator.model.program import Program, Roadmap
from generator.model.story import Story
from generator.model.vocabulary import Phrases, Vocabularies


@dataclass(frozen=True, slots=True)
class Freshness:
    """After how many days without a sign of life a mentor is asked, shown as stale, and then hidden."""

    ask_after_days: int = 180
    stale_after_days: int = 210
    hidden_after_days: int = 300

    @classmethod
    def of(cls, stated: Mapping[str, int]) -> "Freshness":
        """Complete what a community states: what it leaves out comes 30 and 90 days after the step before, or later."""
        asks = stated.get("ask_after_days", cls().ask_after_days)
        stale = stated.get("stale_after_days", max(asks + _TO_ANSWER, cls().stale_after_days))
        hidden = stated.get("hidden_after_days", max(stale + _STALE_FOR, cls().hidden_after_days))
        return cls(asks, stale, hidden)

    @property
    def asks_after(self) -> int:
        """The day of the question: early enough that there are 30 days to answer before a profile is marked."""
        return max(1, min(self.ask_after_days, self.stale_after_days - _TO_ANSWER))


_TO_ANSWER, _STALE_FOR = 30, 90


@dataclass(frozen=True, slots=True)
class Weights:
    """How many points each signal of the match is worth, beside the others; 0 leaves it out."""

    expertise: int = 40
    goals: int = 20
    commitment: int = 8
    overlap: int = 8
    openings: int = 4
    style: int = 10
    stage: int = 10


@dataclass(frozen=True, slots=True)
class Bands:
    """From how many points of 100 on a match is called by each word."""

    strong: int = 75
    good: int = 55
    some: int = 35


@dataclass(frozen=True, slots=True)
class MatchSettings:
    """How matches are counted and named."""

    weights: Weights = Weights()
    bands: Bands = Bands()


@dataclass(frozen=True, slots=True)
class Days:
    """After how many days something happens to a request by itself."""

    first_reminder: int = 3
    second_reminder: int = 7
    expiry: int = 14
    first_contact: int = 21
    trial: int = 30
    check_in: int = 60
    break_at_most: int = 90
    waitlist: int = 90
    pause_after_silence: int = 30
    sign_of_life: int = 60
    newcomer: int = 30
    conversation: int = 7
    quiet_spot: int = 14


@dataclass(frozen=True, slots=True)
class Limits:
    """How many requests one mentee may have open and send within 24 hours, and how many may wait for and reach one mentor.

    `open_on_behalf` is how many one coordinator may have open for people without an account.
    """

    open_for_each_mentee: int = 3
    waiting_for_each_mentor: int = 5
    sent_a_day: int = 3
    sent_a_day_to_one_mentor: int = 1
    new_a_day_for_each_mentor: int = 10
    open_on_behalf: int = 10


@dataclass(frozen=True, slots=True)
class RequestSettings:
    """How requests are carried to an end. The availability issue is given by its number, or None.

    `board_desk` is the number of the issue in which the bot tells coordinators once a day what needs them, or None.
    `memory_signed_since` is the day from which the bot's comments are signed, where the community has a secret.
    `write_back` lets a weekly pull request bring profiles up to date with what mentors said to the bot.
    """

    days: Days = Days()
    limits: Limits = Limits()
    availability_desk: int | None = None
    board_desk: int | None = None
    weekly_digest: bool = False
    memory_signed_since: date | None = None
    write_back: bool = False


@dataclass(frozen=True, slots=True)
class Joining:
    """How new profiles and changes come in without Git, and who looks at them first.

    `wait_for_coordinator` says that the bot opens a pull request only when a coordinator asks for it, and
    `merge_own_edits` that it merges a person's change to their own profile by itself when every check passes.
    """

    wait_for_coordinator: bool = True
    merge_own_edits: bool = False


@dataclass(frozen=True, slots=True)
class Look:
    """What a community may change of the site's look: a colour that CSS knows, a corner style, and a logo.

    `logo` is the name of an SVG file beside `directory.yml`, or empty for the star.
    """

    accent: str = "#79256d"
    corners: str = "soft"
    logo: str = ""


@dataclass(frozen=True, slots=True)
class Settings:
    """What `directory.yml` says. Repository is `owner/name`; site_url ends in a slash or is empty.

    `private_repository` is where mentors are asked who are asked in private, or empty.
    `ask_without_github` is a form or a chat for people without an account there, or empty.
    `github_ids` holds the numbers behind logins, by handle, where the community wrote them down.
    """

    name: str
    repository: str
    private_contact: str
    tagline: str = ""
    site_url: str = ""
    branch: str = "main"
    language: str = "en"
    coordinators: tuple[str, ...] = ()
    freshness: Freshness = Freshness()
    match: MatchSettings = MatchSettings()
    requests: RequestSettings = RequestSettings()
    github_ids: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    look: Look = Look()
    joining: Joining = Joining()
    ask_without_github: str = ""
    private_repository: str = ""

    def private_place(self, mentor: Mentor) -> str:
        """Return the private repository in which a mentor is asked, or nothing where they aren't asked in private."""
        return self.private_repository if mentor.contact.mode == "private" else ""


@dataclass(frozen=True, slots=True)
class Directory:
    """Everything that was checked, mentors by handle and programs by id, sorted by these keys."""

    settings: Settings
    vocabularies: Vocabularies
    mentors: Mapping[str, Mentor] = field(default_factory=lambda: MappingProxyType({}))
    programs: Mapping[str, Program] = field(default_factory=lambda: MappingProxyType({}))
    roadmaps: Mapping[str, Roadmap] = field(default_factory=lambda: MappingProxyType({}))
    photos: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """The path of each mentor's photo, by handle."""
    paths: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """The path of each mentor's file, by handle: its capital letters may differ from the login's."""

    logo: str = ""
    """The community's logo as an SVG of shapes in `currentColor`, or empty for the star."""
    events: tuple[Event, ...] = ()
    communities: tuple[Community, ...] = ()
    resources: tuple[SharedResource, ...] = ()
    phrases: Phrases = field(default_factory=lambda: MappingProxyType({}))
    """How people ask for the terms, beside labels and synonyms; empty where a directory has no such files."""

    stories: Mapping[str, Story] = field(default_factory=lambda: MappingProxyType({}))
    """True stories of mentorships, by the name of their file."""

    unread: Collection[str] = frozenset()
    """The handles of mentors whose files have errors, where the rest was read without them: they have not left."""

    def path_of(self, mentor: Mentor) -> str:
        """Return where a mentor's file lies."""
        return self.paths.get(mentor.handle, f"mentors/{mentor.github or mentor.file_name}.yml")

    def login_of(self, handle: str) -> str | None:
        """Return the GitHub login behind a handle, as its owner writes it, or None for a mentor who has no account.

        Anyone who is not listed is an account: a mentee, a coordinator, or a mentor who has left.
        """
        mentor = self.mentors.get(handle)
        return mentor.github if mentor else handle
