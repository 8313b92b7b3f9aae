"""Draw what people ask: words typed, filters chosen and goals stated; pure, and the same for the same seed."""

from collections.abc import Callable, Mapping, Sequence
from random import Random

from generator.model.mentor import Mentor

COUNTED = (
    "skills",
    "topics",
    "domains",
    "career_paths",
    "languages",
    "commitment",
    "formats",
    "stages_supported",
    "availability",
)
"""The facets whose values are counted at every change, at least as many as the page shows."""

_LISTS = ("skills", "topics", "domains", "languages", "formats", "stages_supported")
_STAGES = ("exploring", "beginner", "junior", "mid")
_GOALS = ("specific-skills", "career-guidance", "project-help", "general-direction")
_ZONES = ("Europe/London", "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Africa/Lagos")
_WINDOWS = ("Mon 18:00-20:00", "Tue 19:00-21:00", "Thu 12:00-13:00", "Sat 09:00-12:00")


def draw_queries(documents: Sequence[Mapping[str, str]], count: int, seed: int) -> list[str]:
    """Draw texts of four kinds in equal parts, mixed: beginnings of words, two words, skills and names, all of somebody."""
    random = Random(f"queries {seed}")
    kinds: tuple[Callable[[Random, Mapping[str, str]], str], ...] = (_beginning, _two_words, _skill, _name)
    found = [kinds[number % len(kinds)](random, random.choice(documents)) for number in range(count)]
    random.shuffle(found)
    return found


def _beginning(random: Random, document: Mapping[str, str]) -> str:
    words = [
        word
        for word in f"{document['name']} {document['headline']} {document['skills']}".split()
        if word.isalpha() and len(word) > 3
    ]
    if not words:
        return document["name"].split()[0]
    word = random.choice(words)
    return word[: random.randint(3, len(word) - 1)].lower()


def _two_words(random: Random, document: Mapping[str, str]) -> str:
    return f"{_skill(random, document).split()[0]} {document['name'].split()[0]}".lower()


def _skill(random: Random, document: Mapping[str, str]) -> str:
    return random.choice(document["skills"].split(", "))


def _name(random: Random, document: Mapping[str, str]) -> str:
    return document["name"]


def draw_filters(mentors: Sequence[Mentor], count: int, seed: int) -> list[dict[str, list[str]]]:
    """Draw what is chosen in one to three facets; each change is something that at least one mentor has."""
    random = Random(f"filters {seed}")
    found = []
    while len(found) < count:
        mentor = random.choice(mentors)
        stated = {name: values for name in _LISTS if (values := getattr(mentor, name))}
        names = random.sample(sorted(stated), min(len(stated), random.choice((1, 1, 2, 3))))
        chosen = {name: random.sample(stated[name], min(len(stated[name]), random.choice((1, 1, 2)))) for name in names}
        if random.random() < 0.3:
            chosen["commitment"] = [mentor.commitment]
        found.append(chosen)
    return found


def draw_learners(mentors: Sequence[Mentor], count: int, seed: int) -> list[dict]:
    """Draw learners who state most of what they can, wanting what somebody teaches, so that every signal has work to do."""
    random = Random(f"learners {seed}")
    found = []
    while len(found) < count:
        skills = random.choice(mentors).skills
        wanted = random.sample(skills, min(len(skills), random.randint(1, 3)))
        found.append(
            {
                "want": [{"skill": skill, "importance": random.choice(("must", "nice"))} for skill in wanted],
                "goals": random.sample(_GOALS, random.randint(1, 2)),
                "stage": random.choice(_STAGES),
                "style": {"structure": random.choice(("structured", "flexible")), "guidance": "balanced"},
                "commitment": random.choice(("30m", "1h")),
                "languages": ["en"],
                "timezone": random.choice(_ZONES),
                "windows": random.sample(_WINDOWS, 2),
            }
        )
    return found
