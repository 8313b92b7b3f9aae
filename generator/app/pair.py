"""Bring disk, checker and pairing together for `lodestar pair`. It proposes, and changes nothing."""

import shlex
from collections import Counter
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from generator.adapters.activity_file import find_activity
from generator.app.cohort_file import check_names, cohort_from_file
from generator.app.cohort_threads import cohort_from_threads
from generator.app.load import load_directory
from generator.app.match import candidate_of
from generator.forge.port import Forge
from generator.insight.availability import availability_statuses
from generator.matching.pairing.proposals import Outcome, outcome_of
from generator.matching.pairing.prospects import prospects_of
from generator.matching.prepared import MatchContext, PreparedMentor, prepare_mentee
from generator.model.cohort import Cohort, Pair
from generator.model.directory import Directory
from generator.model.errors import CallError
from generator.model.program import Program
from generator.profiles.rules.context import RuleContext
from generator.profiles.yaml_writer import yaml_line, yaml_value
from generator.site.studio import studio
from generator.text.catalogue import _
from generator.text.closest import closest
from generator.text.languages import language


@dataclass(frozen=True, slots=True)
class Proposed:
    """What was proposed for a program: by each solver that was asked, and what was decided before."""

    program: Program
    cohort: Cohort
    outcomes: tuple[Outcome, ...]
    directory: Directory


def pair_program(
    root: Path,
    program_id: str,
    applications: Path | Forge,
    now: datetime,
    solvers: tuple[str, ...],
    locks: tuple[Pair, ...] = (),
    vetoes: tuple[Pair, ...] = (),
) -> Proposed:
    """Propose pairs for a program's applications, from a file or from their threads; raise LodestarError where it cannot.

    `locks` and `vetoes` come on top of those in the file.
    """
    today = now.date()
    directory = load_directory(root, today, _("Nobody was paired. Fix these errors, then try again."))
    program = _program(program_id, directory)
    cohort = (
        cohort_from_file(applications, program.id, RuleContext(today, directory.vocabularies))
        if isinstance(applications, Path)
        else cohort_from_threads(applications, root, program.id, now)
    )
    cohort = replace(
        cohort, locks=tuple(dict.fromkeys((*cohort.locks, *locks))), vetoes=cohort.vetoes | frozenset(vetoes)
    )
    check_names(cohort, directory)
    context = MatchContext(directory.vocabularies, today, directory.settings.match, language)
    mentors = _mentors(program, directory, root, today, context)
    _check_locks(cohort, mentors, program)
    mentees = [prepare_mentee(application.learner, context) for application in cohort.applications]
    prospects = prospects_of(cohort, mentees, mentors, context)
    outcomes = tuple(outcome_of(solver, prospects, cohort, mentees, mentors, context) for solver in solvers)
    return Proposed(program, cohort, outcomes, directory)


def _program(program_id: str, directory: Directory) -> Program:
    if program_id in directory.programs:
        return directory.programs[program_id]
    close = closest(program_id, list(directory.programs))
    if close:
        raise CallError(_("There is no program '{id}'. Did you mean '{close}'?", id=program_id, close=close))
    raise CallError(_("There is no program '{id}'. Programs are the names of the files in programs/.", id=program_id))


def _mentors(
    program: Program, directory: Directory, root: Path, today: date, context: MatchContext
) -> list[PreparedMentor]:
    """Make ready who mentors in a program: those it names and those who name it, or everyone where nobody is named."""
    activity = find_activity(root)
    statuses = availability_statuses(directory, today, activity)
    part = [
        mentor
        for mentor in directory.mentors.values()
        if mentor.handle in program.mentors or program.id in mentor.programs
    ]
    return [candidate_of(mentor, statuses, context, activity) for mentor in part or directory.mentors.values()]


def _check_locks(cohort: Cohort, mentors: list[PreparedMentor], program: Program) -> None:
    spots = {mentor.profile.handle: mentor.openings for mentor in mentors} | dict(cohort.capacities or {})
    taking_part = {mentor.profile.handle for mentor in mentors}
    wrong = [
        _(
            "{mentor} isn't a mentor of {program}. Add them to it, or take back the lock of {mentee}.",
            mentor=mentor,
            program=program.title,
            mentee=mentee,
        )
        for mentee, mentor in cohort.locks
        if mentor not in taking_part
    ]
    wrong += [
        _(
            "{mentor} has {spots} spots and {locks} locks. Take back a lock, or say how many they take in 'capacities'.",
            mentor=mentor,
            spots=spots[mentor],
            locks=locks,
        )
        for mentor, locks in Counter(mentor for _mentee, mentor in cohort.locks).items()
        if mentor in taking_part and locks > spots[mentor]
    ]
    if wrong:
        raise CallError("\n".join(wrong))


def yaml_of(proposed: Proposed, today: date) -> str:
    """Write the proposals of the first solver as a file that people can read, change and keep beside the program."""
    outcome = proposed.outcomes[0]
    lines = [
        f"# {_('Proposed pairs for {title}. Nobody was notified: both people still decide.', title=proposed.program.title)}",
        yaml_line("program", proposed.program.id),
        yaml_line("solver", outcome.solver),
        yaml_line("made", today.isoformat()),
        "pairs:" if outcome.proposals else "pairs: []",
        *(
            "  - "
            + yaml_value(
                {"mentee": one.mentee}
                | ({"issue": one.issue} if one.issue else {})
                | {"mentor": one.mentor}
                | ({"locked": True} if one.locked else {})
            )
            for one in outcome.proposals
        ),
        "left_out:" if outcome.left_out else "left_out: []",
        *(
            "  - "
            + yaml_value({"mentee": one.mentee} | ({"issue": one.issue} if one.issue else {}) | {"why": one.cause})
            for one in outcome.left_out
        ),
    ]
    return "\n".join(lines) + "\n"


def studio_page(proposed: Proposed, source: str) -> str:
    """Return the studio: all proposals as one page."""
    command = shlex.join(["lodestar", "pair", proposed.program.id, *shlex.split(source), "--studio", "studio.html"])
    decided = "".join(f" --lock {mentee}:{mentor}" for mentee, mentor in proposed.cohort.locks)
    decided += "".join(f" --veto {mentee}:{mentor}" for mentee, mentor in sorted(proposed.cohort.vetoes))
    return studio(proposed.program, proposed.cohort, proposed.outcomes, proposed.directory, command + decided)
