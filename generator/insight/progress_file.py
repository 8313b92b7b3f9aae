"""How far a mentorship has come, as it is written into `activity.json`: numbers, days and ids, and no words of anyone's."""

from datetime import date
from typing import Any

from generator.model.mentorship import Progress


def progress_fields(progress: Progress) -> dict[str, Any]:
    """Write what is known; what two did not agree on is left out."""
    goals = [{"number": number, "done": done, "by": by and by.isoformat()} for number, done, by in progress.goals]
    fields = {
        "goals": goals,
        "roadmap": progress.roadmap,
        "steps": list(progress.steps),
        "frequency": progress.frequency,
        "channel": progress.channel,
        "until": progress.until,
        "began": progress.began and progress.began.isoformat(),
    }
    return {name: value for name, value in fields.items() if value}


def read_progress(stored: Any) -> Progress:
    """Read what `progress_fields` wrote; raise TypeError or ValueError for anything else."""
    if not isinstance(stored, dict):
        raise TypeError
    words = {name: stored.get(name, "") for name in ("roadmap", "frequency", "channel", "until")}
    if not all(isinstance(one, str) for one in words.values()):
        raise TypeError
    try:
        goals = tuple((int(one["number"]), bool(one["done"]), _day(one.get("by"))) for one in stored.get("goals", ()))
    except (KeyError, AttributeError) as error:
        raise ValueError from error
    return Progress(
        goals=goals, steps=tuple(map(str, stored.get("steps", ()))), began=_day(stored.get("began")), **words
    )


def _day(text: Any) -> date | None:
    return date.fromisoformat(text) if text else None
