"""Draw the fields of one synthetic profile: pure, and always the same for the same random numbers."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Any

from generator.demo import phrases
from generator.demo.distributions import Distributions, draw_skills
from generator.demo.names import Name, draw_group, draw_name
from generator.demo.texts import Writer
from generator.model.mentor import COMMITMENT_MINUTES, MOST_DAYS_SEEKING, WEEKDAYS
from generator.model.vocabulary import Vocabularies
from generator.schema import field_choices
from generator.text.countries import zone_countries
from generator.text.dates import city_of

_STAGES = field_choices("mentor", "stage")
_BACKGROUNDS = field_choices("mentor", "background")
_GOALS = field_choices("mentor", "goals")
_LONGEST_SEARCH = 60
_DAYS = tuple(day.capitalize() for day in WEEKDAYS)
# Which hours a month become which commitment: ours ends at two hours.
_COMMITMENT = {"1": "30m", "2": "1h", "3": "1h", "4": "2h", "5": "2h"}


@dataclass(frozen=True, slots=True)
class Crowd:
    """What all people of a demo share: what to draw from, its words, its programs and roadmaps, and the day."""

    shape: Distributions
    vocabularies: Vocabularies
    programs: tuple[str, ...]
    roadmaps: tuple[str, ...]
    today: date


def draw_person(random: Random, crowd: Crowd) -> tuple[Name, dict[str, Any]]:
    """Draw a name and all fields of a profile but `github`, which depends on the others' handles."""
    shape, chance = crowd.shape, random.random
    languages = tuple(shape.languages.one(random).split())
    zone = shape.zones.one(random)
    name = draw_name(random, draw_group(random, zone, languages))
    if name.language not in languages and chance() < 0.5:
        languages = (*languages, name.language)
    skills = draw_skills(random, shape, int(shape.skills_each.one(random)))
    years = max(0, int(shape.years.one(random)) + random.randint(-2, 3))
    topics = shape.topics.some(random, random.choice((1, 2, 2, 3, 3, 4)))
    domains = shape.domains.some(random, 1)
    if chance() < 0.6 and "technology" in crowd.vocabularies.domains.terms:
        domains = list(dict.fromkeys(("technology", *domains)))[: random.choice((1, 1, 2))]
    paths = shape.career_paths.some(random, random.choice((1, 1, 2)))
    words = crowd.vocabularies
    writer = Writer(
        random, [words.skills.label(id) for id in skills], words.career_paths.label(paths[0]), words.topics.label(topics[0]).lower(),
        words.domains.label(domains[0]).lower(), years,
    )  # fmt: skip
    fields: dict[str, Any] = {"name": name.written, "github": "", "headline": writer.headline()}
    fields |= _toggles(random, shape, crowd.today)
    fields["skills"] = skills
    fields |= _some(
        random, ("can_introduce", 0.4, lambda: [id for id in shape.skills.some(random, 2) if id not in skills])
    )
    fields |= _some(
        random,
        ("topics", 0.8, lambda: topics),
        ("domains", 0.75, lambda: domains),
        ("career_paths", 0.65, lambda: paths),
        ("years_experience", 0.75, lambda: years),
        ("background", 0.5, lambda: random.sample(_BACKGROUNDS, random.choice((1, 1, 2)))),
        ("goals", 0.75, lambda: random.sample(_GOALS, random.randint(1, 3))),
        ("can_help_with", 0.6, lambda: random.sample(phrases.CAN_HELP, random.randint(1, 3))),
        ("cannot_help_with", 0.2, lambda: [id for id in shape.topics.some(random, 1) if id not in topics]),
    )
    fields |= _stages(random, years)
    fields |= _some(
        random,
        ("style", 0.6, lambda: _style(random)),
        ("approach", 0.45, writer.approach),
        ("bio", 0.6, lambda: writer.bio(name.language)),
    )
    fields |= _meetings(random, shape)
    fields |= {"timezone": zone, "languages": list(languages)}
    fields |= _location(Random(f"{name.written} {zone}"), zone)
    fields |= _some(
        random,
        ("windows", 0.7, lambda: _windows(random)),
        ("constraints", 0.2, lambda: random.choice(phrases.CONSTRAINTS)),
        ("expectations", 0.6, lambda: _expectations(random)),
        ("programs", 0.12, lambda: random.sample(crowd.programs, 1)),
        ("roadmaps", 0.08, lambda: random.sample(crowd.roadmaps, 1)),
        ("links", 0.7, lambda: _links(random, name.latin)),
        ("pronouns", 0.4, lambda: random.choice(phrases.PRONOUNS)),
        (
            "accessibility",
            0.15,
            lambda: random.sample(("captions", "text-only", "slow-pace", "camera-off"), random.randint(1, 2)),
        ),
        ("search_engines", 0.3, lambda: True),
    )
    age = _age(random)
    # Who looks for a mentor said so lately.
    confirmed = min(age, MOST_DAYS_SEEKING - _LONGEST_SEARCH) if "learning" in fields else age
    fields["last_confirmed"] = str(crowd.today - timedelta(days=confirmed))
    return name, fields


