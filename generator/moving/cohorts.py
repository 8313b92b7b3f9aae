"""Make programs of cohorts of the Open-Life-Science kind: people, projects with roles and outcomes, and weeks from 0 on.

A source has a folder or a group of files for each cohort, called `ols-3/projects.yaml` or `ols-3-projects.yaml`, beside
`metadata` (who was what) and `schedule` (weeks and calls), and one file of people. Everyone is known by the same id in
every cohort. What can't be carried over is counted, so that nothing is lost in silence.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from generator.moving.errors import SourceError
from generator.moving.records import SourceText, read_data
from generator.moving.texts import cut, without_contact
from generator.schema import schema
from generator.text.catalogue import N_, _, ngettext

_FILE = re.compile(r"(?:^|/)(?P<id>[^/]+?)[-/](?P<part>projects|metadata|schedule)\.(?:ya?ml|json)")
_PEOPLE = re.compile(r"(?:^|/)people\.(?:ya?ml|json)")
_LISTED_AS = {"experts": "expert", "facilitators": "facilitator", "organizers": "organiser", "organisers": "organiser",
              "speakers": "speaker"}  # fmt: skip
_IN_PROJECTS = {"participants": "participant", "mentors": "mentor", "experts": "expert"}
_STATUS = {"graduated": "finished", "finished": "finished", "complete": "finished", "completed": "finished",
           "ongoing": "ongoing", "dropped": "stopped", "stopped": "stopped", "not graduated": "stopped"}  # fmt: skip
_OUTCOMES = ("outcome", "outcomes", "results", "output")
_LINKS = ("link", "url", "website", "repository", "github", "artifact", "graduation")
_DATES = ("%B %d, %Y", "%B %d %Y", "%d %B %Y", "%Y-%m-%d")
_ID = re.compile(r"[A-Za-z0-9](-?[A-Za-z0-9])*")
_CALL = re.compile("cohort|q&a|skill|graduation", re.IGNORECASE)

NOT_AN_ID = N_("isn’t a short name with letters, digits and hyphens")
TOO_MANY = N_("more than a program can have")
NO_FIELD = N_("a program has no field for it")
NOT_A_DATE = N_("isn’t a date, or not in the order of the others")
_KNOWN = {*_IN_PROJECTS, "name", "title", "description", "summary", "status", *_OUTCOMES, *_LINKS}


@dataclass(slots=True)
class CohortDraft:
    """One cohort as the fields of a program; `lost` counts what was left out, by the field and the reason."""

    id: str
    fields: dict[str, Any]
    lost: Counter[tuple[str, str]] = field(default_factory=Counter)


def read_cohorts(files: Iterable[SourceText], organiser: str) -> list[CohortDraft]:
    """Read every cohort of a source, by id; raise SourceError where there is none."""
    found: dict[str, dict[str, Any]] = {}
    names: dict[str, str] = {}
    for file in files:
        part = _FILE.search(file.path)
        if part:
            found.setdefault(_slug(part["id"]), {})[part["part"]] = read_data(file.path, file.text)
        elif _PEOPLE.search(file.path):
            names |= _names(read_data(file.path, file.text))
    cohorts = [_cohort(id, parts, names, organiser) for id, parts in sorted(found.items()) if parts.get("projects")]
    if not cohorts:
        example = "ols-1/projects.yaml"
        raise SourceError(_("There is no cohort in this source. I look for files like {example}.", example=example))
    return cohorts


def _slug(text: str) -> str:
    return re.sub("[^a-z0-9]+", "-", text.lower()).strip("-")[:60]


def _names(people: Any) -> dict[str, str]:
    """Return the name behind each id."""
    found = {}
    for id, about in people.items() if isinstance(people, dict) else ():
        if isinstance(about, dict):
            whole = f"{about.get('first-name') or ''} {about.get('last-name') or ''}".strip()
            name = without_contact(str(about.get("name") or whole))
            if name:
                found[_person(id)] = cut(" ".join(name.split()), 60)
    return found


def _person(id: object) -> str:
    """Return an id as every cohort writes it: small letters, and a hyphen for what an id can't have."""
    return re.sub("-+", "-", re.sub("[^a-z0-9]+", "-", str(id).strip().lower())).strip("-")


