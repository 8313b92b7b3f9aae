"""Write a pulse as the fields of `activity.json`, and read it back."""

from dataclasses import fields
from datetime import date
from typing import Any

from generator.model.pulse import Month, Pulse, Satisfaction

_COUNTS = tuple(field.name for field in fields(Pulse) if field.type in (int, "int"))
_MIDDLES = ("usual_wait", "usual_match")
_SATISFACTION = tuple(field.name for field in fields(Satisfaction))
_MONTH = tuple(field.name for field in fields(Month) if field.name != "first")


def pulse_fields(pulse: Pulse) -> dict[str, Any]:
    """Return the counts by their names, in the order of the class."""
    return {
        "since": pulse.since.isoformat(),
        **{name: getattr(pulse, name) for name in (*_COUNTS, *_MIDDLES)},
        "waits": list(pulse.waits),
        "months": [
            {"first": month.first.isoformat(), **{name: getattr(month, name) for name in _MONTH}}
            for month in pulse.months
        ],
        "satisfaction": {name: getattr(pulse.satisfaction, name) for name in _SATISFACTION},
    }


def read_pulse(stored: Any) -> Pulse:
    """Read what `pulse_fields` wrote; raise TypeError or ValueError where it is something else."""
    if not isinstance(stored, dict) or "since" not in stored:
        raise TypeError
    unknown = Pulse(date.fromisoformat(stored["since"]))
    counts = {name: _count(stored.get(name, 0)) for name in _COUNTS}
    usual_wait, usual_match = (_days(stored.get(name)) for name in _MIDDLES)
    return Pulse(
        since=unknown.since,
        **counts,
        usual_wait=usual_wait,
        usual_match=usual_match,
        waits=_of_length(tuple(map(_count, stored.get("waits", unknown.waits))), len(unknown.waits)),
        months=tuple(
            Month(date.fromisoformat(month["first"]), *(_count(month.get(name, 0)) for name in _MONTH))
            for month in stored.get("months", ())
        ),
        satisfaction=_satisfaction(stored.get("satisfaction", {})),
    )


def _satisfaction(stored: Any) -> Satisfaction:
    if not isinstance(stored, dict):
        raise TypeError
    return Satisfaction(*(_count(stored.get(name, 0)) for name in _SATISFACTION))


def _count(value: Any) -> int:
    if type(value) is not int or value < 0:
        raise ValueError
    return value


def _days(value: Any) -> float | None:
    if value is not None and (type(value) not in (int, float) or value < 0):
        raise ValueError
    return value if value is None else float(value)


def _of_length(values: tuple[int, ...], length: int) -> tuple[int, ...]:
    if len(values) != length:
        raise ValueError
    return values
