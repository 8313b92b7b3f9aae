"""Turn the fields of files that passed every check into the values of the model."""

from collections.abc import Iterable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from generator.model.community import Community, Event, SharedResource
from generator.model.directory import (
    Bands,
    Days,
    Freshness,
    Joining,
    Limits,
    Look,
    MatchSettings,
    RequestSettings,
    Settings,
    Weights,
)
from generator.model.learner import Learner, Want
from generator.model.mentor import Calls, Contact, Expectations, Learning, Location, Mentor, OfficeHour, Style, Window
from generator.model.program import (
    Milestone,
    Participant,
    Program,
    Project,
    ProjectMember,
    ProposedPair,
    Resource,
    Roadmap,
    Step,
)
from generator.model.story import Story
from generator.model.vocabulary import Phrases, Term, Vocabulary
from generator.profiles.rules.times import parse_date, parse_window


def parse_mentor(fields: dict[str, Any], file_name: str = "") -> Mentor:
    """Build a mentor from a file of a name, without its ending; lists become tuples, dates and windows are read."""
    ready: dict[str, Any] = {name: tuple(value) if value.__class__ is list else value for name, value in fields.items()}
    for name, build in _NESTED:
        if name in ready:
            ready[name] = build(ready[name])
    ready.setdefault("github", None)
    if ready.get("offer_to_mentor") is False:
        ready = {"skills": (), "commitment": "", "capacity": 0} | ready
    return Mentor(**ready, file_name=file_name)


def _windows(texts: tuple[str, ...]) -> tuple[Window, ...]:
    return tuple(Window(*window) for text in texts if (window := parse_window(text)))


def _learning(fields: dict[str, Any]) -> Learning:
    return Learning(
        tuple(fields.get("skills", ())), tuple(fields.get("goals", ())), fields.get("stage"), _date(fields, "until")
    )


_NESTED = (
    ("style", lambda fields: Style(**fields)),
    ("calls", lambda fields: Calls(**fields)),
    ("location", lambda fields: Location(**fields)),
    ("windows", _windows),
    ("office_hours", lambda hours: tuple(OfficeHour(**hour | {"first": _date(hour, "first")}) for hour in hours)),
    ("expectations", lambda fields: Expectations(**fields)),
    ("contact", lambda fields: Contact(**fields)),
    ("links", lambda links: tuple(links.items())),
    ("last_confirmed", parse_date),
    ("learning", _learning),
)


def _as_tuple(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _date(fields: dict[str, Any], name: str) -> date | None:
    return parse_date(fields[name]) if name in fields else None


def _resources(fields: dict[str, Any]) -> tuple[Resource, ...]:
    return tuple(Resource(**resource) for resource in fields.get("resources", ()))


def parse_program(program_id: str, fields: dict[str, Any]) -> Program:
    """Build a program under the name of its file; handles become lower case."""
    ready: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in fields.items()}
    for name in ("opens", "closes", "starts", "ends"):
        ready[name] = _date(fields, name)
    ready["milestones"] = tuple(Milestone(**milestone) for milestone in fields.get("milestones", ()))
    ready["resources"] = _resources(fields)
    ready["mentors"] = _handles(fields, "mentors")
    ready["coordinators"] = _handles(fields, "coordinators")
    ready["pairs"] = tuple(ProposedPair(one["issue"], one["mentor"].lower()) for one in fields.get("pairs", ()))
    ready["people"] = tuple(_participant(one) for one in fields.get("people", ()))
    ready["projects"] = tuple(_project(one) for one in fields.get("projects", ()))
    return Program(id=program_id, **ready)


def _participant(fields: dict[str, Any]) -> Participant:
    ready = {name: _as_tuple(value) for name, value in fields.items()}
    return Participant(**{**ready, "id": fields["id"].lower()})


def _project(fields: dict[str, Any]) -> Project:
    people = (ProjectMember(**{**one, "id": one["id"].lower()}) for one in fields.get("people", ()))
    return Project(**{**fields, "people": tuple(people)})


