"""Rules on words that must be known: skills, topics, domains, career paths, programs, roadmaps, mentors."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Any

from generator.model.vocabulary import Vocabulary, fold
from generator.profiles.rules.context import Rule, RuleContext
from generator.profiles.violation import FieldPath, Violation, field_name, quoted
from generator.profiles.yaml_writer import yaml_value
from generator.text.catalogue import N_, _
from generator.text.closest import closest, misspelt

_NOT_KNOWN = {
    "skills": N_("{word} is not a known skill"),
    "topics": N_("{word} is not a known topic"),
    "domains": N_("{word} is not a known domain"),
    "career_paths": N_("{word} is not a known career path"),
}
_NOT_THERE = {
    "programs": N_("{field} names {word}, but there is no such program"),
    "roadmaps": N_("{field} names {word}, but there is no such roadmap"),
    "mentors": N_("{field} names {word}, but there is no such mentor"),
}
_FOLDERS = {"programs": "programs/", "roadmaps": "programs/roadmaps/", "mentors": "mentors/"}


def skill_is_known(fields: dict[str, Any], stem: str, context: RuleContext) -> Iterator[Violation]:
    """Find skills that are not in the vocabulary, in all three fields that name skills."""
    known = context.vocabularies.skills
    for name in ("skills", "can_introduce"):
        yield from unknown_terms(fields.get(name, ()), (name,), known, "skills")
    learning = fields.get("learning") or {}
    yield from unknown_terms(learning.get("skills", ()), ("learning", "skills"), known, "skills")


def topic_is_known(fields: dict[str, Any], stem: str, context: RuleContext) -> Iterator[Violation]:
    """Find topics that are not in the vocabulary."""
    yield from unknown_terms(fields.get("topics", ()), ("topics",), context.vocabularies.topics, "topics")


def domain_is_known(fields: dict[str, Any], stem: str, context: RuleContext) -> Iterator[Violation]:
    """Find domains that are not in the vocabulary."""
    yield from unknown_terms(fields.get("domains", ()), ("domains",), context.vocabularies.domains, "domains")


def career_path_is_known(fields: dict[str, Any], stem: str, context: RuleContext) -> Iterator[Violation]:
    """Find career paths that are not in the vocabulary."""
    known = context.vocabularies.career_paths
    yield from unknown_terms(fields.get("career_paths", ()), ("career_paths",), known, "career_paths")


def unknown_terms(words: Iterable[str], path: FieldPath, known: Vocabulary, kind: str) -> Iterator[Violation]:
    """Find words that are no ids of a vocabulary, and say what may be meant."""
    terms = known.terms
    if not terms:  # the vocabulary itself has a problem, which is reported there
        return
    for position, word in enumerate(words):
        if word not in terms:
            file = f"vocabulary/{kind.replace('_', '-')}.yml"
            yield Violation((*path, position), _(_NOT_KNOWN[kind], word=quoted(word)), _term_help(word, known, file))


def _term_help(word: str, known: Vocabulary, file: str) -> str:
    near = known.find(misspelt(fold(word), list(known.spellings)) or "")
    if near:
        return _(
            "did you mean {word}? If it's new, add it to {file} in the same pull request: {line}",
            word=quoted(near),
            file=file,
            line=new_term_line(word),
        )
    return _(
        "if it's new, add it to {file} in the same pull request: {line}",
        file=file,
        line=new_term_line(word),
    )


def new_term_line(word: str) -> str:
    """Write the line that adds a word to a vocabulary."""
    plain = unicodedata.normalize("NFKD", word).encode("ascii", "ignore").decode()
    for sign, name in (("++", " plus plus"), ("#", " sharp"), ("&", " and "), ("+", " plus")):
        plain = plain.replace(sign, name)
    id = re.sub("[^a-z0-9]+", "-", plain.lower()).strip("-")[:60].strip("-")
    return "- " + yaml_value({"id": id or "the-id", "label": " ".join(word.split())[:60]})


def skill_is_listed_once(fields: dict[str, Any], stem: str, context: RuleContext) -> Iterator[Violation]:
    """Find skills that are both in `skills` and in `can_introduce`."""
    taught = fields.get("skills", ())
    for position, word in enumerate(fields.get("can_introduce", ())):
        if word in taught:
            yield Violation(
                ("can_introduce", position),
                _("{word} is also in 'skills'", word=quoted(word)),
                _("keep it in only one of the two lists"),
                severity="hint",
            )


def program_exists(fields: dict[str, Any], stem: str, context: RuleContext) -> Iterator[Violation]:
    """Find programs that a profile names and that have no file."""
    yield from _unknown_ids(fields.get("programs", ()), ("programs",), context.programs, "programs")


def program_of_event_exists(fields: dict[str, Any], stem: str, context: RuleContext) -> Iterator[Violation]:
    """Find the program that an event belongs to and that has no file."""
    named = fields.get("program")
    if isinstance(named, str) and named not in context.programs:
        yield _unknown_id(named, ("program",), context.programs, "programs")


def roadmap_exists(fields: dict[str, Any], stem: str, context: RuleContext) -> Iterator[Violation]:
    """Find roadmaps that a profile or a program names and that have no file."""
    yield from _unknown_ids(fields.get("roadmaps", ()), ("roadmaps",), context.roadmaps, "roadmaps")
    named = fields.get("roadmap")
    if isinstance(named, str) and named not in context.roadmaps:
        yield _unknown_id(named, ("roadmap",), context.roadmaps, "roadmaps")


def mentor_exists(fields: dict[str, Any], stem: str, context: RuleContext) -> Iterator[Violation]:
    """Find mentors that a program or a roadmap names and that have no profile."""
    for name in ("mentors", "authors"):
        words = [word.lower() for word in fields.get(name, ())]
        yield from _unknown_ids(words, (name,), context.handles, "mentors")


def mentor_of_story_exists(fields: dict[str, Any], stem: str, context: RuleContext) -> Iterator[Violation]:
    """Find the mentor of a story who has no profile."""
    named = fields.get("mentor")
    if isinstance(named, str) and named.lower() not in context.handles:
        yield _unknown_id(named.lower(), ("mentor",), context.handles, "mentors")


def _unknown_ids(words: Iterable[str], path: FieldPath, known: frozenset[str], kind: str) -> Iterator[Violation]:
    for position, word in enumerate(words):
        if word not in known:
            yield _unknown_id(word, (*path, position), known, kind)


def _unknown_id(word: str, path: FieldPath, known: frozenset[str], kind: str) -> Violation:
    close = closest(word.lower(), sorted(known), 0.8)
    message = _(_NOT_THERE[kind], field=quoted(field_name(path)), word=quoted(word))
    if close:
        return Violation(path, message, _("did you mean {word}?", word=quoted(close)))
    return Violation(
        path,
        message,
        _("the files in {folder} are all there are; check the spelling or delete it", folder=_FOLDERS[kind]),
    )


WORD_RULES: tuple[Rule, ...] = (
    ("unknown-skill", skill_is_known),
    ("unknown-topic", topic_is_known),
    ("unknown-domain", domain_is_known),
    ("unknown-career-path", career_path_is_known),
    ("skill-twice", skill_is_listed_once),
    ("unknown-program", program_exists),
    ("unknown-roadmap", roadmap_exists),
)
"""What holds for the words of a mentor's file."""