def _cohort(id: str, parts: Mapping[str, Any], names: Mapping[str, str], organiser: str) -> CohortDraft:
    draft = CohortDraft(id, {})
    series, _dash, number = id.rpartition("-")
    title = id.upper() if series and number.isdigit() and len(series) < 6 else id.replace("-", " ").capitalize()
    draft.fields |= {"title": title, "kind": "group-cohort", "organiser": organiser}
    if series and number.isdigit():
        draft.fields["series"] = series
    schedule: Mapping[str, Any] = parts["schedule"] if isinstance(parts.get("schedule"), dict) else {}
    _dates(draft, schedule)
    roles: dict[str, dict[str, None]] = {}
    projects = list(_projects(draft, parts["projects"], roles))
    _metadata(draft, parts.get("metadata"), roles)
    for speaker in _speakers(schedule):
        _add(draft, roles, speaker, "speaker", "speakers")
    milestones = list(_milestones(schedule))
    draft.fields["milestones"] = _within(draft, "milestones", milestones)
    people = [_one(person, list(had), names) for person, had in sorted(roles.items())]
    draft.fields["people"] = _within(draft, "people", people)
    draft.fields["projects"] = _within(draft, "projects", projects)
    draft.fields["summary"] = _summary(len(projects), len(people))
    draft.fields = {name: value for name, value in draft.fields.items() if value not in ([], "", None)}
    return draft


def _summary(projects: int, people: int) -> str:
    worked = ngettext("{count} project", "{count} projects", projects)
    return _(
        "{projects}, and {people} who took part.",
        projects=worked,
        people=ngettext("{count} person", "{count} people", people),
    )


def _within(draft: CohortDraft, name: str, values: list[dict[str, Any]]) -> list[dict[str, Any]]:
    most = int(schema("program")["properties"][name]["maxItems"])
    if len(values) > most:
        draft.lost[name, TOO_MANY] += len(values) - most
    return values[:most]


def _one(person: str, roles: list[str], names: Mapping[str, str]) -> dict[str, Any]:
    named = {"name": names[person]} if person in names else {}
    return {"id": person, **named, **({"roles": roles} if roles != ["participant"] else {})}


def _add(draft: CohortDraft, roles: dict[str, dict[str, None]], id: object, role: str, where: str) -> str:
    """Note a role of someone; return their id, or nothing where it can't be one."""
    person = _person(id)
    if not _ID.fullmatch(person) or len(person) > 39:
        draft.lost[where, NOT_AN_ID] += 1
        return ""
    roles.setdefault(person, {})[role] = None
    return person


def _projects(draft: CohortDraft, projects: Any, roles: dict[str, dict[str, None]]) -> Iterator[dict[str, Any]]:
    rows = projects.values() if isinstance(projects, dict) else projects
    for row in rows if isinstance(projects, dict | list) else ():
        title = isinstance(row, dict) and _text(row, ("name", "title"), 120)
        if not title:
            draft.lost["projects", N_("it has no name")] += 1
            continue
        members: dict[tuple[str, str], dict[str, str]] = {}
        for name, role in _IN_PROJECTS.items():
            for id in _list(row.get(name)):
                person = _add(draft, roles, id, role, f"projects.{name}")
                if person:
                    members[person, role] = {"id": person} | ({"role": role} if role != "participant" else {})
        status = str(row.get("status") or "").strip().lower()
        if status and status not in _STATUS:
            draft.lost["projects.status", NO_FIELD] += 1
        for name in row:
            if name not in _KNOWN:
                draft.lost[f"projects.{name}", NO_FIELD] += 1
        project = {
            "title": title,
            "summary": _text(row, ("description", "summary"), 400),
            "people": list(members.values())[:40],
            "status": _STATUS.get(status, ""),
            "outcome": _text(row, _OUTCOMES, 400),
            "link": _link(row),
        }
        yield {name: value for name, value in project.items() if value}