def _some(random: Random, *choices: tuple[str, float, Callable[[], Any]]) -> dict[str, Any]:
    """Fill in a field with its probability; nothing is filled in with nothing."""
    drawn = ((name, make()) for name, share, make in choices if random.random() < share)
    return {name: value for name, value in drawn if value or value == 0}


def _toggles(random: Random, shape: Distributions, today: date) -> dict[str, Any]:
    seeking, offering = random.random() < 0.06, random.random() >= 0.025
    if offering and not seeking:
        return {"offer_to_mentor": True} if random.random() < 0.4 else {}
    learning = {
        "skills": shape.skills.some(random, 1),
        "goals": [random.choice(_GOALS)],
        "until": str(today + timedelta(days=random.randint(20, 200) % _LONGEST_SEARCH)),
    }
    return {"offer_to_mentor": offering, "seeking_mentor": True, "learning": learning}


def _stages(random: Random, years: int) -> dict[str, Any]:
    own = 5 if years >= 16 and random.random() < 0.5 else 4 if years >= 7 else 3 if years >= 3 else 2
    return _some(
        random,
        ("stage", 0.75, lambda: _STAGES[own]),
        ("stages_supported", 0.6, lambda: list(_STAGES[random.randint(0, 2) : random.randint(3, max(3, own))])),
    )


def _style(random: Random) -> dict[str, Any]:
    both = {
        "structure": random.choice(("structured", "balanced", "balanced", "flexible")),
        "guidance": random.choice(("directive", "balanced", "balanced", "exploratory")),
    }
    return both if random.random() < 0.85 else {"structure": both["structure"]}


def _meetings(random: Random, shape: Distributions) -> dict[str, Any]:
    """Draw how someone meets people, with no more mentees than the time allows."""
    commitment = _COMMITMENT[shape.hours.one(random)] if random.random() > 0.12 else "15m"
    cadence = random.choice(
        ("monthly", "monthly", "as-needed", "quarterly", "weekly" if commitment in ("1h", "2h") else "monthly")
    )
    each = {"weekly": 60, "monthly": 15}.get(cadence, 5)
    capacity = int(shape.places.one(random)) if random.random() < 0.97 else 0
    types = random.sample(
        ("long-term", "project-focused", "career", "near-peer", "traditional", "reciprocal"), random.randint(1, 3)
    )
    group = random.random() < 0.08
    fields = _some(
        random,
        ("relationship_types", 0.7, lambda: [*types, "mentorship-circle"] if group else types),
        (
            "formats",
            0.75,
            lambda: random.sample(field_choices("mentor", "formats"), random.randint(1, 2)),
        ),
        (
            "channels",
            0.75,
            lambda: random.sample(("messaging", "video", "video", "audio", "email"), random.randint(1, 2)),
        ),
        ("cadence", 0.65, lambda: [cadence]),
        ("calls", 0.35, lambda: {"screen_sharing": True, "recording": random.choice(("never", "ask"))}),
    )
    if "channels" in fields:
        fields["channels"] = list(dict.fromkeys(fields["channels"]))
    if group:
        fields["group_size"] = random.randint(3, 12)
    return fields | {"commitment": commitment, "capacity": min(capacity, COMMITMENT_MINUTES[commitment] // each)}


def _location(random: Random, zone: str) -> dict[str, Any]:
    """Draw whether someone says where they live: in the country of their time zone, perhaps in its city.

    It has a source of its own, so that the same seed draws the same people as before the field was there.
    """
    code = zone_countries().get(zone)
    if not code or random.random() > 0.45:
        return {}
    return {"location": {"country": code} | ({"city": city_of(zone)} if random.random() < 0.6 else {})}


def _windows(random: Random) -> list[str]:
    hours = random.choice(((18, 20), (17, 19), (19, 21), (12, 13), (8, 10), (20, 22)))
    days = sorted(random.sample(range(7), random.randint(1, 3)))
    return [f"{_DAYS[day]} {hours[0]:02}:00-{hours[1]:02}:00" for day in days]


def _expectations(random: Random) -> dict[str, Any]:
    return _some(
        random,
        ("reply_within_days", 0.9, lambda: random.choice((2, 3, 5, 7))),
        ("trial_days", 0.3, lambda: random.choice((14, 30))),
        ("preparation", 0.6, lambda: random.choice(phrases.PREPARATIONS)),
    ) or {"reply_within_days": 7}


def _links(random: Random, latin: str) -> dict[str, Any]:
    """Draw links to places that nobody can ever own: names below .example are reserved."""
    plain = latin.replace("-", "")
    return _some(
        random,
        ("website", 0.6, lambda: f"https://{plain}.example/"),
        ("linkedin", 0.5, lambda: f"https://linkedin.example/in/demo-{plain}"),
        ("mastodon", 0.25, lambda: f"https://mastodon.example/@demo_{plain}"),
    )


def _age(random: Random) -> int:
    """Draw how many days ago a profile was confirmed: mostly lately, a few are stale and very few hidden."""
    chance = random.random()
    if chance < 0.94:
        return int(150 * random.random() ** 1.5)
    return random.randint(185, 360) if chance < 0.99 else random.randint(370, 500)
