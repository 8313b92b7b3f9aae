"""What must be true of a mentor's file beyond its shape."""

import unicodedata
from collections.abc import Iterator
from typing import Any

from generator.model.mentor import COMMITMENT_MINUTES
from generator.profiles.rules import times
from generator.profiles.rules.contact import texts_hold_no_contact
from generator.profiles.rules.context import Rule, RuleContext
from generator.profiles.rules.words import WORD_RULES
from generator.profiles.violation import Violation, quoted


def file_is_named_for_the_handle(fields: dict[str, Any], stem: str, context: RuleContext) -> Iterator[Violation]:
    """The file has another name than the handle in it.

    The file's name decides whose profile it is, and it becomes the address of the page. Rename the file,
    or correct `github`.
    """
    handle = fields.get("github")
    if handle is not None and handle.lower() != stem.lower():
        yield Violation(
            ("github",),
            f"the file is named for {quoted(stem)} but github is {quoted(handle)}",
            f"rename the file: git mv mentors/{stem}.yml mentors/{handle}.yml",
        )


def name_and_headline_can_be_read(fields: dict[str, Any], stem: str, context: RuleContext) -> Iterator[Violation]:
    """The name or the headline has nothing in it that anybody could see, or runs over several lines.

    Both stand on every card and in links, in one line. Write at least one visible letter, without line breaks.
    """
    for name in ("name", "headline"):
        text = fields.get(name)
        if text is not None and all(unicodedata.category(letter)[0] in "ZC" for letter in text):
            yield Violation(
                (name,), f"{quoted(name)} has nothing that can be seen", "write at least one visible letter"
            )
        elif text is not None and "\n" in text.strip():
            yield Violation((name,), f"{quoted(name)} runs over several lines", "write it in one line")


def learning_belongs_to_seeking(fields: dict[str, Any], stem: str, context: RuleContext) -> Iterator[Violation]:
    """`seeking_mentor` and `learning` do not fit together.

    Somebody who seeks a mentor says what they want to learn, and `learning` is shown only then. Add the
    missing one of the two.
    """
    seeking, learning = fields.get("seeking_mentor"), fields.get("learning")
    if seeking and learning is None:
        yield Violation(
            ("seeking_mentor",),
            "'seeking_mentor' is true, but 'learning' is missing",
            "add what you want to learn: learning: {skills: [rust], stage: mid}",
        )
    if learning is not None and not seeking:
        yield Violation(
            ("learning",),
            "'learning' is shown only when 'seeking_mentor' is true",
            "add the line seeking_mentor: true, or delete 'learning'",
            on_key=True,
        )


def contact_link_is_there(fields: dict[str, Any], stem: str, context: RuleContext) -> Iterator[Violation]:
    """`contact` asks for a link and has none, or has one that nobody will see.

    With `mode: link` the request button opens `url`; with `mode: issue` it opens an issue.
    """
    contact = fields.get("contact") or {}
    mode, url = contact.get("mode", "issue"), contact.get("url")
    if mode == "link" and url is None:
        yield Violation(
            ("contact",),
            "'contact' has mode 'link' but no url",
            "add the link: contact: {mode: link, url: https://example.org/book}",
        )
    if mode == "issue" and url is not None:
        yield Violation(
            ("contact", "url"),
            "with mode 'issue' the url of 'contact' is never used",
            "write mode: link to send people there, or delete the url",
        )


_LEAST_MINUTES = {"weekly": 60, "monthly": 15, "quarterly": 5, "as-needed": 5}
"""Minutes a month that one mentee needs at the least: a quarter of an hour for each meeting."""


def commitment_fits_the_capacity(fields: dict[str, Any], stem: str, context: RuleContext) -> Iterator[Violation]:
    """The time a month is too short for so many mentees.

    A quarter of an hour for each meeting is the least. Offer more time, meet less often or take fewer
    mentees: less, kept up, helps more than much that is given up.
    """
    minutes = COMMITMENT_MINUTES.get(fields.get("commitment", ""))
    capacity = fields.get("capacity")
    least = min((_LEAST_MINUTES[word] for word in fields.get("cadence", ()) if word in _LEAST_MINUTES), default=5)
    if minutes and capacity and capacity * least > minutes:
        yield Violation(
            ("capacity",), f"{capacity} mentees need at least {capacity * least} minutes a month, and {minutes} are offered",
            f"lower 'capacity' to {max(1, minutes // least)}, or raise 'commitment'", severity="hint",
        )  # fmt: skip


def group_has_a_size(fields: dict[str, Any], stem: str, context: RuleContext) -> Iterator[Violation]:
    """Group mentoring is offered, but not for how many people.

    Set `group_size` to the number of people who fit into one group.
    """
    kinds = {"one-to-many", "mentorship-circle", "cohort"} & set(fields.get("relationship_types", ()))
    if kinds and not fields.get("group_size"):
        yield Violation(
            ("relationship_types",),
            f"{quoted(sorted(kinds)[0])} is offered without a 'group_size'",
            "add a line like group_size: 6",
            severity="hint",
        )


def profile_offers_or_seeks(fields: dict[str, Any], stem: str, context: RuleContext) -> Iterator[Violation]:
    """A profile neither offers nor seeks mentoring, so nobody will see it.

    Set one of `offer_to_mentor` and `seeking_mentor` to true when the time has come, or delete the file.
    """
    if fields.get("offer_to_mentor") is False and not fields.get("seeking_mentor"):
        yield Violation(
            ("offer_to_mentor",),
            "this profile offers no mentoring and seeks none, so no list shows it",
            "set one of offer_to_mentor and seeking_mentor to true",
            severity="hint",
        )


def profile_is_confirmed(fields: dict[str, Any], stem: str, context: RuleContext) -> Iterator[Violation]:
    """Nobody ever confirmed that the profile is current.

    Mentees ask those first who are known to be there. Add today's date as `last_confirmed`, and set it
    anew when you look at your profile again.
    """
    if "last_confirmed" not in fields:
        yield Violation(
            ("last_confirmed",),
            "the profile does not say when it was last confirmed",
            f"add the line last_confirmed: {context.today}",
            severity="hint",
        )


MENTOR_RULES: tuple[Rule, ...] = (
    ("file-name", file_is_named_for_the_handle),
    *WORD_RULES,
    ("unknown-timezone", times.timezone_is_real),
    ("unknown-language", times.language_is_real),
    ("impossible-date", times.date_is_real),
    ("future-date", times.confirmation_is_past),
    ("impossible-window", times.window_is_real),
    ("overlapping-windows", times.windows_do_not_overlap),
    ("impossible-time", times.office_hour_is_real),
    ("contact-in-text", texts_hold_no_contact),
    ("unreadable-text", name_and_headline_can_be_read),
    ("learning-mismatch", learning_belongs_to_seeking),
    ("contact-link", contact_link_is_there),
    ("commitment-fit", commitment_fits_the_capacity),
    ("group-size", group_has_a_size),
    ("unseen-profile", profile_offers_or_seeks),
    ("not-confirmed", profile_is_confirmed),
)
