"""Make a profile answer by answer, for `lodestar new`: each answer is read and judged as the check will judge it."""

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from generator.adapters.filesystem import list_directory, write_whole
from generator.app.check import context_of
from generator.model.errors import CallError
from generator.moving.people import slug
from generator.profiles.new_file import profile_text
from generator.profiles.rules.context import RuleContext
from generator.profiles.rules.mentor import MENTOR_RULES
from generator.profiles.source import SourceFile, kind_of
from generator.profiles.spellings import read_spellings
from generator.profiles.validate import validate
from generator.profiles.yaml_writer import yaml_text
from generator.text import labels
from generator.text.catalogue import N_, _

_PARTS_OF_LANGUAGES = re.compile(r"\s*(?:[,;/&+]|\band\b)\s*")
_PARTS = re.compile(r"\s*[,;]\s*")


@dataclass(frozen=True, slots=True)
class Question:
    """One field to ask for: what to say, an example, what an empty answer means, whether it is a list, and whether it needs an answer."""

    field: str
    text: str
    example: str = ""
    default: str = ""
    is_list: bool = False
    optional: bool = False


QUESTIONS = (
    Question("github", N_("Your GitHub name. Without an account, just press Enter"), optional=True),
    Question("name", N_("Your name, as people call you")),
    Question("headline", N_("One line about you: who you are, and who you like to help"), N_("Backend engineer, friendly to career changers")),
    Question("skills", N_("What can you teach? Separate with commas"), N_("Python, testing"), is_list=True),
    Question("languages", N_("Which languages do you mentor in?"), N_("English, German"), is_list=True),
    Question("timezone", N_("Where are you? A city or a time zone"), N_("Berlin")),
    Question("commitment", N_("How much time can you give each mentee a month?"), N_("30 minutes"), "1h"),
    Question("capacity", N_("How many mentees can you have at once?"), default="1"),
)  # fmt: skip
"""The fields that every profile needs, in the order in which they are easy to answer."""


class NewProfile:
    """A profile that grows with each answer."""

    def __init__(self, root: Path, today: date) -> None:
        """Begin a profile in a directory."""
        self._root, self._today = root, today
        self._context: RuleContext = context_of(root, today)
        self._fields: dict[str, Any] = {}
        self._handles = {SourceFile(path).stem.lower() for path in list_directory(root) if kind_of(path) == "mentor"}

    def answer(self, question: Question, text: str) -> tuple[str, ...]:
        """Take an answer; return what is wrong with it, or nothing when it is part of the profile now."""
        if question.optional and not text.strip():
            self._fields.pop(question.field, None)
            return ()
        tried = {**self._fields, question.field: _value(question, text)}
        checked = validate(self._file(tried), "mentor", MENTOR_RULES, self._context)
        wrong = [one for one in checked.problems if one.severity == "error" and one.code != "missing-field"]
        if question.field == "github" and text.strip().lstrip("@").lower() in self._handles:
            return (_("{handle} has a profile already: mentors/{handle}.yml. Edit that file.", handle=text.strip()),)
        if wrong:
            return tuple(f"{one.message}; {one.help}" for one in wrong)
        read = read_spellings("mentor", tried, self._context).fields
        if not read.get(question.field) and read.get(question.field) != 0:
            return (_("That is no skill of our list, but a topic. Name at least one skill, too."),)
        self._fields = read
        return ()

    def read_as(self, question: Question) -> str:
        """Say how an answer was understood: labels, and names instead of ids."""
        value = self._fields.get(question.field, "")
        if question.field == "skills":
            return ", ".join(map(self._context.vocabularies.skills.label, value))
        if question.field == "commitment":
            return labels.choice("commitment", value)
        return ", ".join(value) if isinstance(value, list) else str(value)

    def write(self) -> Path:
        """Write the file, and return where it is. Raise CallError where it is there by now."""
        fields = {**self._fields, "last_confirmed": self._today.isoformat()}
        path = self._root / "mentors" / f"{fields.get('github') or self._free_handle()}.yml"
        if path.exists():
            raise CallError(_("{path} is there already. Nothing was written.", path=path))
        path.parent.mkdir(exist_ok=True)
        write_whole(path, profile_text(fields).encode())
        return path

    @property
    def vouched(self) -> bool:
        """Whether the profile has no GitHub name, so that a coordinator has to vouch for it."""
        return "github" not in self._fields

    def _free_handle(self) -> str:
        """Make a handle of the name, with a number where someone has it."""
        wanted = slug(self._fields["name"]) or "mentor"
        numbered = (f"{wanted[:36]}{number or ''}" for number in (0, *range(2, 100)))
        return next(one for one in numbered if one not in self._handles)

    def _file(self, fields: dict[str, Any]) -> SourceFile:
        return SourceFile(f"mentors/{fields.get('github') or 'you'}.yml", yaml_text(fields).encode())


def _value(question: Question, text: str) -> Any:
    text = " ".join(text.split()) or question.default
    if question.is_list:
        parts = _PARTS_OF_LANGUAGES if question.field == "languages" else _PARTS
        return [part for part in parts.split(text) if part]
    if question.field == "github":
        return text.removeprefix("https://github.com/").strip("@/ ")
    return int(text) if question.field == "capacity" and text.isdecimal() else text
