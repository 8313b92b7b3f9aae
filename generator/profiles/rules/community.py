"""What must be true of the events, communities and resources that a community lists in programs/."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from generator.profiles.rules import times
from generator.profiles.rules.contact import TextsHoldNoContact
from generator.profiles.rules.context import Rule, RuleContext
from generator.profiles.rules.words import domain_is_known, program_of_event_exists, skill_is_known, topic_is_known
from generator.profiles.violation import Violation, quoted
from generator.text.catalogue import _

_Check = Callable[[Any, str, RuleContext], Iterator[Violation]]


class InEach:
    """A rule about one group of fields, asked of every group in a file's list."""

    def __init__(self, name: str, rule: _Check) -> None:
        """Take the name of the list and the rule for one of its groups."""
        self._name, self._rule = name, rule

    def __call__(self, fields: dict[str, Any], stem: str, context: RuleContext) -> Iterator[Violation]:
        """Find what the rule finds, where it is in the list."""
        for position, one in enumerate(fields.get(self._name, ())):
            if isinstance(one, dict):
                for violation in self._rule(one, stem, context):
                    yield replace(violation, path=(self._name, position, *violation.path))


def event_ids_differ(fields: dict[str, Any], stem: str, context: RuleContext) -> Iterator[Violation]:
    """Find events that share an id."""
    seen: set[str] = set()
    for position, event in enumerate(fields.get("events", ())):
        id = event.get("id") if isinstance(event, dict) else None
        if id in seen:
            yield Violation(
                ("events", position, "id"),
                _("another event has the id {id}", id=quoted(id)),
                _("give each event its own; keep the id of the older one, so that calendars know it again"),
            )
        elif id:
            seen.add(id)


def event_time_is_real(event: dict[str, Any], stem: str, context: RuleContext) -> Iterator[Violation]:
    """Find events at an impossible time."""
    at = event.get("at")
    if at is not None and not ("00:00" <= at <= "23:59" and at[3:] <= "59"):
        yield Violation(
            ("at",),
            _("the time {time} doesn't exist", time=quoted(at)),
            _("write it like this: {line}", line='at: "17:00"'),
        )


def skipped_days_are_real(event: dict[str, Any], stem: str, context: RuleContext) -> Iterator[Violation]:
    """Find days without the event that are not in the calendar."""
    for position, text in enumerate(event.get("not_on", ())):
        if times.parse_date(text) is None:
            yield Violation(
                ("not_on", position),
                _("the date {date} doesn't exist", date=quoted(text)),
                _("write year-month-day, like 2026-11-01"),
            )


def event_ends_after_it_begins(event: dict[str, Any], stem: str, context: RuleContext) -> Iterator[Violation]:
    """Find events that stop repeating before they begin."""
    first, last = (times.parse_date(event[name]) if name in event else None for name in ("date", "until"))
    if first and last and last < first:
        yield Violation(
            ("until",),
            _("'until' ({last}) is before 'date' ({first})", last=last, first=first),
            _("swap or correct the two dates"),
        )


def only_repeated_events_have_an_end(event: dict[str, Any], stem: str, context: RuleContext) -> Iterator[Violation]:
    """Find single events that say when they stop, or on which days they don't take place."""
    if "every" not in event:
        for name in ("until", "not_on"):
            if name in event:
                yield Violation(
                    (name,),
                    _("this event takes place once, so {field} changes nothing", field=quoted(name)),
                    _("add how often it repeats, like every: week, or delete '{field}'", field=name),
                    on_key=True,
                    severity="hint",
                )


def event_says_where(event: dict[str, Any], stem: str, context: RuleContext) -> Iterator[Violation]:
    """Find events of which nobody can tell where they are."""
    if "url" not in event and "place" not in event:
        yield Violation(
            (),
            _("nobody can tell where this event is"),
            _("add url: https://... for an event online, place: for one in a room, or both"),
            severity="hint",
        )


class EachLinkOnce:
    """The rule that a list has each link once, with or without a slash at its end."""

    def __init__(self, name: str) -> None:
        """Take the name of the list."""
        self._name = name

    def __call__(self, fields: dict[str, Any], stem: str, context: RuleContext) -> Iterator[Violation]:
        """Find links that are listed twice."""
        seen: set[str] = set()
        for position, one in enumerate(fields.get(self._name, ())):
            link = one.get("url", "").rstrip("/").lower() if isinstance(one, dict) else ""
            if link and link in seen:
                yield Violation(
                    (self._name, position, "url"),
                    _("this link is in the list twice"),
                    _("delete one of the two"),
                    severity="hint",
                )
            seen.add(link)


def _of(name: str) -> tuple[Rule, ...]:
    return (
        ("link-twice", EachLinkOnce(name)),
        ("unknown-skill", InEach(name, skill_is_known)),
        ("unknown-topic", InEach(name, topic_is_known)),
        ("unknown-domain", InEach(name, domain_is_known)),
        ("unknown-language", InEach(name, times.language_is_real)),
        ("contact-in-text", TextsHoldNoContact(name)),
    )


EVENT_RULES: tuple[Rule, ...] = (
    ("event-twice", event_ids_differ),
    ("unknown-timezone", InEach("events", times.timezone_is_real)),
    ("unclear-timezone", InEach("events", times.timezone_is_clear)),
    ("impossible-date", InEach("events", times.date_is_real)),
    ("impossible-date", InEach("events", skipped_days_are_real)),
    ("impossible-time", InEach("events", event_time_is_real)),
    ("date-order", InEach("events", event_ends_after_it_begins)),
    ("event-once", InEach("events", only_repeated_events_have_an_end)),
    ("event-place", InEach("events", event_says_where)),
    ("unknown-program", InEach("events", program_of_event_exists)),
    ("unknown-language", InEach("events", times.language_is_real)),
    ("contact-in-text", TextsHoldNoContact("events")),
)
LIST_RULES: dict[str, tuple[Rule, ...]] = {
    "events": EVENT_RULES,
    "communities": _of("communities"),
    "resources": _of("resources"),
}
"""The rules for each list of a community."""
