"""Turn the answers of the form into the file they stand for: a new one, or changes to the person's own."""

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from generator.model.problem import Problem
from generator.profiles.new_file import profile_text
from generator.profiles.rules.context import RuleContext
from generator.profiles.set_fields import set_fields
from generator.profiles.source import SourceFile
from generator.profiles.spellings import read_spellings
from generator.profiles.syntax import read_with_repairs
from generator.profiles.text import clean_text
from generator.requests.forms.form import CHECKBOXES, DROPDOWN, INPUT, Field, Form
from generator.requests.forms.headings import answers_of
from generator.requests.forms.values import chosen
from generator.requests.forms.visible import plain_answer
from generator.requests.joining.profile_form import CONSENT, MORE
from generator.text.catalogue import _
from generator.text.markdown_escape import plain

LONGEST_BODY = 40_000
"""Letters of an issue's text that are read; a profile with every field at its longest has about half as many."""
_LISTS = frozenset({"skills", "languages", "topics", "windows"})
_PARTS = re.compile(r"\s*[,;、،\n]\s*")
_PARTS_OF_LANGUAGES = re.compile(r"\s*(?:[,;/&+、،\n]|\band\b)\s*")
_UNREADABLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)
_USUAL: Mapping[str, Any] = {"commitment": "1h", "capacity": 1}
"""What a new profile says where its author left it open."""


@dataclass(frozen=True, slots=True)
class ProfileDraft:
    """The file that an issue stands for. `before` is its text now, where the person has one already.

    `refused` says why this person can't have this file; `problems` are those of the check, and of the form itself.
    """

    path: str
    fields: Mapping[str, Any] = field(default_factory=dict)
    text: str = ""
    before: str | None = None
    problems: tuple[Problem, ...] = ()
    refused: str = ""

    @property
    def is_right(self) -> bool:
        """Nothing is left to fix, and the file may be theirs."""
        return not self.refused and not any(one.severity == "error" for one in self.problems)

    @property
    def changes_nothing(self) -> bool:
        """The file says all of this already."""
        return self.before is not None and self.text == self.before

    @property
    def fingerprint(self) -> str:
        """A few letters that change with the file; the day on which it was read is no part of it."""
        told = {name: value for name, value in self.fields.items() if name != "last_confirmed"}
        return hashlib.sha256(json.dumps([self.path, told], sort_keys=True).encode()).hexdigest()[:32]


def answered_fields(body: str, form: Form) -> tuple[dict[str, Any], tuple[str, ...]]:
    """Return the fields that an issue's text fills in, as their writer spelled them, and what is wrong with the form itself."""
    if len(body) > LONGEST_BODY:
        return {}, (_("Your text is too long to be read. Please shorten it."),)
    answers, _forged = answers_of(body, form)
    by_id = {one.id: one for one in form.fields}
    given = {name: plain_answer(text, by_id[name]) for name, text in answers.items()}
    wrong = (
        []
        if _is_ticked(given.get(CONSENT, ""))
        else [_("Please tick the box below **{heading}**.", heading=by_id[CONSENT].label)]
    )
    fields: dict[str, Any] = {}
    for name, text in given.items():
        value = None if name in (CONSENT, MORE) else _value(by_id[name], text)
        if value not in (None, "", []):
            fields[name] = value
    more, defects = _more(given.get(MORE, ""))
    wrong += [f"**{by_id[MORE].label}:** {one}" for one in defects]
    return {**more, **fields}, tuple(wrong)


def draft_of(
    fields: dict[str, Any], path: str, login: str, before: SourceFile | None, context: RuleContext
) -> ProfileDraft:
    """Return the file that the fields make: `before` with these changes, or a new one."""
    text = clean_text(before.content) if before and not before.refusal else None
    if before is None:
        usual = {**_USUAL, **fields, "github": login, "last_confirmed": context.today.isoformat()}
        read = read_spellings("mentor", usual, context).fields
        return ProfileDraft(path, read, profile_text(read))
    old = read_with_repairs(text).data if text is not None else None
    if isinstance(old, dict) and text is not None:
        read = read_spellings("mentor", {**old, **fields}, context).fields
        changed = {name: value for name, value in read.items() if name in fields or value != old.get(name)}
        if any(value != old.get(name) for name, value in changed.items()):
            changed["last_confirmed"] = context.today.isoformat()
        edited = set_fields(text, changed)
        if edited is not None:
            return ProfileDraft(path, {**old, **changed}, edited, text)
    reason = _(
        "Your file is written in a way that I can't change safely. Please edit it yourself, or ask a coordinator."
    )
    return ProfileDraft(path, fields, text or "", text, refused=reason)


def _value(asked: Field, text: str) -> Any:
    if asked.type == CHECKBOXES:
        ticked = {line.strip()[5:].strip() for line in text.split("\n") if line.strip()[:5].lower() == "- [x]"}
        return [one.id for one in asked.choices if one.text in ticked]
    if asked.type == DROPDOWN:
        found = chosen(text, asked) if text else ()
        return found[0] if found else text
    if asked.id in _LISTS:
        parts = _PARTS_OF_LANGUAGES if asked.id == "languages" else _PARTS
        return [_one_line(part) for part in parts.split(text) if part.strip()]
    if asked.type == INPUT:
        line = _one_line(text)
        return int(line) if asked.id == "capacity" and line.isascii() and line.isdecimal() and len(line) < 6 else line
    return _UNREADABLE.sub("", text).replace("\t", "    ").strip()


def _one_line(text: str) -> str:
    return " ".join(_UNREADABLE.sub("", text).split())


def _is_ticked(text: str) -> bool:
    return any(line.strip()[:5].lower() == "- [x]" for line in text.split("\n"))


def _more(text: str) -> tuple[dict[str, Any], list[str]]:
    """Read lines as they are in a file; the GitHub name is never taken from them."""
    written = _UNREADABLE.sub("", text).strip()
    if not written:
        return {}, []
    marked = read_with_repairs(written)
    defects = [f"{plain(found.message)}. {plain(found.help)}" for _code, found in marked.violations]
    if marked.data is not None and not isinstance(marked.data, dict):
        return {}, [_("Please write each field on its own line, like `pronouns: she/her`.")]
    fields = marked.data if isinstance(marked.data, dict) and not defects else {}
    return {str(name): value for name, value in fields.items() if name != "github"}, defects
