"""Whom a reply means that says nothing but a name."""

from collections.abc import Iterable, Mapping

from generator.model.mentor import Mentor


def names_of(mentors: Iterable[Mentor]) -> Mapping[str, str]:
    """Return the handle for each name that only one mentor has: the handle itself, the whole name and the first name."""
    handles: dict[str, set[str]] = {}
    for mentor in mentors:
        for name in (
            mentor.github or mentor.handle,
            mentor.name,
            mentor.name.split()[0] if mentor.name.split() else "",
        ):
            handles.setdefault(name, set()).add(mentor.handle)
    return {name: next(iter(found)) for name, found in handles.items() if name and len(found) == 1}
