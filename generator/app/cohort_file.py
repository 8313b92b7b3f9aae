"""Read a cohort's applications for `lodestar pair`. Nothing is kept."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from generator.adapters.filesystem import read_file
from generator.app.learner_file import learner_from_fields
from generator.model.cohort import Application, Cohort, Pair
from generator.model.directory import Directory
from generator.model.errors import CallError, LodestarError
from generator.profiles.report import as_text
from generator.profiles.rules.context import RuleContext
from generator.profiles.validate import validate
from generator.text.catalogue import _
from generator.text.closest import closest

LARGEST_COHORT = 8 * 1024 * 1024
"""Bytes; ten thousand applications of ordinary length."""


class CohortFileError(LodestarError):
    """The file has problems; the message lists all of them."""


def cohort_from_file(path: Path, program: str, context: RuleContext) -> Cohort:
    """Read applications, which are YAML or JSON; raise a LodestarError with every problem where there are some."""
    if not path.exists():
        raise CohortFileError(_("There is no file {path}. Check the name after --applications.", path=path))
    validated = validate(read_file(path.parent, path.name, LARGEST_COHORT), "cohort", (), context)
    if not isinstance(validated.fields, dict):
        problems = tuple(replace(problem, path=str(path)) for problem in validated.problems)
        raise CohortFileError(as_text(problems, 1))
    fields = validated.fields
    return Cohort(
        program,
        tuple(_applications(fields["applications"], context)),
        tuple(_pairs(fields.get("locks", ()))),
        frozenset(_pairs(fields.get("vetoes", ()))),
        {one["mentor"].lower(): one["spots"] for one in fields.get("capacities", ())},
    )


def _applications(listed: Iterable[dict[str, Any]], context: RuleContext) -> Iterator[Application]:
    wrong: list[str] = []
    for fields in listed:
        mentee = fields["mentee"].lower()
        try:
            learner = learner_from_fields(fields["learner"], context)
        except CallError as problems:
            wrong += [f"{mentee}: {line}" for line in str(problems).splitlines()]
            continue
        choices, avoid = (tuple(name.lower() for name in fields.get(which, ())) for which in ("choices", "avoid"))
        yield Application(mentee, learner, fields.get("issue"), choices, avoid)
    if wrong:
        raise CohortFileError("\n".join(wrong))


def _pairs(listed: Iterable[dict[str, str]]) -> Iterator[Pair]:
    for pair in listed:
        yield pair["mentee"].lower(), pair["mentor"].lower()


def check_names(cohort: Cohort, directory: Directory) -> None:
    """Raise CallError where a name is unknown, where someone applied twice, or where decisions contradict."""
    mentees = [application.mentee for application in cohort.applications]
    wrong = [
        _("{mentee} is there twice. Keep one application for each person.", mentee=mentee)
        for mentee in dict.fromkeys(mentees)
        if mentees.count(mentee) > 1
    ]
    named = {
        *(mentor for application in cohort.applications for mentor in (*application.choices, *application.avoid)),
        *(mentor for _mentee, mentor in (*cohort.locks, *cohort.vetoes)),
        *(cohort.capacities or {}),
    }
    wrong += [_unknown(mentor, list(directory.mentors)) for mentor in sorted(named - set(directory.mentors))]
    applied = {mentee for mentee, _mentor in (*cohort.locks, *cohort.vetoes)}
    wrong += [
        _("{mentee} is locked or vetoed, and hasn't applied.", mentee=mentee)
        for mentee in sorted(applied - set(mentees))
    ]
    locked = [mentee for mentee, _mentor in cohort.locks]
    wrong += [
        _("{mentee} is locked to more than one mentor. Keep one of these locks.", mentee=mentee)
        for mentee in dict.fromkeys(locked)
        if locked.count(mentee) > 1
    ]
    wrong += [
        _("{mentee} and {mentor} are both locked and vetoed. Take back one of the two.", mentee=mentee, mentor=mentor)
        for mentee, mentor in cohort.locks
        if (mentee, mentor) in cohort.vetoes
    ]
    if wrong:
        raise CallError("\n".join(wrong))


def _unknown(mentor: str, mentors: list[str]) -> str:
    close = closest(mentor, mentors)
    if close:
        return _("There is no mentor '{login}'. Did you mean '{close}'?", login=mentor, close=close)
    return _("There is no mentor '{login}'. Logins are the names of the files in mentors/.", login=mentor)
