"""What must be true of the files in programs/, of the vocabulary and of the settings."""

from collections.abc import Iterator
from typing import Any

from generator.model.directory import Freshness
from generator.model.vocabulary import fold
from generator.profiles.rules import times
from generator.profiles.rules.contact import TextsHoldNoContact
from generator.profiles.rules.context import Rule, RuleContext
from generator.profiles.rules.people import pairs_can_be_asked, people_are_there_once, project_people_are_known
from generator.profiles.rules.words import mentor_exists, roadmap_exists, skill_is_known
from generator.profiles.violation import FieldPath, Violation, quoted
from generator.text.catalogue import _
from generator.text.closest import closest
from generator.text.colours import is_colour


def minors_are_safeguarded(fields: dict[str, Any], stem: str, context: RuleContext) -> Iterator[Violation]:
    """Find a program for people under 18 without the safeguards they need."""
    if fields.get("min_age", 18) >= 18:
        return
    if fields.get("visibility") != "private-repo" or not fields.get("safeguarding_officer"):
        yield Violation(
            ("min_age",),
            _("people under 18 need a private repository and a safeguarding officer"),
            _("add visibility: private-repo and safeguarding_officer: <a name>, or set min_age: 18"),
        )


def private_program_has_a_repository(fields: dict[str, Any], stem: str, context: RuleContext) -> Iterator[Violation]:
    """Find a program whose requests are private, but have no repository to go to."""
    if fields.get("visibility") == "private-repo" and not fields.get("private_repository"):
        yield Violation(
            ("visibility",),
            _("'visibility' is private-repo, but 'private_repository' is missing"),
            _("add a line like {line}", line="private_repository: our-community/mentoring-private"),
        )


def end_is_written_once(fields: dict[str, Any], stem: str, context: RuleContext) -> Iterator[Violation]:
    """Find a program that gives its end twice, as a date and as a length."""
    if "ends" in fields and "duration_weeks" in fields:
        yield Violation(
            ("duration_weeks",),
            _("the end is given twice, by 'ends' and by 'duration_weeks'"),
            _("keep one of the two"),
            on_key=True,
        )


def milestones_fit_the_duration(fields: dict[str, Any], stem: str, context: RuleContext) -> Iterator[Violation]:
    """Find milestones after the end of their program."""
    weeks = fields.get("duration_weeks")
    starts, ends = (times.parse_date(fields[name]) if name in fields else None for name in ("starts", "ends"))
    if weeks is None and starts and ends:
        weeks = ((ends - starts).days + 7) // 7
    for position, milestone in enumerate(fields.get("milestones", ())):
        week = milestone.get("week") if isinstance(milestone, dict) else None
        if weeks and week and week > weeks:
            yield Violation(
                ("milestones", position, "week"),
                _("week {week} is after the end of the program in week {weeks}", week=week, weeks=weeks),
                _("move the milestone, or let the program run longer"),
            )


def step_ids_are_unique(fields: dict[str, Any], stem: str, context: RuleContext) -> Iterator[Violation]:
    """Find steps of a roadmap that share an id."""
    seen: set[str] = set()
    for position, step in enumerate(fields.get("steps", ())):
        name = step.get("id") if isinstance(step, dict) else None
        if name in seen:
            yield Violation(
                ("steps", position, "id"),
                _("there is already a step {step}", step=quoted(name)),
                _("give this step its own id"),
            )
        if name:
            seen.add(name)


def words_are_unique(fields: list[dict[str, Any]], stem: str, context: RuleContext) -> Iterator[Violation]:
    """Find words that two terms of a vocabulary share."""
    owners: dict[str, str] = {}
    for position, term in enumerate(fields):
        own = {fold(term.get("id", "")), fold(term.get("label", ""))}
        words: list[tuple[FieldPath, str]] = [(("id",), term.get("id", "")), (("label",), term.get("label", ""))]
        words += [(("synonyms", number), word) for number, word in enumerate(term.get("synonyms", ()))]
        for path, word in words:
            owner = owners.setdefault(fold(word), term.get("id", ""))
            if word and (owner != term.get("id") or (path[0] == "synonyms" and fold(word) in own)):
                yield Violation(
                    (position, *path),
                    _("{word} already means {term}", word=quoted(word), term=quoted(owner)),
                    _("keep it with only one of the two, or delete it"),
                )


def relations_exist(fields: list[dict[str, Any]], stem: str, context: RuleContext) -> Iterator[Violation]:
    """Find broader and related terms that are not in the same file."""
    ids = [term.get("id", "") for term in fields]
    for position, term in enumerate(fields):
        for relation in ("broader", "related"):
            for number, other in enumerate(term.get(relation, ())):
                if other not in ids or other == term.get("id"):
                    close = closest(other, [known for known in ids if known != term.get("id")])
                    yield Violation(
                        (position, relation, number),
                        _("there is no other term {term} in this file", term=quoted(other)),
                        _("did you mean {word}?", word=quoted(close))
                        if close
                        else _("write the id of a term of this file, or add that term"),
                    )


