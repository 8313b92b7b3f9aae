"""Describe the JSON that the site publishes: `api/openapi.json`, an OpenAPI 3.1 document made from schemas and settings.

What a profile may hold is in its schema, which the site publishes too; only what is added to it is written here.
docs/reference/data.md says the same for people.
"""

import json
from typing import Any

from generator import __version__
from generator.insight.pulse import COUNT, DAYS, SHARE
from generator.model.availability import AVAILABILITY
from generator.model.directory import Settings
from generator.model.pulse import FEWEST
from generator.schema import field_choices, schema
from generator.site.page import PlainFile

PATH = "api/openapi.json"
_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_AVAILABILITY = {
    "enum": [name for name, row in AVAILABILITY.items() if row.listed],
    "description": "People can send a request where it is one of: "
    + ", ".join(name for name, row in AVAILABILITY.items() if row.can_be_asked),
}
_TEXT = {"type": "string"}
_TEXTS = {"type": "array", "items": _TEXT}
_COUNT = {"type": "integer", "minimum": 0}
_DAY = {"type": "string", "format": "date"}
_TIME = {"type": "string", "format": "date-time"}
_HANDLE = {"type": "string", "pattern": "^[a-z0-9-]+$", "description": "The name of their file, as addresses use it."}
_VERSION = {"const": 1, "description": "The shape stays as it is while this does; new keys may be added."}
_HEADER = {"version": _VERSION, "built": {**_TIME, "description": "When the site was built, in UTC."}}


def api_description(settings: Settings) -> PlainFile:
    """Make the document for one directory; links to schemas are relative to its own address."""
    document = {
        "openapi": "3.1.0",
        "jsonSchemaDialect": _DIALECT,
        "info": {
            "title": f"{settings.name}: data",
            "version": __version__,
            "description": "Static files of a mentor directory. No key, no limits. Please don't contact people by it.",
        },
        "servers": [{"url": settings.site_url or "../"}],
        "paths": {
            "/api/mentors.json": _get("Everyone who is listed, by handle", "MentorList"),
            "/api/mentors/{handle}.json": _get(
                "One mentor's whole profile, and what follows from it", "Mentor", "handle"
            ),
            "/api/mentors/{handle}.yml": _file("One mentor's file, as they wrote it", "application/yaml", "handle"),
            "/api/mentees.json": _get("Everyone who looks for a mentor now", "MenteeList"),
            "/api/pulse.json": _get("How the community is doing, in figures", "Pulse"),
            "/feeds/mentors.xml": _file("The newest profiles", "application/atom+xml"),
            "/feeds/requests.xml": _file("The open requests that changed last", "application/atom+xml"),
            "/feeds/requests/{handle}.xml": _file("One mentor's open requests", "application/atom+xml", "handle"),
            "/calendars/all.ics": _file("Every office hour, event and program", "text/calendar"),
            "/calendars/{handle}.ics": _file("One mentor's office hours", "text/calendar", "handle"),
        },
        "components": {
            "schemas": {
                "MentorList": _object(_HEADER | {"mentors": {"type": "array", "items": _ref("MentorSummary")}}),
                "MentorSummary": _summary(),
                "Mentor": _mentor(),
                "MenteeList": _mentees(),
                "Pulse": _pulse(),
            }
        },
    }
    return PlainFile(PATH, json.dumps(document, ensure_ascii=False, indent=1).encode())


def _ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


def _object(properties: dict[str, Any], *optional: str) -> dict[str, Any]:
    required = [name for name in properties if name not in optional]
    return {"type": "object", "required": required, "properties": properties}


def _get(summary: str, name: str, *parameters: str) -> dict[str, Any]:
    return _answer(summary, {"application/json": {"schema": _ref(name)}}, parameters)


def _file(summary: str, media: str, *parameters: str) -> dict[str, Any]:
    return _answer(summary, {media: {"schema": _TEXT}}, parameters)


