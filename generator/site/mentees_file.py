"""What the browser needs to compare a mentor with those who look for one: `api/mentees.json`, fetched when a mentor asks."""

from dataclasses import asdict
from json import JSONEncoder
from typing import Any

from generator.matching.report import learner_fields
from generator.model.vocabulary import Term
from generator.site.page import PlainFile
from generator.site.site_context import SiteContext
from generator.text.languages import language

VERSION = 1
_encode = JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False).encode


def mentees_file(site: SiteContext) -> PlainFile:
    """Make the file: everyone who looks for a mentor, as a learner file states it, with the words and weights of a match."""
    directory, people = site.directory, site.mentee_fit.people
    tags = {tag for mentor in directory.mentors.values() for tag in mentor.languages} if people else set()
    content = {
        "version": VERSION,
        "built": site.exact.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "settings": asdict(directory.settings.match),
        "languages": {tag: language(tag) for tag in sorted(tags)},
        "vocabularies": {
            kind: [_term(term) for term in directory.vocabularies.of_kind(kind).terms.values()] if people else []
            for kind in ("skills", "topics")
        },
        "mentees": [
            {
                "handle": handle,
                "name": person.name,
                "until": site.mentees[handle].isoformat(),
                "learner": learner_fields(person.wants.learner),
            }
            for handle, person in people.items()
        ],
    }
    return PlainFile("api/mentees.json", _encode(content).encode())


def _term(term: Term) -> dict[str, Any]:
    near = {"broader": list(term.broader), "related": list(term.related)}
    return {"id": term.id, "label": term.label} | {name: ids for name, ids in near.items() if ids}
