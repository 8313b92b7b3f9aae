"""Bring disk, checker and match together for `lodestar match`."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from generator.adapters.activity_file import ActivityFileError, find_activity
from generator.app.check import check_root
from generator.app.learner_file import LearnerFileError, learner_from_file, learner_from_words
from generator.insight.availability import AvailabilityStatus, availability_statuses
from generator.matching.prepared import MatchContext, PreparedMentee, PreparedMentor, prepare_mentee, prepare_mentor
from generator.matching.ranking import Ineligible, Match, explain, rank, reasons_against
from generator.matching.report import as_json, as_text, explained_text
from generator.model.directory import Directory
from generator.model.learner import Learner
from generator.model.mentor import Mentor
from generator.profiles.report import as_text as problems_text
from generator.text.closest import closest
from generator.text.languages import language


class MatchError(Exception):
    """There is nothing to match; the message is for people. Either the call was wrong, or a file has problems."""

    def __init__(self, message: str, called_wrong: bool) -> None:
        super().__init__(message)
        self.called_wrong = called_wrong


def match_directory(
    root: Path, file: Path | None, words: dict[str, Any], today: date, login: str | None, limit: int, form: str
) -> str:
    """Rank a directory's mentors for a learner, from a file or in words, and write it as "text" or "json".

    With a login, write all about this mentor alone. Raise MatchTrouble where something stands in the way.
    """
    checked = check_root(root, today)
    if checked.directory is None:
        raise MatchError(problems_text(checked.errors, checked.count), False)
    directory = checked.directory
    try:
        standings = availability_statuses(directory, today, find_activity(root))
    except ActivityFileError as trouble:
        raise MatchError(str(trouble), False) from None
    basis = MatchContext(directory.vocabularies, today, directory.settings.match, language)
    seeker = prepare_mentee(_learner(file, words, directory, today), basis)
    if login is not None:
        return _write_one(seeker, _explained(seeker, login, directory, standings, basis), form)
    ranking = rank(seeker, [_candidate(mentor, standings, basis) for mentor in directory.mentors.values()], basis)
    matches = [explain(seeker, candidate, basis) for candidate, _ in ranking.ranked[:limit]]
    if form == "json":
        return as_json(seeker, matches, ranking.gated)
    return as_text(seeker, matches, len(ranking.ranked) - len(matches), ranking.gated)


def _learner(file: Path | None, words: dict[str, Any], directory: Directory, today: date) -> Learner:
    if file is None:
        try:
            return learner_from_words(words, directory.vocabularies, today)
        except LearnerFileError as trouble:
            raise MatchError(str(trouble), True) from None
    read = learner_from_file(file, directory.vocabularies, today)
    if read.learner is None:
        raise MatchError(problems_text(read.problems, 1), False)
    return read.learner


def _candidate(mentor: Mentor, standings: Mapping[str, AvailabilityStatus], basis: MatchContext) -> PreparedMentor:
    now = standings[mentor.handle]
    return prepare_mentor(mentor, basis, now.availability, now.openings, now.pending, now.until)


def _explained(
    seeker: PreparedMentee,
    login: str,
    directory: Directory,
    standings: Mapping[str, AvailabilityStatus],
    basis: MatchContext,
) -> Match | Ineligible:
    handle = login.lower().removeprefix("@")
    if handle not in directory.mentors:
        close = closest(handle, list(directory.mentors))
        cure = f"did you mean '{close}'?" if close else "logins are the names of the files in mentors/"
        raise MatchError(f"there is no mentor '{login}': {cure}", True)
    candidate = _candidate(directory.mentors[handle], standings, basis)
    reasons = reasons_against(seeker, candidate, basis)
    return Ineligible(candidate, reasons) if reasons else explain(seeker, candidate, basis)


def _write_one(seeker: PreparedMentee, explained: Match | Ineligible, form: str) -> str:
    if form == "json":
        if isinstance(explained, Ineligible):
            return as_json(seeker, [], [explained])
        return as_json(seeker, [explained], [])
    return explained_text(seeker, explained)