def parse_roadmap(roadmap_id: str, fields: dict[str, Any]) -> Roadmap:
    """Build a roadmap under the name of its file."""
    steps = tuple(
        Step(
            **{
                **step,
                "do": tuple(step.get("do", ())),
                "prompts": tuple(step.get("prompts", ())),
                "resources": _resources(step),
            }
        )
        for step in fields["steps"]
    )
    return Roadmap(
        id=roadmap_id,
        title=fields["title"],
        stage=fields["stage"],
        skills=tuple(fields["skills"]),
        steps=steps,
        summary=fields.get("summary", ""),
        authors=_handles(fields, "authors"),
        reviewed=_date(fields, "reviewed"),
    )


def parse_story(story_id: str, fields: dict[str, Any], text: str) -> Story:
    """Build a story under the name of its file."""
    ready: dict[str, Any] = {name: _as_tuple(value) for name, value in fields.items()}
    ready["date"] = _date(fields, "date")
    ready["mentor"] = fields.get("mentor", "").lower()
    return Story(id=story_id, text=text, **ready)


def parse_event(fields: dict[str, Any]) -> Event:
    """Build an event; its dates are read."""
    ready: dict[str, Any] = {name: _as_tuple(value) for name, value in fields.items()}
    ready |= {name: _date(fields, name) for name in ("date", "until")}
    ready["not_on"] = tuple(day for text in fields.get("not_on", ()) if (day := parse_date(text)))
    return Event(**ready)


def parse_community(fields: dict[str, Any]) -> Community:
    """Build a community; lists become tuples."""
    return Community(**{name: _as_tuple(value) for name, value in fields.items()})


def parse_shared_resource(fields: dict[str, Any]) -> SharedResource:
    """Build a link that the community recommends; lists become tuples."""
    return SharedResource(**{name: _as_tuple(value) for name, value in fields.items()})


def parse_phrases(files: Iterable[Mapping[str, Any]]) -> Phrases:
    """Join the files of phrases, one for each language, by vocabulary and id."""
    joined: dict[str, dict[str, tuple[str, ...]]] = {}
    for fields in files:
        for kind, terms in fields.items():
            there = joined.setdefault(kind, {})
            for term in terms:
                there[term["id"]] = (*there.get(term["id"], ()), *term["phrases"])
    return joined


def parse_vocabulary(terms: list[dict[str, Any]]) -> Vocabulary:
    """Build a vocabulary; lists of a term become tuples."""
    return Vocabulary.of(tuple(Term(**{name: _as_tuple(value) for name, value in term.items()}) for term in terms))


def parse_settings(fields: dict[str, Any]) -> Settings:
    """Build the community's settings."""
    ready = {**fields, "coordinators": _handles(fields, "coordinators")}
    ready["freshness"] = Freshness.of(fields.get("freshness", {}))
    match = fields.get("match", {})
    ready["match"] = MatchSettings(Weights(**match.get("weights", {})), Bands(**match.get("bands", {})))
    requests = fields.get("requests", {})
    ready["requests"] = RequestSettings(
        **{
            **requests,
            "days": Days(**requests.get("days", {})),
            "limits": Limits(**requests.get("limits", {})),
            "memory_signed_since": _date(requests, "memory_signed_since"),
        }
    )
    ready["look"] = Look(**fields.get("look", {}))
    ready["joining"] = Joining(**fields.get("joining", {}))
    ready["github_ids"] = MappingProxyType({one["github"].lower(): one["id"] for one in fields.get("github_ids", ())})
    return Settings(**ready)


def parse_learner(fields: dict[str, Any]) -> Learner:
    """Build a learner file; lists become tuples, windows are read."""
    ready: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in fields.items()}
    ready["want"] = tuple(Want(**want) for want in fields.get("want", ()))
    ready["style"] = Style(**fields.get("style", {}))
    ready["windows"] = _windows(ready.get("windows", ()))
    return Learner(**ready)


def _handles(fields: dict[str, Any], name: str) -> tuple[str, ...]:
    return tuple(handle.lower() for handle in fields.get(name, ()))


def sorted_proxy(values: dict[str, Any]) -> Mapping[str, Any]:
    """Freeze a dictionary in the order of its keys."""
    return MappingProxyType(dict(sorted(values.items())))
