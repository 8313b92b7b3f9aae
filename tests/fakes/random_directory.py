"""Make up a directory of any size, shaped like real ones, from nothing but a seed.

Words are syllables, so that they compress no better than real names; how often a skill is named
falls as in real directories, where three of a thousand make an eighth of all uses.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import accumulate
from random import Random
from types import MappingProxyType

from generator.insight.availability import AvailabilityStatus, availability_status
from generator.model.activity import MentorActivity
from generator.model.directory import Directory, Settings
from generator.model.mentor import Mentor, OfficeHour, Style, Window
from generator.model.vocabulary import Term, Vocabularies, Vocabulary

TODAY = date(2026, 11, 21)
_STARTS = ["b", "br", "c", "ch", "d", "f", "g", "h", "j", "k", "l", "m", "n", "p", "r", "s", "st", "t", "v", "w", "z"]
_ENDS = ("", "n", "r", "s", "l", "t", "k", "m")
_ROLES = [
    "Software engineer",
    "Senior software engineer",
    "Staff engineer",
    "Data scientist",
    "Backend engineer",
    "Frontend developer",
    "Engineering manager",
    "Product manager",
    "Designer",
    "Researcher",
    "PhD student",
    "Open source maintainer",
    "Founder",
    "Tech lead",
    "Teacher",
    "Community manager",
    "QA engineer",
    "Lecturer",
    "Consultant",
    "Freelance developer",
    "Security engineer",
]
_JOINTS = (" at ", ", ", " for ", " and ", ", working on ", ", friendly to ", ", helping with ", ", building ", " in ")
_ZONES = ["Europe/London", "Europe/Berlin", "America/New_York", "Asia/Kolkata", "America/Sao_Paulo", "Africa/Lagos"]
_LANGUAGES = ["es", "de", "pt", "fr", "hi", "tr", "ar", "ru", "zh", "it", "nl", "pl", "uk", "ja", "ko"]


@dataclass(frozen=True, slots=True)
class Crowd:
    """A made-up directory, and everybody's standing by handle."""

    directory: Directory
    statuses: dict[str, AvailabilityStatus]


def crowd(count: int, seed: int = 1) -> Crowd:
    """Make a directory of `count` mentors; the same count and seed make the same one."""
    random = Random(seed)
    words = [_word(random, 2) for _ in range(4000)]
    vocabularies = Vocabularies(
        _vocabulary(random, words, 400), _vocabulary(random, words, 40), _vocabulary(random, words, 25),
        _vocabulary(random, words, 40),
    )  # fmt: skip
    mentors = {}
    while len(mentors) < count:
        mentor = _mentor(random, words, vocabularies)
        mentors[mentor.handle] = mentor
    settings = Settings("Made-up mentors", "example/mentors", "mail@example.org", site_url="https://example.org/m/")
    directory = Directory(settings, vocabularies, MappingProxyType(dict(sorted(mentors.items()))))
    loads = {handle: _load(random) for handle in directory.mentors}
    statuses = {
        handle: availability_status(mentor, TODAY, settings.freshness, loads[handle])
        for handle, mentor in directory.mentors.items()
    }
    return Crowd(directory, statuses)


def _word(random: Random, syllables: int) -> str:
    return "".join(random.choice(_STARTS) + random.choice("aeiou") for _ in range(syllables)) + random.choice(_ENDS)


def _vocabulary(random: Random, words: list[str], count: int) -> Vocabulary:
    terms = {}
    while len(terms) < count:
        parts = random.sample(words, random.choice((1, 1, 2)))
        synonyms = tuple(random.sample(words, random.choice((0, 1, 1, 2))))
        terms["-".join(parts)] = Term("-".join(parts), " ".join(parts).capitalize(), synonyms)
    return Vocabulary.of(tuple(terms.values()))


def _some(random: Random, choices: list[str] | tuple[str, ...], most: int, slope: float = 0.8) -> tuple[str, ...]:
    wanted = max(1, min(most, round(random.gammavariate(4, most / 9))))
    return tuple(dict.fromkeys(random.choices(choices, cum_weights=_falling(len(choices), slope), k=wanted)))


@cache
def _falling(count: int, slope: float) -> list[float]:
    return list(accumulate(1 / (rank + 2) ** slope for rank in range(count)))


