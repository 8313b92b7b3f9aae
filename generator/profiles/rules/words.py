"""Rules on words that must be known: skills, topics, domains, career paths, programs, roadmaps, mentors."""

from collections.abc import Iterable, Iterator
from typing import Any

from generator.model.vocabulary import Vocabulary
from generator.profiles.rules.context import Rule, RuleContext
from generator.profiles.violation import FieldPath, Violation, field_name, quoted
from generator.text.closest import closest


def skill_is_known(fields: dict[str, Any], stem: str, context: RuleContext) -> Iterator[Violation]:
    """A skill is not in the community's vocabulary.

    Mentees filter by skills, and two spellings of one skill would hide each other. Take the id that the
    message offers. A skill that is really new goes into vocabulary/skills.yml, in the same pull request.
    """
    known = context.vocabularies.skills
    for name in ("skills", "can_introduce"):
        yield from _unknown_terms(fields.get(name, ()), (name,), known, "skill", "skills.yml")
    learning = fields.get("learning") or {}
    yield from _unknown_terms(learning.get("skills", ()), ("learning", "skills"), known, "skill", "skills.yml")


def topic_is_known(fields: dict[str, Any], stem: str, context: RuleContext) -> Iterator[Violation]:
    """A topic is not in the community's vocabulary.

    Take the id that the message offers, or add the topic to vocabulary/topics.yml in the same pull
    request.
    """
    yield from _unknown_terms(fields.get("topics", ()), ("topics",), context.vocabularies.topics, "topic", "topics.yml")


def domain_is_known(fields: dict[str, Any], stem: str, context: RuleContext) -> Iterator[Violation]:
    """A domain is not in the community's vocabulary.

    Take the id that the message offers, or add the domain to vocabulary/domains.yml in the same pull
    request.
    """
    yield from _unknown_terms(
        fields.get("domains", ()), ("domains",), context.vocabularies.domains, "domain", "domains.yml"
    )


def career_path_is_known(fields: dict[str, Any], stem: str, context: RuleContext) -> Iterator[Violation]:
    """A career path is not in the community's vocabulary.

    Take the id that the message offers, or add the path to vocabulary/career-paths.yml in the same pull
    request.
    """
    yield from _unknown_terms(
        fields.get("career_paths", ()),
        ("career_paths",),
        context.vocabularies.career_paths,
        "career path",
        "career-paths.yml",
    )


def _unknown_terms(
    words: Iterable[str], path: FieldPath, known: Vocabulary, noun: str, file: str
) -> Iterator[Violation]:
    terms = known.terms
    if not terms:  # the vocabulary itself has a problem, which is reported there
        return
    for position, word in enumerate(words):
        if word in terms:
            continue
        meant = known.find(word)
        if meant:
            help = f"write {quoted(meant)}, which stands for {known.label(meant)}"
        else:
            close = closest(word.lower(), list(terms)) or known.find(closest(word.lower(), list(known.spellings)) or "")
            help = f"did you mean {quoted(close)}? " if close else ""
            help += f"All are listed in vocabulary/{file}; a new one can be added there in the same pull request"
        yield Violation((*path, position), f"{quoted(word)} is not a known {noun}", help)


def skill_is_listed_once(fields: dict[str, Any], stem: str, context: RuleContext) -> Iterator[Violation]:
    """A skill stands both in `skills` and in `can_introduce`.

    The first means "I can teach it with confidence", the second "I can get somebody started". Keep the
    one that is true; the skill counts as the first until then.
    """
    taught = fields.get("skills", ())
    for position, word in enumerate(fields.get("can_introduce", ())):
        if word in taught:
            yield Violation(
                ("can_introduce", position),
                f"{quoted(word)} is in 'skills' as well",
                "keep it in one of the two lists",
                severity="hint",
            )


def program_exists(fields: dict[str, Any], stem: str, context: RuleContext) -> Iterator[Violation]:
    """A profile names a program that is not there.

    Programs are the files in programs/. Take the offered id, or delete it if the program is gone.
    """
    yield from _unknown_ids(fields.get("programs", ()), ("programs",), context.programs, "program", "programs/")


def roadmap_exists(fields: dict[str, Any], stem: str, context: RuleContext) -> Iterator[Violation]:
    """A profile or a program names a roadmap that is not there.

    Roadmaps are the files in programs/roadmaps/. Take the offered id, or delete it.
    """
    named = (fields["roadmap"],) if isinstance(fields.get("roadmap"), str) else ()
    yield from _unknown_ids(
        fields.get("roadmaps", ()), ("roadmaps",), context.roadmaps, "roadmap", "programs/roadmaps/"
    )
    for name in named:
        for found in _unknown_ids((name,), ("roadmap",), context.roadmaps, "roadmap", "programs/roadmaps/"):
            yield Violation(("roadmap",), found.message, found.help)


def mentor_exists(fields: dict[str, Any], stem: str, context: RuleContext) -> Iterator[Violation]:
    """A program or roadmap names a mentor who has no profile.

    Each mentor's name becomes a link to their page. Check the spelling of the handle, or ask the person
    to add their profile first.
    """
    for name in ("mentors", "authors"):
        words = [word.lower() for word in fields.get(name, ())]
        yield from _unknown_ids(words, (name,), context.handles, "mentor", "mentors/")


def _unknown_ids(
    words: Iterable[str], path: FieldPath, known: frozenset[str], noun: str, folder: str
) -> Iterator[Violation]:
    for position, word in enumerate(words):
        if word not in known:
            close = closest(word.lower(), sorted(known))
            help = (
                f"did you mean {quoted(close)}?"
                if close
                else f"the files in {folder} are all there are; check the spelling or delete it"
            )
            yield Violation(
                (*path, position), f"there is no {noun} {quoted(word)}, named in {quoted(field_name(path))}", help
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
