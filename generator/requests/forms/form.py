"""What the issue forms ask, as data: from it GitHub's files are written, and by it submitted issues are read back.

A field is found again by its label, because GitHub writes nothing else into an issue. Whoever renames a label
or a choice keeps the old words in `former`, so that older issues are still understood. The free text of a form
is its last field: whatever is below its heading belongs to it, and nothing written there can pass for a field.
Answers that the site fills in are lines of one field, `details`; the fields they had once are retired.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from generator.model.vocabulary import Vocabularies, fold

INPUT, DROPDOWN, CHECKBOXES, TEXTAREA = "input", "dropdown", "checkboxes", "textarea"


@dataclass(frozen=True, slots=True)
class Choice:
    """One option: what it means to us, its name for people, and what explains it after a colon."""

    id: str
    name: str
    about: str = ""

    @property
    def text(self) -> str:
        """The option as the form shows it and as an issue repeats it."""
        return f"{self.name}: {self.about}" if self.about else self.name


@dataclass(frozen=True, slots=True)
class Field:
    """One thing a form asks. `former` are labels, and `former_choices` options, that it had in earlier versions.

    `filled` is what it says from the start. A `retired` field is in no form any more: it is read below its heading
    in older issues, and as a line of the field `details` in newer ones.
    """

    id: str
    type: str
    label: str
    about: str = ""
    placeholder: str = ""
    choices: tuple[Choice, ...] = ()
    default: int | None = None
    required: bool = False
    former: tuple[str, ...] = ()
    former_choices: tuple[Choice, ...] = ()
    filled: str = ""
    retired: bool = False

    @property
    def labels(self) -> frozenset[str]:
        """Every label it has or had, folded."""
        return frozenset(map(fold, (self.label, *self.former)))


@dataclass(frozen=True, slots=True)
class Form:
    """One issue form. `kind` is one of the request's KINDS, or the one that is meant when its field `kind` is left open."""

    file: str
    kind: str
    name: str
    about: str
    title: str
    label: str
    intro: str
    fields: tuple[Field, ...]

    @property
    def shown(self) -> tuple[Field, ...]:
        """The fields that people fill in now."""
        return tuple(field for field in self.fields if not field.retired)

    @property
    def free_text(self) -> Field | None:
        """The last field where it is the free text; None in a form without one."""
        return self.fields[-1] if self.fields[-1].type == TEXTAREA else None


@dataclass(frozen=True, slots=True, eq=False)
class Forms:
    """All forms of a directory, and what their answers are looked up in.

    `mentors` leads from folded names, `programs` and `roadmaps` from folded ids and titles; `language_tag` finds the tag of a
    language's name or code.
    """

    forms: tuple[Form, ...]
    vocabularies: Vocabularies
    mentors: Mapping[str, str]
    handles: Collection[str]
    programs: Mapping[str, str]
    site_url: str
    language_tag: Callable[[str], str | None]
    roadmaps: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