def _text(row: Mapping[str, Any], names: Iterable[str], most: int) -> str:
    """Return the first of these texts on one line, without contact details."""
    for name in names:
        value = row.get(name)
        parts = [str(one) for one in _list(value) if isinstance(one, str | int | float)]
        text = " ".join(without_contact("; ".join(parts)).split())
        if text:
            return cut(text, most)
    return ""


def _link(row: Mapping[str, Any]) -> str:
    links = (str(one).strip() for name in _LINKS for one in _list(row.get(name)))
    return next((one for one in links if re.fullmatch(r'https://[^ <>"\n\r\t]{3,190}', one)), "")


def _list(value: Any) -> list[Any]:
    if isinstance(value, list):
        return [one for one in value if one not in (None, "")]
    return [] if value in (None, "") or isinstance(value, dict) else [value]


def _metadata(draft: CohortDraft, metadata: Any, roles: dict[str, dict[str, None]]) -> None:
    for name, value in metadata.items() if isinstance(metadata, dict) else ():
        if name in _LISTED_AS:
            for id in _list(value):
                _add(draft, roles, id, _LISTED_AS[name], f"metadata.{name}")
        elif value:
            draft.lost[f"metadata.{name}", NO_FIELD] += len(value) if isinstance(value, list | dict) else 1


def _dates(draft: CohortDraft, schedule: Mapping[str, Any]) -> None:
    """Set the first and the last day by the weeks, and when people could apply by the timeline."""
    weeks = sorted(_weeks(schedule))
    dated = [(number, start) for number, start, _calls in weeks if start]
    if dated:
        number, start = dated[0]
        draft.fields["starts"] = (start + timedelta(weeks=1 - number)).isoformat()
        draft.fields["ends"] = (dated[-1][1] + timedelta(days=6)).isoformat()
    for name, word in (("opens", "open"), ("closes", "close")):
        for one in _list(schedule.get("timeline")):
            text = str(one.get("description", "")).lower() if isinstance(one, dict) else ""
            if word in text and "appl" in text and name not in draft.fields:
                day = _day(one.get("date"))
                if day:
                    draft.fields[name] = day.isoformat()
    for earlier, later in (("opens", "closes"), ("opens", "starts"), ("closes", "ends"), ("starts", "ends")):
        if draft.fields.get(earlier, "") > draft.fields.get(later, "9"):
            del draft.fields[earlier]
            draft.lost[f"schedule.{earlier}", NOT_A_DATE] += 1


def _weeks(schedule: Mapping[str, Any]) -> Iterator[tuple[int, date | None, list[Any]]]:
    weeks = schedule.get("weeks")
    for number, week in weeks.items() if isinstance(weeks, dict) else ():
        digits = re.search(r"\d+", str(number))
        if digits and isinstance(week, dict):
            yield int(digits[0]), _day(week.get("start")), _list(week.get("calls"))


def _milestones(schedule: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield the calls of a whole cohort, in the order of the weeks."""
    for number, _start, calls in sorted(_weeks(schedule), key=lambda week: week[0]):
        titles = [
            _text(call, ("title",), 100)
            for call in calls
            if isinstance(call, dict) and _CALL.search(f"{call.get('type')} {call.get('title')}")
        ]
        for title in dict.fromkeys(filter(None, titles)):
            if number <= 104:
                yield {"title": title, "week": number}


def _speakers(schedule: Mapping[str, Any]) -> Iterator[Any]:
    for _number, _start, calls in sorted(_weeks(schedule), key=lambda week: week[0]):
        for call in calls:
            for talk in _list(call.get("talks")) if isinstance(call, dict) else ():
                yield from _list(talk.get("speakers") or talk.get("speaker")) if isinstance(talk, dict) else ()


def _day(value: Any) -> date | None:
    text = " ".join(str(value or "").split())
    for form in _DATES:
        try:
            return datetime.strptime(text, form).date()
        except ValueError:
            continue
    return None