def _answer(summary: str, content: dict[str, Any], parameters: tuple[str, ...]) -> dict[str, Any]:
    named = [{"name": name, "in": "path", "required": True, "schema": _HANDLE} for name in parameters]
    missing = {"404": {"description": "There is no such file, or nobody with this handle is listed."}}
    return {
        "get": {
            "summary": summary,
            **({"parameters": named} if named else {}),
            "responses": {"200": {"description": summary, "content": content}, **missing},
        }
    }


def _stated(name: str) -> dict[str, str]:
    """Return where the schema of profiles describes one of its fields."""
    return {"$ref": f"../schema/mentor.json#/properties/{name}"}


def _summary() -> dict[str, Any]:
    properties = {
        "handle": _HANDLE,
        "github": {"type": ["string", "null"], "description": "The login, or null without an account."},
        **{name: _stated(name) for name in ("name", "headline", "skills", "languages", "timezone", "location")},
        "commitment": {"enum": ["", *field_choices("mentor", "commitment")]},
        "availability": _AVAILABILITY,
        "openings": {**_COUNT, "description": "Open spots."},
        "pending": {**_COUNT, "description": "Requests that wait for their answer."},
        "url": {**_TEXT, "description": "Their page, from the site's root."},
        "json": {**_TEXT, "description": "The file with the whole profile, from the site's root."},
    }
    return _object(properties, "location")


def _mentor() -> dict[str, Any]:
    fields = schema("mentor")["properties"]
    known = {
        "active": {**_COUNT, "description": "Mentees they have now."},
        "pending": _COUNT,
        "openings": _COUNT,
        "availability": _AVAILABILITY,
    }
    perhaps = {
        "paused_until": {**_DAY, "description": "The last day of a pause."},
        "availability_after": _AVAILABILITY,
        "places": {**_COUNT, "description": "Spots set with a command, where they differ from `capacity`."},
        "confirmed": {**_DAY, "description": "The day they were last heard from, if later than `last_confirmed`."},
        "completed": {**_COUNT, "description": "Completed mentorships."},
        "response": {**_TEXT, "description": "How soon they usually answer."},
        "last_asked": _DAY,
    }
    stated = {name: _stated(name) for name in fields}
    return _object({"version": _VERSION, "handle": _HANDLE, **stated, **known, **perhaps}, *stated, *perhaps)


def _mentees() -> dict[str, Any]:
    person = _object(
        {
            "handle": _HANDLE,
            "name": _stated("name"),
            "until": {**_DAY, "description": "Show nobody after this day."},
            "learner": {"type": "object", "description": "What they want, as in a learner file."},
        }
    )
    words = {name: {"type": "object"} for name in ("settings", "languages", "vocabularies")}
    return _object(_HEADER | words | {"mentees": {"type": "array", "items": person}})


def _pulse() -> dict[str, Any]:
    figure = _object(
        {
            "name": _TEXT,
            "kind": {"enum": [COUNT, SHARE, DAYS], "description": "A share is from 0 to 1."},
            "value": {"type": ["number", "null"], "description": "Null where fewer than `fewest` are known."},
            "of": {"type": ["integer", "null"], "description": "How many it was made from; null for a count."},
            "meaning": _TEXT,
        }
    )
    month = _object({"first": _DAY, "yes": _COUNT, "no": _COUNT, "unanswered": _COUNT, "open": _COUNT})
    demand = _object({"list": _TEXT, "id": _TEXT, "asked": _COUNT, "offered": _COUNT, "free": _COUNT})
    properties = {
        **_HEADER,
        "since": _DAY,
        "fewest": {"const": FEWEST, "description": "No share and no middle is made of fewer."},
        "figures": {"type": "array", "items": figure},
        "first_answers": {"type": "array", "items": _COUNT, "description": "How many waited how long."},
        "months": {"type": "array", "items": month},
        "demand": {"type": "array", "items": demand},
    }
    return _object(properties)