def _mentor(random: Random, words: list[str], vocabularies: Vocabularies) -> Mentor:
    def maybe(share: float, choices: list[str] | tuple[str, ...], most: int) -> tuple[str, ...]:
        return _some(random, choices, most) if random.random() < share else ()

    first, last = _some(random, words, 1)[0], _some(random, words, 1, 0.6)[0] + random.choice(_ENDS)
    return Mentor(
        name=f"{first.capitalize()} {last.capitalize() if random.random() < 0.7 else last[0].upper() + '.'}",
        github=_login(random, first, last),
        headline=_headline(random, words, vocabularies.skills),
        skills=_some(random, tuple(vocabularies.skills.terms), 12, 1.0),
        can_introduce=maybe(0.25, tuple(vocabularies.skills.terms), 4),
        topics=maybe(0.7, tuple(vocabularies.topics.terms), 5),
        domains=maybe(0.8, tuple(vocabularies.domains.terms), 2),
        career_paths=maybe(0.6, tuple(vocabularies.career_paths.terms), 2),
        languages=tuple(dict.fromkeys((*(("en",) if random.random() < 0.95 else ()), *maybe(0.5, _LANGUAGES, 2)))) or ("de",),
        timezone=random.choice(_ZONES) if random.random() < 0.6 else f"Area/{random.choice(words[:90]).capitalize()}",
        commitment=random.choices(("15m", "30m", "1h", "2h"), (1, 3, 5, 3))[0],
        capacity=random.choices((0, 1, 2, 3, 4, 5), (1, 4, 5, 2, 1, 1))[0],
        offer_to_mentor=random.random() < 0.98,
        formats=maybe(0.8, ("ad-hoc-qa", "scheduled-calls", "resource-sharing"), 3),
        channels=maybe(0.8, ("video", "messaging", "audio", "email", "in-person", "office-hours"), 3),
        relationship_types=maybe(0.6, ("long-term", "project-focused", "career", "near-peer", "cohort", "reciprocal"), 3),
        style=Style(random.choice((None, "structured", "balanced", "flexible")), random.choice((None, "directive", "balanced"))),
        stages_supported=maybe(0.7, ("beginner", "junior", "mid", "exploring", "senior"), 4),
        programs=maybe(0.15, tuple(f"program-{number}" for number in range(12)), 1),
        accessibility=maybe(0.08, ("captions", "text-only"), 2),
        office_hours=(OfficeHour("fri", "17:00", 45, "week"),) if random.random() < 0.06 else (),
        years_experience=int(random.gammavariate(3, 3.5)) if random.random() < 0.85 else None,
        last_confirmed=TODAY - timedelta(days=int(random.expovariate(1 / 60))) if random.random() < 0.9 else None,
        goals=maybe(0.75, ("specific-skills", "career-guidance", "project-help", "general-direction"), 3),
        stage=random.choice((None, "mid", "senior", "senior", "lead")),
        windows=_windows(random) if random.random() < 0.7 else (),
        cannot_help_with=maybe(0.15, tuple(vocabularies.topics.terms), 1),
        bio=" ".join(random.choices(words, k=70)) + ".",
    )  # fmt: skip


def _windows(random: Random) -> tuple[Window, ...]:
    days = sorted(random.sample(range(7), random.choice((1, 2, 2, 3))))
    start = random.choice((9, 12, 17, 18, 18, 19, 20))
    return tuple(Window(day, start * 60, (start + 2) * 60) for day in days)


def _login(random: Random, first: str, last: str) -> str:
    forms = (
        first + last,
        f"{first}-{last}",
        first[0] + last,
        f"{first}{random.randrange(1000)}",
        _word(random, 3) + "dev",
    )
    return random.choice(forms)


def _headline(random: Random, words: list[str], skills: Vocabulary) -> str:
    parts = [random.choice(_ROLES), random.choice(_JOINTS), skills.label(_some(random, tuple(skills.terms), 1)[0])]
    if random.random() < 0.6:
        parts += [random.choice(_JOINTS), *_some(random, words, 1)]
    return "".join(parts)


def _load(random: Random) -> MentorActivity:
    paused = TODAY + timedelta(days=random.randrange(60)) if random.random() < 0.08 else None
    return MentorActivity(
        random.choices((0, 1, 2, 3), (6, 3, 1, 1))[0], random.choices((0, 1, 2), (7, 2, 1))[0], paused
    )
