"""Programs and roadmaps as their files say them."""

from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class Milestone:
    """Something a cohort reaches in a week of the program, counted from 1; week 0 is the one before its start."""

    title: str
    week: int
    done_when: str = ""


@dataclass(frozen=True, slots=True)
class Resource:
    """A link worth following; minutes and cost are what its author said, None or empty where unstated."""

    title: str
    url: str
    kind: str = ""
    minutes: int | None = None
    cost: str = ""
    audience: str = "both"


@dataclass(frozen=True, slots=True)
class Participant:
    """Someone who took part in a program, known by the same id in each; who has a profile is called as it says."""

    id: str
    name: str = ""
    roles: tuple[str, ...] = ("participant",)
    link: str = ""


@dataclass(frozen=True, slots=True)
class ProjectMember:
    """Someone who worked on a project, and as what."""

    id: str
    role: str = "participant"


@dataclass(frozen=True, slots=True)
class Project:
    """What people of a program worked on, and what came of it; empty where nobody said."""

    title: str
    summary: str = ""
    people: tuple[ProjectMember, ...] = ()
    status: str = ""
    outcome: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class ProposedPair:
    """The number of an application's issue, and the mentor who is proposed for it."""

    issue: int
    mentor: str


@dataclass(frozen=True, slots=True)
class Program:
    """A mentorship program with its dates, people and promises; `id` is the file's name."""

    id: str
    title: str
    kind: str
    organiser: str
    series: str = ""
    summary: str = ""
    opens: date | None = None
    closes: date | None = None
    starts: date | None = None
    ends: date | None = None
    duration_weeks: int | None = None
    places: int | None = None
    approval: str = "mentor"
    screening: tuple[str, ...] = ()
    matching: str = "self-select"
    visibility: str = "public"
    private_repository: str = ""
    min_age: int = 18
    safeguarding_officer: str = ""
    expectations: tuple[str, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    resources: tuple[Resource, ...] = ()
    roadmap: str | None = None
    mentors: tuple[str, ...] = ()
    coordinators: tuple[str, ...] = ()
    pairs: tuple[ProposedPair, ...] = ()
    left_out: tuple[int, ...] = ()
    people: tuple[Participant, ...] = ()
    projects: tuple[Project, ...] = ()
    discussion: str = ""
    success_measures: tuple[str, ...] = ()

    @property
    def last_day(self) -> date | None:
        """The day the program ends: as written, or counted from its start; None for an open end."""
        if self.ends or not (self.starts and self.duration_weeks):
            return self.ends
        return self.starts + min(timedelta(weeks=self.duration_weeks, days=-1), date.max - self.starts)

    def first_day_of(self, week: int) -> date | None:
        """Return the day a week begins, counted from 1; week 0 is the one before the start. None without a start."""
        if self.starts is None:
            return None
        ahead = timedelta(weeks=week - 1)
        return self.starts + max(date.min - self.starts, min(ahead, date.max - self.starts))

    def state(self, today: date) -> str:
        """Tell from the dates whether the program is upcoming, open, running, closed or archived.

        A program is archived 180 days after its last day. One without dates is open. Between the
        end of applications and the start it is closed; while it runs it is running, unless
        applications are still taken.
        """
        last = self.last_day
        if last and today > last:
            return "archived" if today - last > timedelta(days=180) else "closed"
        if self.opens and today < self.opens:
            return "upcoming"
        if self.closes is None or today <= self.closes:
            running_without_applications = self.starts and today >= self.starts and not (self.opens or self.closes)
            return "running" if running_without_applications else "open"
        return "running" if self.starts and today >= self.starts else "closed"


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a roadmap; hours is an estimate, None where unstated."""

    id: str
    title: str
    why: str = ""
    do: tuple[str, ...] = ()
    resources: tuple[Resource, ...] = ()
    done_when: str = ""
    hours: float | None = None
    prompts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Roadmap:
    """A learning path that mentor and mentee share; `id` is the file's name."""

    id: str
    title: str
    stage: str
    skills: tuple[str, ...]
    steps: tuple[Step, ...]
    summary: str = ""
    authors: tuple[str, ...] = ()
    reviewed: date | None = None

    @property
    def hours(self) -> float:
        """The estimated hours of all steps that state them."""
        return sum(step.hours or 0 for step in self.steps)
