"""A made-up source of cohorts in the shape in which Open Life Science publishes its own: no line of theirs is in it."""

from datetime import date, timedelta
from pathlib import Path
from random import Random

import yaml


def write_cohorts(folder: Path, cohorts: int, projects: int, participants: int, seed: int = 1) -> None:
    """Write so many cohorts with so many projects together; most participants come once, some come back.

    Whoever finished a project may be a mentor in a later cohort, an expert in the one after, and a speaker.
    """
    random = Random(seed)
    fresh = [f"person-{number}" for number in range(participants)]
    everyone = {one: {"first-name": "Person", "last-name": one.split("-")[1]} for one in fresh}
    sizes = [projects // cohorts + (number < projects % cohorts) for number in range(cohorts)]
    teams = [1 + (number < participants - projects) for number in range(projects)]
    random.shuffle(teams)
    before: list[str] = []
    for number, size in enumerate(sizes, 1):
        mentors = before[-40:] or ["founder-a", "founder-b"]
        rows, now = [], []
        for at in range(size):
            team = [fresh.pop() for _ in range(min(teams.pop(), len(fresh)))]
            if before and at % 9 == 0:
                team.append(random.choice(before))
            now += team
            rows.append(_project(number, at, team, random.sample(mentors, 1)))
        _write(folder / f"ols-{number}", number, rows, mentors, random)
        before += now
    (folder / "people.yaml").write_text(yaml.safe_dump(everyone), encoding="utf-8")


def _project(cohort: int, at: int, team: list[str], mentors: list[str]) -> dict:
    return {
        "name": f"Project {at + 1} of cohort {cohort}",
        "description": "What we would like to find out together, and for whom. " * 12,
        "participants": team,
        "mentors": mentors,
        "keywords": ["open science"],
        **({"status": "graduated", "outcome": "A handbook that three groups use"} if at % 4 else {}),
    }


def _write(folder: Path, number: int, rows: list[dict], mentors: list[str], random: Random) -> None:
    folder.mkdir(parents=True)
    experts = random.sample(mentors, min(len(mentors), 12))
    start = date(2020, 1, 20) + timedelta(weeks=26 * (number - 1))
    weeks = {
        f"{week:02}": {
            "start": f"{start + timedelta(weeks=week - 1):%B %d, %Y}",
            "calls": [
                {"type": "Cohort", "title": f"Call of week {week}", "talks": [{"speakers": experts[:1]}]},
                {"type": "Mentor-Mentee", "title": "Meet your mentor"},
            ],
        }
        for week in range(0 if number > 4 else 1, 17, 2)
    }
    timeline = [{"date": f"{start - timedelta(weeks=9):%B %d, %Y}", "description": "Opening of the applications"}]
    parts = {
        "projects": rows,
        "metadata": {"experts": experts, "organizers": ["founder-a"], "facilitators": mentors[:1]},
        "schedule": {"timeline": timeline, "weeks": weeks},
    }
    for part, content in parts.items():
        (folder / f"{part}.yaml").write_text(yaml.safe_dump(content), encoding="utf-8")
