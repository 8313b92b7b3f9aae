"""What must be true of a mentor's file beyond its shape."""

import re
import unicodedata
from collections.abc import Iterator
from datetime import timedelta
from shlex import quote
from typing import Any

from generator.model.mentor import COMMITMENT_MINUTES, MOST_DAYS_SEEKING
from generator.profiles.rules import times
from generator.profiles.rules.contact import TextsHoldNoContact
from generator.profiles.rules.context import Rule, RuleContext
from generator.profiles.rules.places import country_is_real
from generator.profiles.rules.words import WORD_RULES
from generator.profiles.violation import FieldPath, Violation, field_name, quoted
from generator.text.catalogue import _, ngettext

_HANDLE = re.compile("(?=.{1,39}$)[A-Za-z0-9](-?[A-Za-z0-9])*")
"""What a GitHub name may look like: handles are written where logins are, in forms, addresses and commands."""


def file_is_named_for_the_handle(fields: dict[str, Any], stem: str, context: RuleContext) -> Iterator[Violation]:
    """Find a file that has another name than the GitHub name in it, or a name that is no handle where it has none."""
    handle = fields.get("github")
    if handle is None and not _HANDLE.fullmatch(stem):
        better = "-".join(re.findall("[a-z0-9]+", unicodedata.normalize("NFKD", stem).lower()))[:39].strip("-")
        yield Violation(
            (),
            _("the file's name is the handle, and {stem} can't be one", stem=quoted(stem)),
            _("use letters from a to z, digits and single hyphens, at most 39: {command}", command=f"git mv {quote(f'mentors/{stem}.yml')} mentors/{better or 'ada-l'}.yml"),
        )  # fmt: skip
    if handle is not None and handle.lower() != stem.lower():
        yield Violation(
            ("github",),
            _("the file is named {stem}, but github is {handle}", stem=quoted(stem), handle=quoted(handle)),
            _("rename the file: {command}", command=f"git mv mentors/{stem}.yml mentors/{handle}.yml"),
        )


def name_and_headline_can_be_read(fields: dict[str, Any], stem: str, context: RuleContext) -> Iterator[Violation]:
    """Find a name, a headline or a city without a visible letter, or with more than one line."""
    city = (fields.get("location") or {}).get("city")
    paths: tuple[tuple[FieldPath, str | None], ...] = (
        (("name",), fields.get("name")), (("headline",), fields.get("headline")), (("location", "city"), city),
    )  # fmt: skip
    for path, text in paths:
        name = field_name(path)
        if text is not None and all(unicodedata.category(letter)[0] in "ZC" for letter in text):
            yield Violation(
                path, _("{field} has no visible letter", field=quoted(name)), _("write at least one visible letter")
            )
        elif text is not None and "\n" in text.strip():
            yield Violation(path, _("{field} has more than one line", field=quoted(name)), _("write it on one line"))


def learning_belongs_to_seeking(fields: dict[str, Any], stem: str, context: RuleContext) -> Iterator[Violation]:
    """Find `seeking_mentor` without `learning`, and the reverse."""
    seeking, learning = fields.get("seeking_mentor"), fields.get("learning")
    if seeking and learning is None:
        yield Violation(
            ("seeking_mentor",),
            _("'seeking_mentor' is true, but 'learning' is missing"),
            _("add what you want to learn: {line}", line="learning: {skills: [rust], stage: mid}"),
        )
    if learning is not None and not seeking:
        yield Violation(
            ("learning",),
            _("'learning' is shown only when 'seeking_mentor' is true"),
            _("add the line seeking_mentor: true, or delete 'learning'"),
            on_key=True,
        )


def seeking_has_a_near_end(fields: dict[str, Any], stem: str, context: RuleContext) -> Iterator[Violation]:
    """Find someone who looks for a mentor without a day, or with one that is too far away or over.

    Lodestar's own examples have no such day, like `last_confirmed`.
    """
    learning = fields.get("learning")
    if not fields.get("seeking_mentor") or learning is None or stem.startswith("example-"):
        return
    most = timedelta(days=MOST_DAYS_SEEKING)
    until, confirmed = (
        times.parse_date(text) if text else None for text in (learning.get("until"), fields.get("last_confirmed"))
    )
    latest = context.today + most
    line = _("write until: {day}, or an earlier day", day=latest)
    if until is None and confirmed is None and "until" not in learning:
        yield Violation(
            ("learning",), _("'learning' doesn't say until when you're looking, so no one sees it"),
            _("add the last day, for example until: {day}", day=latest), on_key=True, severity="hint",
        )  # fmt: skip
    elif until and until < context.today:
        yield Violation(
            ("learning", "until"), _("this day has passed, so no one sees any more that you're looking for a mentor"),
            _("if you're still looking, {change}", change=line), severity="hint",
        )  # fmt: skip
    elif until and until > latest:
        yield Violation(
            ("learning", "until"),
            ngettext(
                "this day is more than {count} day away, the longest that mentees are listed",
                "this day is more than {count} days away, the longest that mentees are listed",
                MOST_DAYS_SEEKING,
            ),
            _("{change}; if you're still looking then, name a new one", change=line), severity="hint",
        )  # fmt: skip
    elif confirmed and confirmed + most < (until or context.today):
        yield Violation(
            ("learning",),
            _("you're listed as a mentee only until {day}: {count} days after you last confirmed your profile", day=confirmed + most, count=MOST_DAYS_SEEKING),
            _("confirm it again: {line}", line=f"last_confirmed: {context.today}"), on_key=True, severity="hint",
        )  # fmt: skip


