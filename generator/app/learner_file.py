"""Read a learner file for `lodestar match`: from a file, or from the options of a command. Nothing is kept."""

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from generator.adapters.filesystem import read_file
from generator.model.errors import CallError, LodestarError
from generator.model.learner import Learner
from generator.model.problem import Problem
from generator.model.vocabulary import Vocabularies
from generator.profiles.parse import parse_learner
from generator.profiles.report import as_text
from generator.profiles.rules.context import RuleContext
from generator.profiles.rules.learner import LEARNER_RULES
from generator.profiles.shape import schema_violations
from generator.profiles.spellings import read_spellings
from generator.profiles.validate import validate
from generator.profiles.violation import Violation
from generator.text.catalogue import _


class LearnerFileError(LodestarError):
    """The file has problems; the message lists all of them."""


def learner_from_file(path: Path, vocabularies: Vocabularies, today: date) -> Learner:
    """Read a learner's file, which is YAML or JSON; raise LearnerFileError with its problems where it has errors."""
    if not path.exists():
        raise LearnerFileError(_("There is no file {path}. Check the name after --learner.", path=path))
    file = read_file(path.parent, path.name)
    validated = validate(file, "learner", LEARNER_RULES, RuleContext(today, vocabularies))
    if not isinstance(validated.fields, dict):
        problems = tuple(_in(str(path), problem) for problem in validated.problems)
        raise LearnerFileError(as_text(problems, 1))
    return parse_learner(validated.fields)


def _in(path: str, problem: Problem) -> Problem:
    return Problem(
        path, problem.line, problem.column, problem.end_column, problem.severity, problem.code, problem.message,
        problem.help, problem.excerpt,
    )  # fmt: skip


def learner_from_options(options: dict[str, Any], vocabularies: Vocabularies, today: date) -> Learner:
    """Make a learner file of the fields that were typed as options; raise CallError naming every mistake.

    `want` is a list of skills, where "python!" is a must. Synonyms of a term count as the term.
    """
    fields = {name: list(value) if isinstance(value, tuple) else value for name, value in options.items()}
    if "want" in fields:
        fields["want"] = _wants(fields["want"])
    return learner_from_fields(fields, RuleContext(today, vocabularies))


def learner_from_fields(fields: dict[str, Any], context: RuleContext) -> Learner:
    """Make a learner file of fields as YAML or JSON has them; raise CallError naming every mistake, one a line."""
    fields = read_spellings("learner", fields, context).fields
    violations = [found for _, found in schema_violations("learner", fields)]
    malformed = {found.path[0] for found in violations}
    usable = {name: value for name, value in fields.items() if name not in malformed}
    violations += [
        found for _, rule in LEARNER_RULES for found in rule(usable, "", context) if found.severity == "error"
    ]
    if violations:
        raise CallError("\n".join(map(_line, violations)))
    return parse_learner(fields)


def learner_fields(options: Mapping[str, Any]) -> dict[str, Any]:
    """Name what was typed as a learner's file does, without what was not typed."""
    style = {axis: options[axis] for axis in ("structure", "guidance") if options[axis]}
    fields = {name: options[option] for option, name in _FIELDS.items()}
    return {name: value for name, value in (fields | {"style": style}).items() if value}


_FIELDS = {
    "want": "want", "topic": "topics", "goal": "goals", "stage": "stage", "commitment": "commitment", "relationship_type": "relationship_types",
    "language": "languages", "timezone": "timezone", "window": "windows", "meet": "formats", "most_important": "most_important",
}  # fmt: skip
"""Which field of a learner's file each option of the command line fills."""


def _wants(skills: Iterable[str]) -> list[dict[str, str]]:
    return [{"skill": skill.rstrip("!"), "importance": "must" if skill.endswith("!") else "nice"} for skill in skills]


def _line(found: Violation) -> str:
    return f"{found.message}: {found.help}"
