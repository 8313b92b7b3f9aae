"""Read a learner for `lodestar match`: from a file, or from the words of a command line. Nothing is kept."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from generator.adapters.filesystem import read_file
from generator.model.learner import Learner
from generator.model.problem import Problem
from generator.model.vocabulary import Vocabularies
from generator.profiles.parse import parse_learner
from generator.profiles.rules.context import RuleContext
from generator.profiles.rules.learner import LEARNER_RULES
from generator.profiles.shape import schema_violations
from generator.profiles.validate import validate
from generator.profiles.violation import Violation


class LearnerFileError(Exception):
    """The words do not describe a learner; the message is for people."""


@dataclass(frozen=True, slots=True)
class ReadLearner:
    """A learner, or None where an error stands in the way, and the problems of the file."""

    learner: Learner | None
    problems: tuple[Problem, ...] = ()


def learner_from_file(path: Path, vocabularies: Vocabularies, today: date) -> ReadLearner:
    """Read a learner's file, which is YAML or JSON; an unreadable one has problems like every other file."""
    file = read_file(path.parent, path.name)
    validated = validate(file, "learner", LEARNER_RULES, RuleContext(today, vocabularies))
    problems = tuple(_in(str(path), problem) for problem in validated.problems)
    return ReadLearner(parse_learner(validated.fields) if isinstance(validated.fields, dict) else None, problems)


def _in(path: str, problem: Problem) -> Problem:
    return Problem(
        path, problem.line, problem.column, problem.end_column, problem.severity, problem.code, problem.message,
        problem.help, problem.excerpt,
    )  # fmt: skip


def learner_from_words(words: dict[str, Any], vocabularies: Vocabularies, today: date) -> Learner:
    """Make a learner of a learner's fields as they were typed; raise LearnerTrouble naming every mistake.

    `want` is a list of words, where "python!" is a must. Other words for a term stand for it.
    """
    fields = {name: list(value) if isinstance(value, tuple) else value for name, value in words.items()}
    if "want" in fields:
        fields["want"] = _wants(fields["want"])
    violations = [found for _, found in schema_violations("learner", fields)]
    malformed = {found.path[0] for found in violations}
    usable = {name: value for name, value in fields.items() if name not in malformed}
    context = RuleContext(today, vocabularies)
    violations += [
        found for _, rule in LEARNER_RULES for found in rule(usable, "", context) if found.severity == "error"
    ]
    if violations:
        raise LearnerFileError("\n".join(map(_line, violations)))
    return parse_learner(fields)


def learner_words(options: Mapping[str, Any]) -> dict[str, Any]:
    """Name what was typed as a learner's file does, without what was not typed."""
    style = {axis: options[axis] for axis in ("structure", "guidance") if options[axis]}
    fields = {name: options[option] for option, name in _FIELDS.items()}
    return {name: value for name, value in (fields | {"style": style}).items() if value}


_FIELDS = {
    "want": "want", "topic": "topics", "goal": "goals", "stage": "stage", "commitment": "commitment", "relationship_type": "relationship_types",
    "language": "languages", "timezone": "timezone", "window": "windows", "meet": "formats", "most_important": "most_important",
}  # fmt: skip
"""Which field of a learner's file each option of the command line fills."""


def _wants(words: Iterable[str]) -> list[dict[str, str]]:
    return [{"skill": word.rstrip("!"), "importance": "must" if word.endswith("!") else "nice"} for word in words]


def _line(found: Violation) -> str:
    return f"{found.message}: {found.help}"
