"""Make both sides of a match from plain fields, as the shared tables and JavaScript write them."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from generator.matching.prepared import MatchContext, PreparedMentee, PreparedMentor, prepare_mentee, prepare_mentor
from generator.model.directory import Bands, MatchSettings, Weights
from generator.model.vocabulary import Vocabularies
from generator.profiles.parse import parse_learner, parse_mentor, parse_vocabulary

_NOT_IN_THE_FILE = ("availability", "openings", "pending", "paused_until")


def match_context(
    vocabularies: Mapping[str, list[dict]], today: str, settings: Mapping[str, Any], languages: Mapping[str, str]
) -> MatchContext:
    """Build the context of matches; a language without a name is called by its tag."""
    words = Vocabularies(
        skills=parse_vocabulary(vocabularies["skills"]), topics=parse_vocabulary(vocabularies["topics"])
    )
    weights, bands = Weights(**settings.get("weights", {})), Bands(**settings.get("bands", {}))
    return MatchContext(
        words, date.fromisoformat(today), MatchSettings(weights, bands), lambda tag: languages.get(tag, tag)
    )


def prepared_mentor(fields: Mapping[str, Any], context: MatchContext) -> PreparedMentor:
    """Build a mentor from the API's fields of a mentor."""
    written = {name: value for name, value in fields.items() if name not in _NOT_IN_THE_FILE}
    profile = parse_mentor({"name": fields["github"], "headline": "Hello", **written})
    until = date.fromisoformat(fields["paused_until"]) if "paused_until" in fields else None
    return prepare_mentor(profile, context, fields["availability"], fields["openings"], fields.get("pending", 0), until)


def prepared_mentee(fields: Mapping[str, Any], context: MatchContext) -> PreparedMentee:
    """Build a mentee from the fields of a learner's file."""
    return prepare_mentee(parse_learner(dict(fields)), context)
