"""What must be true of the files in programs/, of the vocabulary and of the settings."""

from collections.abc import Iterator
from typing import Any

from generator.model.vocabulary import fold
from generator.profiles.rules import times
from generator.profiles.rules.contact import texts_hold_no_contact
from generator.profiles.rules.context import Rule, RuleContext
from generator.profiles.rules.words import mentor_exists, roadmap_exists, skill_is_known
from generator.profiles.violation import FieldPath, Violation, quoted
from generator.text.closest import closest


def minors_are_safeguarded(fields: dict[str, Any], stem: str, context: RuleContext) -> Iterator[Violation]:
    """A program takes people under 18 without what protects them.

    That needs `visibility: private-repo`, so that no request is public, and a named
    `safeguarding_officer`. Without both, `min_age` is 18.
    """
    if fields.get("min_age", 18) >= 18:
        return
    if fields.get("visibility") != "private-repo" or not fields.get("safeguarding_officer"):
        yield Violation(
            ("min_age",),
            "people under 18 need a private repository and a safeguarding officer",
            "add visibility: private-repo and safeguarding_officer: <a name>, or set min_age: 18",
        )


def private_program_has_a_repository(fields: dict[str, Any], stem: str, context: RuleContext) -> Iterator[Violation]:
    """A program says that its requests are private, but not where they go.

    Name the private repository as `private_repository: owner/name`.
    """
    if fields.get("visibility") == "private-repo" and not fields.get("private_repository"):
        yield Violation(
            ("visibility",),
            "'visibility' is private-repo, but 'private_repository' is missing",
            "add a line like private_repository: our-community/mentoring-private",
        )


def end_is_written_once(fields: dict[str, Any], stem: str, context: RuleContext) -> Iterator[Violation]:
    """A program gives its end twice, as a date and as a length.

    The two come apart when the start moves. Keep `ends` or `duration_weeks`.
    """
    if "ends" in fields and "duration_weeks" in fields:
        yield Violation(
            ("duration_weeks",),
            "the end is given twice, by 'ends' and by 'duration_weeks'",
            "keep one of the two",
            on_key=True,
        )


def milestones_fit_the_duration(fields: dict[str, Any], stem: str, context: RuleContext) -> Iterator[Violation]:
    """A milestone lies after the end of its program.

    Weeks count from the start. Move the milestone, or let the program run longer.
    """
    weeks = fields.get("duration_weeks")
    starts, ends = (times.parse_date(fields[name]) if name in fields else None for name in ("starts", "ends"))
    if weeks is None and starts and ends:
        weeks = ((ends - starts).days + 7) // 7
    for position, milestone in enumerate(fields.get("milestones", ())):
        week = milestone.get("week") if isinstance(milestone, dict) else None
        if weeks and week and week > weeks:
            yield Violation(
                ("milestones", position, "week"),
                f"week {week} is after the program's end in week {weeks}",
                "move the milestone, or let the program run longer",
            )


def step_ids_are_unique(fields: dict[str, Any], stem: str, context: RuleContext) -> Iterator[Violation]:
    """Two steps of a roadmap have the same id.

    Requests point at a step by its id. Give each step its own.
    """
    seen: set[str] = set()
    for position, step in enumerate(fields.get("steps", ())):
        name = step.get("id") if isinstance(step, dict) else None
        if name in seen:
            yield Violation(
                ("steps", position, "id"), f"the step {quoted(name)} is there twice", "give this step an id of its own"
            )
        if name:
            seen.add(name)


def words_are_unique(fields: list[Any], stem: str, context: RuleContext) -> Iterator[Violation]:
    """Two terms of a vocabulary share a word.

    Nobody could tell which of the two is meant. Capital letters, spaces and punctuation do not make a
    word another one. Keep the word with one of the terms.
    """
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
                    f"{quoted(word)} already stands for {quoted(owner)}",
                    "keep it with one of the two, or delete it",
                )


def relations_exist(fields: list[Any], stem: str, context: RuleContext) -> Iterator[Violation]:
    """A term points at a broader or related term that is not in the same file.

    Write the id of a term of this file, or add that term.
    """
    ids = [term.get("id", "") for term in fields]
    for position, term in enumerate(fields):
        for relation in ("broader", "related"):
            for number, other in enumerate(term.get(relation, ())):
                if other not in ids or other == term.get("id"):
                    close = closest(other, [known for known in ids if known != term.get("id")])
                    yield Violation(
                        (position, relation, number),
                        f"there is no other term {quoted(other)} in this file",
                        f"did you mean {quoted(close)}?"
                        if close
                        else "write the id of a term of this file, or add that term",
                    )


def broader_terms_do_not_circle(fields: list[Any], stem: str, context: RuleContext) -> Iterator[Violation]:
    """A term is broader than itself, by way of others.

    Broader terms lead upwards and never back. Delete one of the steps.
    """
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
                f"following the broader terms of {quoted(start)} leads back to it",
                "delete one of the steps of this circle",
            )


def hidden_comes_after_stale(fields: dict[str, Any], stem: str, context: RuleContext) -> Iterator[Violation]:
    """A profile would be hidden before it is shown as stale.

    `hidden_after_days` is the larger of the two.
    """
    freshness = fields.get("freshness") or {}
    stale, hidden = freshness.get("stale_after_days", 180), freshness.get("hidden_after_days", 365)
    if hidden <= stale:
        yield Violation(
            ("freshness",),
            f"profiles would be hidden after {hidden} days, before they are stale after {stale}",
            "make hidden_after_days the larger of the two",
        )


def bands_are_in_order(fields: dict[str, Any], stem: str, context: RuleContext) -> Iterator[Violation]:
    """The bands of the match are not in order.

    A strong match needs more points than a good one, and a good one more than some match. Put the three
    numbers in this order.
    """
    bands = (fields.get("match") or {}).get("bands") or {}
    strong, good, some = bands.get("strong", 75), bands.get("good", 55), bands.get("some", 35)
    if not strong > good > some:
        yield Violation(
            ("match", "bands"),
            f"the bands begin at {strong}, {good} and {some} points",
            "make 'strong' the largest and 'some' the smallest; without these lines they are 75, 55 and 35",
        )


def reminders_come_before_the_end(fields: dict[str, Any], stem: str, context: RuleContext) -> Iterator[Violation]:
    """A request would end before its mentor is reminded.

    The first reminder comes before the second, and both before `expiry`. Put the three numbers in this order.
    """
    days = (fields.get("requests") or {}).get("days") or {}
    first, second, expiry = days.get("first_reminder", 3), days.get("second_reminder", 7), days.get("expiry", 14)
    if not first < second < expiry:
        yield Violation(
            ("requests", "days"),
            f"the reminders come after {first} and {second} days, and the end after {expiry}",
            "make 'first_reminder' the smallest and 'expiry' the largest; without these lines they are 3, 7 and 14",
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
    ("contact-in-text", texts_hold_no_contact),
)
ROADMAP_RULES: tuple[Rule, ...] = (
    ("unknown-mentor", mentor_exists),
    ("unknown-skill", skill_is_known),
    ("impossible-date", times.date_is_real),
    ("future-date", times.confirmation_is_past),
    ("step-twice", step_ids_are_unique),
    ("contact-in-text", texts_hold_no_contact),
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
)