def contact_link_is_there(fields: dict[str, Any], stem: str, context: RuleContext) -> Iterator[Violation]:
    """Find a `contact` that asks for a link and has none, or has one that is never used."""
    contact = fields.get("contact") or {}
    mode, url = contact.get("mode", "issue"), contact.get("url")
    if mode == "link" and url is None:
        yield Violation(
            ("contact",),
            _("'contact' has mode 'link' but no url"),
            _("add the link: {line}", line="contact: {mode: link, url: https://example.org/book}"),
        )
    if mode != "link" and url is not None:
        yield Violation(
            ("contact", "url"),
            _("with mode {mode} the url of 'contact' is never used", mode=quoted(mode)),
            _("write mode: link to send people there, or delete the url"),
        )


def private_requests_have_a_place(fields: dict[str, Any], stem: str, context: RuleContext) -> Iterator[Violation]:
    """Find a mentor who is asked in private where the community has named no repository for it."""
    if (fields.get("contact") or {}).get("mode") == "private" and not context.private_requests:
        yield Violation(
            ("contact", "mode"),
            _("'contact' has mode 'private', but directory.yml names no 'private_repository'"),
            _(
                "ask a coordinator to add a line there like {line}, or write mode: issue",
                line="private_repository: our-community/mentoring-private",
            ),
        )


_LEAST_MINUTES = {"weekly": 60, "monthly": 15, "quarterly": 5, "as-needed": 5}
"""Minutes a month that one mentee needs at the least: a quarter of an hour for each meeting."""


def commitment_fits_the_capacity(fields: dict[str, Any], stem: str, context: RuleContext) -> Iterator[Violation]:
    """Find a monthly time that is too short for so many mentees."""
    minutes = COMMITMENT_MINUTES.get(fields.get("commitment", ""))
    capacity = fields.get("capacity")
    least = min((_LEAST_MINUTES[word] for word in fields.get("cadence", ()) if word in _LEAST_MINUTES), default=5)
    if minutes and capacity and capacity * least > minutes:
        yield Violation(
            ("capacity",),
            ngettext(
                "{count} mentee needs at least {needed} minutes a month, but you offer {minutes}",
                "{count} mentees need at least {needed} minutes a month, but you offer {minutes}",
                capacity, needed=capacity * least, minutes=minutes,
            ),
            _("lower 'capacity' to {number}, or raise 'commitment'", number=max(1, minutes // least)), severity="hint",
        )  # fmt: skip


def group_has_a_size(fields: dict[str, Any], stem: str, context: RuleContext) -> Iterator[Violation]:
    """Find group mentoring without the size of a group."""
    kinds = {"one-to-many", "mentorship-circle", "cohort"} & set(fields.get("relationship_types", ()))
    if kinds and not fields.get("group_size"):
        yield Violation(
            ("relationship_types",),
            _("{kind} is offered without a 'group_size'", kind=quoted(sorted(kinds)[0])),
            _("add a line like {line}", line="group_size: 6"),
            severity="hint",
        )


def profile_offers_or_seeks(fields: dict[str, Any], stem: str, context: RuleContext) -> Iterator[Violation]:
    """Find a profile that no list shows, because it neither offers nor seeks mentoring."""
    if fields.get("offer_to_mentor") is False and not fields.get("seeking_mentor"):
        yield Violation(
            ("offer_to_mentor",),
            _("this profile neither offers nor seeks mentoring, so no list shows it"),
            _("set offer_to_mentor or seeking_mentor to true"),
            severity="hint",
        )


def profile_is_confirmed(fields: dict[str, Any], stem: str, context: RuleContext) -> Iterator[Violation]:
    """Find a profile that was never confirmed as up to date.

    Lodestar's own examples have no such day, so that they never get old and a newcomer sees them in any year.
    """
    if "last_confirmed" not in fields and not stem.startswith("example-"):
        yield Violation(
            ("last_confirmed",),
            _("the profile doesn't say when it was last confirmed"),
            _("add the line {line}", line=f"last_confirmed: {context.today}"),
            severity="hint",
        )


MENTOR_RULES: tuple[Rule, ...] = (
    ("file-name", file_is_named_for_the_handle),
    *WORD_RULES,
    ("unknown-timezone", times.timezone_is_real),
    ("unclear-timezone", times.timezone_is_clear),
    ("unknown-country", country_is_real),
    ("unknown-language", times.language_is_real),
    ("listed-twice", times.languages_differ),
    ("impossible-date", times.date_is_real),
    ("future-date", times.confirmation_is_past),
    ("impossible-window", times.window_is_real),
    ("overlapping-windows", times.windows_do_not_overlap),
    ("impossible-time", times.office_hour_is_real),
    ("unclear-office-hour", times.office_hour_has_its_weeks),
    ("contact-in-text", TextsHoldNoContact("mentor")),
    ("unreadable-text", name_and_headline_can_be_read),
    ("learning-mismatch", learning_belongs_to_seeking),
    ("seeking-end", seeking_has_a_near_end),
    ("contact-link", contact_link_is_there),
    ("private-requests", private_requests_have_a_place),
    ("commitment-fit", commitment_fits_the_capacity),
    ("group-size", group_has_a_size),
    ("unseen-profile", profile_offers_or_seeks),
    ("not-confirmed", profile_is_confirmed),
)