def broader_terms_do_not_circle(fields: list[dict[str, Any]], stem: str, context: RuleContext) -> Iterator[Violation]:
    """Find terms that are broader than themselves through others; each circle is reported once."""
    upwards = {term.get("id"): term.get("broader", ()) for term in fields}
    for position, term in enumerate(fields):
        start, reached, waiting = term.get("id"), set(), list(term.get("broader", ()))
        while waiting:
            here = waiting.pop()
            if here not in reached:
                reached.add(here)
                waiting += upwards.get(here, ())
        circle = {name for name in reached if name in upwards}
        if start in reached and start == min(circle) and start not in upwards.get(start, ()):
            yield Violation(
                (position, "broader"),
                _("following the broader terms of {term} leads back to it", term=quoted(start)),
                _("delete one of the broader terms in this circle"),
            )


def hidden_comes_after_stale(fields: dict[str, Any], stem: str, context: RuleContext) -> Iterator[Violation]:
    """Find settings that hide a profile before it is marked as out of date."""
    freshness = Freshness.of(fields.get("freshness") or {})
    stale, hidden = freshness.stale_after_days, freshness.hidden_after_days
    if hidden <= stale:
        yield Violation(
            ("freshness",),
            _(
                "profiles would be hidden after {hidden} days, but marked as out of date only after {stale}",
                hidden=hidden,
                stale=stale,
            ),
            _("make hidden_after_days larger than stale_after_days"),
        )


def bands_are_in_order(fields: dict[str, Any], stem: str, context: RuleContext) -> Iterator[Violation]:
    """Find levels of a match that are not in order."""
    bands = (fields.get("match") or {}).get("bands") or {}
    strong, good, some = bands.get("strong", 75), bands.get("good", 55), bands.get("some", 35)
    if not strong > good > some:
        yield Violation(
            ("match", "bands"),
            _(
                "'strong', 'good' and 'some' begin at {strong}, {good} and {some} points",
                strong=strong,
                good=good,
                some=some,
            ),
            _("make 'strong' the largest and 'some' the smallest; without these lines they are 75, 55 and 35"),
        )


def reminders_come_before_the_end(fields: dict[str, Any], stem: str, context: RuleContext) -> Iterator[Violation]:
    """Find settings that end a request before its mentor is reminded."""
    days = (fields.get("requests") or {}).get("days") or {}
    first, second, expiry = days.get("first_reminder", 3), days.get("second_reminder", 7), days.get("expiry", 14)
    if not first < second < expiry:
        yield Violation(
            ("requests", "days"),
            _(
                "reminders are sent after {first} and {second} days, and the request ends after {expiry}",
                first=first,
                second=second,
                expiry=expiry,
            ),
            _("make 'first_reminder' the smallest and 'expiry' the largest; without these lines they are 3, 7 and 14"),
        )


def accent_is_a_colour(fields: dict[str, Any], stem: str, context: RuleContext) -> Iterator[Violation]:
    """Find an accent that is no colour."""
    accent = (fields.get("look") or {}).get("accent")
    if accent and not is_colour(accent):
        yield Violation(
            ("look", "accent"),
            _("{text} is not a colour", text=quoted(accent)),
            _('write a name like teal, or the six digits of a colour picker in quotes, like "#79256d"'),
        )


def logo_exists(fields: dict[str, Any], stem: str, context: RuleContext) -> Iterator[Violation]:
    """Find a logo that is not there."""
    logo = (fields.get("look") or {}).get("logo")
    if logo and logo not in context.logos:
        near = closest(logo, sorted(context.logos))
        yield Violation(
            ("look", "logo"),
            _("there is no file {file} beside directory.yml", file=quoted(logo)),
            _("did you mean {text}?", text=quoted(near))
            if near
            else _("add the file, or delete this line to get a star"),
        )


PROGRAM_RULES: tuple[Rule, ...] = (
    ("unknown-mentor", mentor_exists),
    ("unknown-roadmap", roadmap_exists),
    ("impossible-date", times.date_is_real),
    ("date-order", times.dates_are_in_order),
    ("end-twice", end_is_written_once),
    ("late-milestone", milestones_fit_the_duration),
    ("min-age", minors_are_safeguarded),
    ("private-repository", private_program_has_a_repository),
    ("unknown-pair", pairs_can_be_asked),
    ("person-twice", people_are_there_once),
    ("unknown-person", project_people_are_known),
    ("contact-in-text", TextsHoldNoContact("program")),
)
ROADMAP_RULES: tuple[Rule, ...] = (
    ("unknown-mentor", mentor_exists),
    ("unknown-skill", skill_is_known),
    ("impossible-date", times.date_is_real),
    ("future-date", times.confirmation_is_past),
    ("step-twice", step_ids_are_unique),
    ("contact-in-text", TextsHoldNoContact("roadmap")),
)
VOCABULARY_RULES: tuple[Rule, ...] = (
    ("ambiguous-word", words_are_unique),
    ("unknown-relation", relations_exist),
    ("circular-broader", broader_terms_do_not_circle),
)
SETTINGS_RULES: tuple[Rule, ...] = (
    ("freshness-order", hidden_comes_after_stale),
    ("band-order", bands_are_in_order),
    ("reminder-order", reminders_come_before_the_end),
    ("unknown-colour", accent_is_a_colour),
    ("unknown-logo", logo_exists),
)
