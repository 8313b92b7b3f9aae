"""Make both sides of a match from plain fields, as the shared tables and JavaScript write them."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from generator.matching.sides import Basis, Candidate, Seeker, candidate_of, seeker_of
from generator.model.directory import Bands, MatchSettings, Weights
from generator.model.vocabulary import Vocabularies
from generator.profiles.build import learner_of, mentor_of, vocabulary_of

_NOT_IN_THE_FILE = ("availability", "openings", "pending", "paused_until")


def basis_from(vocabularies: Mapping[str, list[dict]], today: str, settings: Mapping[str, Any], languages: Mapping[str, str]) -> Basis:
    """Build the basis of matches; a language without a name is called by its tag."""
    words = Vocabularies(skills=vocabulary_of(vocabularies["skills"]), topics=vocabulary_of(vocabularies["topics"]))
    weights, bands = Weights(**settings.get("weights", {})), Bands(**settings.get("bands", {}))
    return Basis(words, date.fromisoformat(today), MatchSettings(weights, bands), lambda tag: languages.get(tag, tag))


def candidate_from(fields: Mapping[str, Any], basis: Basis) -> Candidate:
    """Build a candidate from the API's fields of a mentor."""
    written = {name: value for name, value in fields.items() if name not in _NOT_IN_THE_FILE}
    mentor = mentor_of({"name": fields["github"], "headline": "Hello", **written})
    until = date.fromisoformat(fields["paused_until"]) if "paused_until" in fields else None
    return candidate_of(mentor, basis, fields["availability"], fields["openings"], fields.get("pending", 0), until)


def seeker_from(fields: Mapping[str, Any], basis: Basis) -> Seeker:
    """Build a seeker from the fields of a learner's file."""
    return seeker_of(learner_of(dict(fields)), basis)
