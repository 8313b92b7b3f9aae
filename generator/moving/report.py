"""Say what an import did: every field of every record, terms that no vocabulary has, what was filled in, who waits."""

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from generator.model.vocabulary import Vocabularies, fold
from generator.moving.people import Moved
from generator.moving.terms import suggest
from generator.text.catalogue import _, ngettext

VERSION = 1
_EXAMPLES = {"timezone": "Europe/Berlin", "skills": "mentoring"}
_SHOWN = 12
"""Terms and people that the text names; JSON has all."""


@dataclass(frozen=True, slots=True)
class FieldCount:
    """What became of one field's values: how many people don't have it, and why values were lost."""

    field: str
    carried: int
    lost: int
    empty: int
    reasons: tuple[tuple[str, int], ...] = ()

    @property
    def why(self) -> str | None:
        """All reasons in one text, the most frequent first."""
        if len(self.reasons) == 1:
            return self.reasons[0][0]
        return "; ".join(f"{count}: {reason}" for reason, count in self.reasons) or None


@dataclass(frozen=True, slots=True)
class UnknownTerm:
    """A term that no vocabulary has: how many wrote it, and the list and id that is probably meant."""

    term: str
    uses: int
    suggestion: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that an import says."""

    source: str
    map: str
    read: int
    fields: tuple[FieldCount, ...]
    unknown_terms: tuple[UnknownTerm, ...]
    ready: tuple[Moved, ...]
    there: tuple[Moved, ...]
    waiting: tuple[Moved, ...]
    filled: tuple[tuple[str, str, int], ...] = ()
    """A field, what it was filled from, and for how many."""
    notes: Counter[str] = field(default_factory=Counter)

    @property
    def people(self) -> int:
        """How many people the records are about."""
        return len(self.ready) + len(self.there) + len(self.waiting)

    @property
    def without_github(self) -> int:
        """How many of the profiles have no GitHub name."""
        return sum("github" not in one.fields for one in self.ready)


def report_of(source: str, map_name: str, records: int, moved: Sequence[Moved], vocabularies: Vocabularies) -> Report:
    """Count what became of everything."""
    accounts = [account for one in moved for account in one.draft.accounts]
    in_records = Counter(name for one in moved for name in {account.field for account in one.draft.accounts})
    fields = []
    for name in dict.fromkeys(account.field for account in accounts):
        of_field = [account for account in accounts if account.field == name]
        reasons = Counter(account.lost for account in of_field if account.lost)
        lost = sum(reasons.values())
        spelled_ways = tuple((_(reason), count) for reason, count in reasons.most_common())
        fields.append(FieldCount(name, len(of_field) - lost, lost, len(moved) - in_records[name], spelled_ways))
    filled = Counter((name, why) for one in moved for name, why in one.draft.filled.items())
    return Report(
        source, map_name, records, tuple(fields), _unknown(moved, vocabularies),
        tuple(one for one in moved if one.is_ready),
        tuple(one for one in moved if one.is_there),
        tuple(one for one in moved if one.problems and not one.is_there),
        tuple((name, why, count) for (name, why), count in filled.most_common()),
        sum((one.draft.notes for one in moved), Counter()),
    )  # fmt: skip


def _unknown(moved: Sequence[Moved], vocabularies: Vocabularies) -> tuple[UnknownTerm, ...]:
    """Return each unknown term as most people write it, those that most wrote first."""
    spelled: dict[str, Counter[str]] = {}
    for one in moved:
        for term, uses in one.draft.unknown.items():
            spelled.setdefault(fold(term) or term, Counter())[term] += uses
    terms = (
        UnknownTerm(spelled_ways.most_common(1)[0][0], spelled_ways.total(), suggest(key, vocabularies))
        for key, spelled_ways in spelled.items()
    )
    return tuple(sorted(terms, key=lambda term: (-term.uses, term.term.lower())))


def as_json(report: Report, written: bool) -> str:
    """Write the report for programs."""
    found: dict[str, Any] = {
        "version": VERSION,
        "map": report.map,
        "read": report.read,
        "people": report.people,
        "written": len(report.ready) if written else 0,
        "ready": len(report.ready),
        "there": len(report.there),
        "waiting": len(report.waiting),
        "without_github": report.without_github,
        "fields": [
            {"field": one.field, "carried": one.carried, "lost": one.lost, "why": one.why, "empty": one.empty} for one in report.fields
        ],
        "unknown_terms": [
            {"term": one.term, "uses": one.uses, "suggestion": one.suggestion and one.suggestion[1]} for one in report.unknown_terms
        ],
        "filled": [{"field": name, "from": why, "people": count} for name, why, count in report.filled],
        "problems": [
            {"path": problem.path, "line": problem.line, "column": problem.column, "end_column": problem.end_column,
             "severity": problem.severity, "code": problem.code, "message": problem.message, "help": problem.help}
            for one in report.waiting for problem in one.problems
        ],
    }  # fmt: skip
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"


def as_text(report: Report, written: bool) -> str:
    """Write the report for people, what matters most first."""
    people = ngettext("{count} person", "{count} people", report.people)
    records = "" if report.read == report.people else ngettext(" in {count} record", " in {count} records", report.read)
    lines = [
        _(
            "{source}: {people}, read with the map '{map}'",
            source=report.source,
            people=people + records,
            map=report.map,
        )
    ]
    wrote = N_WRITTEN if written else N_READY
    lines += [f"  {ngettext(*wrote, len(report.ready))}"]
    if report.without_github:
        lines += [
            "  "
            + ngettext(
                "{count} of them has no GitHub name", "{count} of them have no GitHub name", report.without_github
            )
        ]
    if report.there:
        lines += [
            "  "
            + ngettext(
                "{count} was there already and stays as it is",
                "{count} were there already and stay as they are",
                len(report.there),
            )
        ]
    lines += [*_waiting(report), *_filled(report), *_fields(report), *_terms(report), *_reminders(report)]
    return "\n".join(lines) + "\n"


N_WRITTEN = ("{count} profile written to mentors/", "{count} profiles written to mentors/")
N_READY = ("{count} profile is ready; nothing was written", "{count} profiles are ready; nothing was written")


def _waiting(report: Report) -> list[str]:
    if not report.waiting:
        return []
    lines = [
        "  "
        + ngettext(
            "{count} waits for what a profile needs:", "{count} wait for what a profile needs:", len(report.waiting)
        )
    ]
    for one in report.waiting[:_SHOWN]:
        without_skills = "skills" not in one.fields
        told = (problem.message for problem in one.problems if not (without_skills and "'headline'" in problem.message))
        lines.append(f"    {one.fields.get('name') or one.where}: {'; '.join(dict.fromkeys(told))}")
    lines += _more(len(report.waiting))
    for name, example in _EXAMPLES.items():
        if any(name not in one.fields for one in report.waiting):
            lines.append("    " + _("To give all who lack it the same: --set {example}", example=f"{name}={example}"))
    return lines


def _filled(report: Report) -> list[str]:
    if not report.filled:
        return []
    lines = ["", _("Filled in, since a profile needs it and the source doesn't say it:")]
    return (
        lines
        + [
            "  " + _("{field}: {origin} ({count})", field=name, origin=why, count=count)
            for name, why, count in report.filled[:_SHOWN]
        ]
        + _more(len(report.filled))
    )


def _fields(report: Report) -> list[str]:
    lines = ["", _("Every field: values carried over, values lost, people without it")]
    width = max((len(one.field) for one in report.fields), default=0)
    for one in report.fields:
        lines.append(f"  {one.field:<{width}} {one.carried:>6} {one.lost:>6} {one.empty:>6}  {one.why or ''}".rstrip())
    if report.notes["contact"]:
        lines.append(
            "  "
            + ngettext(
                "contact data was taken out of {count} text",
                "contact data was taken out of {count} texts",
                report.notes["contact"],
            )
        )
    if report.notes["cut"]:
        lines.append(
            "  "
            + ngettext(
                "{count} text was cut to the length that a profile allows",
                "{count} texts were cut to the length that a profile allows",
                report.notes["cut"],
            )
        )
    return lines


def _terms(report: Report) -> list[str]:
    if not report.unknown_terms:
        return []
    lines = [
        "",
        ngettext(
            "{count} term is in no vocabulary. It is kept in the person's own words, but filters don't find it:",
            "{count} terms are in no vocabulary. They are kept in the people's own words, but filters don't find them:",
            len(report.unknown_terms),
        ),
    ]
    for one in report.unknown_terms[:_SHOWN]:
        meant = _("; did you mean {word}?", word=one.suggestion[1]) if one.suggestion else ""
        lines.append(f"  {one.term} ({one.uses}){meant}")
    lines += _more(len(report.unknown_terms))
    return [*lines, "  " + _("--patch FILE writes them as a change of vocabulary/skills.yml, to edit and to apply.")]


def _reminders(report: Report) -> list[str]:
    if not report.ready:
        return []
    return [
        "",
        _(
            "Before you publish: these people agreed to be listed elsewhere, not here. Ask each of them, and take out\n"
            "who doesn't answer: lodestar remove HANDLE. E-mail addresses and phone numbers never come in."
        ),
    ]


def _more(count: int) -> list[str]:
    return ["    " + _("and {count} more; --format json names all", count=count - _SHOWN)] if count > _SHOWN else []
