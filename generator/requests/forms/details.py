"""Read the one field that carries what the site knows: a line for each answer, as `name: value`."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.model.vocabulary import fold
from generator.requests.forms.form import Field

FIELD = "details"
MOST_LINES = 30
"""How many lines are read as answers; a form has fewer than ten, and whatever follows is someone's own words."""
_LONGEST_NAME = 60
_LINE = re.compile(r"\s*(?:[-*•] )?\s*([^:：]+)[:：](.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Details:
    """The answers in the field, by the id of the field that each line names, and every other line as it was written."""

    answers: Mapping[str, str]
    others: tuple[str, ...]


def read_details(lines: Iterable[str], fields: Iterable[Field]) -> Details:
    """Read each line that is exactly the name of a field, a colon and an answer; the first of a name counts."""
    ids = {name: field.id for field in fields for name in (*field.labels, fold(field.id))}
    answers: dict[str, str] = {}
    others: list[str] = []
    for line in lines:
        id = _name_in(line, ids) if len(answers) + len(others) < MOST_LINES else None
        if id is not None and id not in answers:
            answers[id] = _LINE.match(line)[2].strip()  # type: ignore[index]
        elif line.strip():
            others.append(line.strip())
    return Details(answers, tuple(others))


def _name_in(line: str, ids: Mapping[str, str]) -> str | None:
    found = _LINE.match(line)
    return ids.get(fold(found[1])) if found and len(found[1]) <= _LONGEST_NAME else None


def write_details(answers: Iterable[tuple[Field, str]]) -> str:
    """Write answers as the field holds them."""
    return "\n".join(f"{field.label}: {' '.join(answer.split())}" for field, answer in answers if answer.strip())
