"""Draw the mentors of the community, and write their directory as files that `lodestar check` accepts."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

import yaml

from benchmarks.community.wordings import Writer, behaviour, writer

DESK = 1
"""The number of the availability issue."""
COORDINATOR = "carla-coordinates"
_FIRST = [
    "Ana",
    "Ben",
    "Chloé",
    "Diego",
    "Elif",
    "Farid",
    "Grace",
    "Hugo",
    "Inês",
    "Jonas",
    "Kemi",
    "Lars",
    "Mina",
    "Noor",
    "Otto",
    "Paula",
    "Quim",
    "Rosa",
    "Sami",
    "Tuva",
    "Uma",
    "Viktor",
    "Wanja",
    "Xenia",
    "Yara",
    "Zoltan",
]
_LAST = [
    "Alves",
    "Berg",
    "Costa",
    "Duarte",
    "Eriksen",
    "Fuchs",
    "García",
    "Hansen",
    "Ito",
    "Jansen",
    "Kaya",
    "Lopes",
    "Moreau",
    "Nunes",
    "Okafor",
    "Petit",
    "Quist",
    "Rossi",
    "Silva",
    "Tran",
]
SKILLS = ("python", "javascript", "git", "testing", "rust", "docker", "postgresql", "rest-apis", "open-source", "linux")
CADENCE_DAYS = {"weekly": 7, "monthly": 30, "quarterly": 91}


@dataclass(slots=True)
class Mentor:
    """One mentor as they are, whatever the bot knows of it."""

    login: str
    name: str
    writer: Writer
    silent: bool
    style: str
    joined: datetime
    skills: tuple[str, ...]
    capacity: int
    cadence: str
    fame: float
    holidays: tuple[tuple[datetime, datetime], ...] = ()
    wrote: list[datetime] = field(default_factory=list)
    """When they wrote in a thread in which they are asked or a mentor."""
    first_asked: datetime | None = None
    said_pause: datetime | None = None
    """Until when they said themselves that they are away."""

    @property
    def user(self) -> dict[str, Any]:
        """Return them as GitHub's API shows someone."""
        return user(self.login)

    def free_from(self, at: datetime) -> datetime:
        """Return a time at which they are back from holidays."""
        for begin, end in self.holidays:
            if begin <= at <= end:
                return end
        return at


def user(login: str) -> dict[str, Any]:
    """Return someone in the shape of GitHub's API, with a number that stays the same."""
    return {
        "login": login,
        "id": 1_000_000 + sum(ord(one) * 131**place for place, one in enumerate(login)) % 900_000_007,
        "type": "User",
    }


def draw_mentors(seed: int, begin: datetime, change: dict[str, Any]) -> list[Mentor]:
    """Draw everyone who is or will be a mentor; `change` overrides shares for a scenario."""
    shares = behaviour()["community"] | change
    styles = change.get("mentor_styles") or behaviour()["styles"]["mentor"]
    return [
        _mentor(Random(f"{seed} mentor {place}"), place, begin, shares, styles) for place in range(shares["mentors"])
    ]


def _mentor(random: Random, place: int, begin: datetime, shares: dict[str, Any], styles: dict[str, float]) -> Mentor:
    name = f"{_FIRST[place % len(_FIRST)]} {_LAST[(place * 7 + place // len(_FIRST)) % len(_LAST)]}"
    late = random.random() > shares["from_the_start"]
    joined = (
        begin + timedelta(days=random.uniform(5, shares["days"] - 30))
        if late
        else begin - timedelta(days=random.uniform(0, 170))
    )
    few, many = shares["skills_of_a_mentor"]
    known = SKILLS[: shares["skills"]]
    skills = tuple(
        dict.fromkeys(
            random.choices(known, [1 / (1 + one) ** 0.5 for one in range(len(known))], k=random.randint(few, many))
        )
    )
    cadences = behaviour()["pair"]["cadence"]
    return Mentor(
        login=f"mentor-{place:03}",
        name=f"{name} {place}",
        writer=writer(random, name.split()[0]),
        silent=random.random() < shares["never_answer"],
        style=random.choices(list(styles), list(styles.values()))[0],
        joined=joined,
        skills=skills,
        capacity=random.choices(list(shares["capacity"]), list(shares["capacity"].values()))[0],
        cadence=random.choices(list(cadences), list(cadences.values()))[0],
        fame=random.random() ** -(shares["fame"] - 1),
        holidays=tuple(_holidays(random, begin, shares["days"])),
    )


def _holidays(random: Random, begin: datetime, days: int) -> Any:
    least, most = behaviour()["mentor"]["holiday_days"]
    for _ in range(round(behaviour()["mentor"]["holidays_a_year"] * days / 365)):
        start = begin + timedelta(days=random.uniform(0, days))
        yield start, start + timedelta(days=random.uniform(least, most))


def write_directory(root: Path, mentors: list[Mentor], vocabulary: Path) -> None:
    """Write the settings, the vocabulary and a file for each mentor."""
    (root / "mentors").mkdir(parents=True)
    (root / "vocabulary").mkdir()
    for path in vocabulary.glob("*.yml"):
        (root / "vocabulary" / path.name).write_bytes(path.read_bytes())
    settings = {
        "name": "Community in a box",
        "tagline": "Everyone here is simulated",
        "repository": "community/mentors",
        "site_url": "https://mentors.example/",
        "private_contact": "https://mentors.example/conduct",
        "coordinators": [COORDINATOR],
        "requests": {"availability_desk": DESK},
    }
    (root / "directory.yml").write_text(yaml.safe_dump(settings, allow_unicode=True), encoding="utf-8")
    for one in mentors:
        (root / "mentors" / f"{one.login}.yml").write_text(
            yaml.safe_dump(_profile(one), allow_unicode=True, sort_keys=False), encoding="utf-8"
        )


def _profile(one: Mentor) -> dict[str, Any]:
    return {
        "name": one.name,
        "github": one.login,
        "headline": "Happy to help",
        "skills": list(one.skills),
        "relationship_types": ["long-term"],
        "cadence": [one.cadence],
        "commitment": "1h",
        "capacity": one.capacity,
        "timezone": "Europe/Berlin",
        "languages": ["en"],
        "last_confirmed": one.joined.date(),
    }
