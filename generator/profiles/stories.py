"""Check one story: its fields as any other file's, and below them a text without contact details."""

from collections.abc import Callable

from generator.model.problem import Problem
from generator.model.story import Story
from generator.profiles.front_matter import split_front_matter
from generator.profiles.parse import parse_story
from generator.profiles.rules.context import Rule, RuleContext
from generator.profiles.rules.story import STORY_RULES
from generator.profiles.source import SourceFile
from generator.profiles.text import clean_text
from generator.profiles.validate import Validated, refusal_problem
from generator.text.catalogue import _
from generator.text.contact_details import find_email, find_phone, may_hold_contact

LONGEST = 20_000
"""Letters of a story; about ten minutes of reading."""


def validate_story(
    file: SourceFile,
    context: RuleContext,
    validate: Callable[[SourceFile, str, tuple[Rule, ...], RuleContext], Validated],
) -> tuple[Story | None, tuple[Problem, ...]]:
    """Return a story, or None where its fields have errors, and all of its problems."""
    if file.refusal:
        return None, (refusal_problem(file),)
    parts = split_front_matter(file)
    if parts is None:
        message = _("the fields at the top are missing")
        help = _("begin the file with a line ---, then the fields like title: ..., then another line ---")
        return None, (_problem(file.path, 1, "no-front-matter", message, help),)
    fields, body, line = parts
    validated = validate(fields, "story", STORY_RULES, context)
    text = clean_text(body)
    problems = (*validated.problems, *_about_text(file.path, text, line))
    if not isinstance(validated.fields, dict) or text is None:
        return None, problems
    return parse_story(file.stem, validated.fields, text.strip()), problems


def _about_text(path: str, text: str | None, line: int) -> tuple[Problem, ...]:
    if text is None:
        message = _("the text holds signs that no one can see, or isn't UTF-8")
        return (_problem(path, line, "control-character", message, _("type the text again, or save it as UTF-8")),)
    if not text.strip():
        return (
            _problem(path, line, "empty-field", _("the story itself is missing"), _("write it below the second ---")),
        )
    if len(text) > LONGEST:
        message = _("the story has {count} characters; at most {most} fit", count=len(text), most=LONGEST)
        return (_problem(path, line, "too-long", message, _("shorten it, or tell it as two stories")),)
    found = _contact(text) if may_hold_contact(text) else None
    if found is None:
        return ()
    at = line + text[: text.index(found)].count("\n")
    message = _("the story contains what looks like an email address or a phone number")
    return (_problem(path, at, "contact-in-text", message, _("delete it; a story needs no contact details")),)


def _contact(text: str) -> str | None:
    found = find_email(text) or find_phone(text)
    return found if found and found in text else None


def _problem(path: str, line: int, code: str, message: str, help: str) -> Problem:
    return Problem(path, line, 1, 2, "error", code, message, help)
