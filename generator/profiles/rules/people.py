"""Rules on the people of a program: each is there once, and a project names people who are there."""

from collections.abc import Iterator
from typing import Any

from generator.profiles.rules.context import RuleContext
from generator.profiles.violation import Violation, quoted
from generator.text.catalogue import _
from generator.text.closest import closest


def people_are_there_once(fields: dict[str, Any], stem: str, context: RuleContext) -> Iterator[Violation]:
    """Find people whom a program lists twice."""
    seen: set[str] = set()
    for position, person in enumerate(fields.get("people", ())):
        name = _id(person)
        if name in seen:
            yield Violation(
                ("people", position, "id"),
                _("{id} is there already", id=quoted(person["id"])),
                _("keep one of the two, with all their roles; for someone else, choose another id"),
            )
        if name:
            seen.add(name)


def project_people_are_known(fields: dict[str, Any], stem: str, context: RuleContext) -> Iterator[Violation]:
    """Find people of a project whom nobody has named: neither the program nor a profile."""
    known = {_id(person) for person in fields.get("people", ())} - {""} | context.handles
    known |= {str(login).lower() for login in fields.get("coordinators", ())}
    for at, project in enumerate(fields.get("projects", ())):
        for position, person in enumerate(project.get("people", ()) if isinstance(project, dict) else ()):
            name = _id(person)
            if name and name not in known:
                close = closest(name, sorted(known), 0.8)
                yield Violation(
                    ("projects", at, "people", position, "id"),
                    _("{id} is neither in 'people' nor a mentor here", id=quoted(person["id"])),
                    _("did you mean {word}?", word=quoted(close))
                    if close
                    else _("add a line to 'people' with this id and the name to show"),
                    severity="hint",
                )


def pairs_can_be_asked(fields: dict[str, Any], stem: str, context: RuleContext) -> Iterator[Violation]:
    """Find pairs with a mentor who has no profile, and applications that are paired twice."""
    seen: set[int] = set()
    for position, pair in enumerate(fields.get("pairs", ())):
        mentor, issue = (pair.get("mentor"), pair.get("issue")) if isinstance(pair, dict) else (None, None)
        if isinstance(mentor, str) and mentor.lower() not in context.handles:
            close = closest(mentor.lower(), sorted(context.handles), 0.8)
            yield Violation(
                ("pairs", position, "mentor"),
                _("there is no mentor {word}", word=quoted(mentor)),
                _("did you mean {word}?", word=quoted(close)) if close else _("take this pair out, or pair again"),
                severity="hint",
            )
        if isinstance(issue, int) and issue in seen:
            yield Violation(
                ("pairs", position, "issue"),
                _("issue {number} is in another pair already", number=issue),
                _("keep one of the two"),
            )
        if isinstance(issue, int):
            seen.add(issue)


def _id(person: Any) -> str:
    name = person.get("id") if isinstance(person, dict) else None
    return name.lower() if isinstance(name, str) else ""
