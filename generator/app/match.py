"""Bring disk, checker and match together for `lodestar match`."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from generator.adapters import terminal
from generator.adapters.activity_file import find_activity
from generator.app.ask import asked_fields, asked_text, heard_in, joined_wishes, wishes_of
from generator.app.learner_file import learner_from_file, learner_from_options
from generator.app.load import load_directory, unknown_mentor
from generator.insight.availability import AvailabilityStatus, availability_statuses
from generator.matching.prepared import MatchContext, PreparedMentee, PreparedMentor, prepare_mentee, prepare_mentor
from generator.matching.ranking import Ineligible, Match, explain, rank, reasons_against
from generator.matching.report import as_json, as_text, explained_text
from generator.model.activity import Activity
from generator.model.directory import Directory
from generator.model.errors import CallError
from generator.model.learner import Learner
from generator.model.mentor import Mentor
from generator.text.catalogue import _, number
from generator.text.countries import country_code
from generator.text.languages import language


def match_directory(
    root: Path,
    file: Path | None,
    goals: dict[str, Any],
    today: date,
    login: str | None,
    limit: int,
    form: str,
    sentence: str | None = None,
    country: str | None = None,
) -> str:
    """Rank a directory's mentors for a mentee, whose goals come from a file, options or a sentence, as "text" or "json".

    With a country, named or by its code, only mentors who say they live there. With a login, write everything about
    this mentor alone. Raise LodestarError where that cannot be done.
    """
    code = _known_country(country) if country else None
    directory = load_directory(root, today, _("Nobody was matched. Fix these errors, then try again."))
    activity = find_activity(root)
    statuses = availability_statuses(directory, today, activity)
    context = MatchContext(directory.vocabularies, today, directory.settings.match, language)
    asked = heard_in(sentence, directory) if sentence else None
    if asked:
        goals = joined_wishes(goals, wishes_of(asked))
    mentee = prepare_mentee(_learner(file, goals, directory, today), context)
    if login is not None:
        return _write_one(mentee, _explained(mentee, login, directory, statuses, context), form)
    mentors = [mentor for mentor in directory.mentors.values() if code in (None, mentor.location.country)]
    candidates = [candidate_of(mentor, statuses, context, activity) for mentor in mentors]
    ranking = rank(mentee, candidates, context)
    matches = [explain(mentee, candidate, context) for candidate, _ in ranking.ranked[:limit]]
    if form == "json":
        return as_json(mentee, matches, ranking.ineligible, asked_fields(asked) if asked else None)
    more = len(ranking.ranked) - len(matches)
    heard = f"{asked_text(asked, directory.vocabularies)}\n" if asked else ""
    return heard + as_text(mentee, matches, more, ranking.ineligible, _table if terminal.shows_tables() else None)


def _known_country(words: str) -> str:
    code = country_code(words)
    if code is None:
        raise CallError(_("{country} is not a country I know. Write its two-letter code, like IN.", country=words))
    return code


def _table(matches: Sequence[Match]) -> str:
    columns = [_("Points"), _("Match"), _("Mentor"), _("Why")]
    return terminal.table(columns, [_row(match) for match in matches])


def _row(match: Match) -> tuple[str, str, str, str]:
    mentor, points = match.mentor.profile, match.score.points
    return (
        "" if points is None else number(points),
        "" if points is None else match.score.band or "",
        f"{mentor.name}\n{mentor.github or mentor.handle}",
        " ".join(part.sentence for part in match.parts),
    )


def _learner(file: Path | None, goals: dict[str, Any], directory: Directory, today: date) -> Learner:
    if file is None:
        return learner_from_options(goals, directory.vocabularies, today)
    return learner_from_file(file, directory.vocabularies, today)


def candidate_of(
    mentor: Mentor,
    statuses: Mapping[str, AvailabilityStatus],
    context: MatchContext,
    activity: Activity | None = None,
) -> PreparedMentor:
    """Make a mentor ready with what is known of their requests."""
    now = statuses[mentor.handle]
    known = activity.mentors.get(mentor.handle) if activity else None
    response = known.response if known else None
    return prepare_mentor(mentor, context, now.availability, now.openings, now.pending, now.until, response)


def _explained(
    mentee: PreparedMentee,
    login: str,
    directory: Directory,
    statuses: Mapping[str, AvailabilityStatus],
    context: MatchContext,
) -> Match | Ineligible:
    handle = login.lower().removeprefix("@")
    if handle not in directory.mentors:
        raise unknown_mentor(login, directory)
    candidate = candidate_of(directory.mentors[handle], statuses, context)
    reasons = reasons_against(mentee, candidate, context)
    return Ineligible(candidate, reasons) if reasons else explain(mentee, candidate, context)


def _write_one(mentee: PreparedMentee, explained: Match | Ineligible, form: str) -> str:
    if form == "json":
        if isinstance(explained, Ineligible):
            return as_json(mentee, [], [explained])
        return as_json(mentee, [explained], [])
    return explained_text(mentee, explained)
