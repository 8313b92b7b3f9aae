"""The message catalogue: every sentence that a person reads, in the language that is spoken at the moment.

English is the source. A sentence stands in the code as people read it, inside `_` or `ngettext`, with named
gaps: `_("{name} is taking a break.", name=name)`. gettext finds its translation; without one the English stays.
Templates use `{% trans %}`, scripts get the same catalogue as a module. A sentence kept in a table is marked with
`N_` there and translated with `_` where it is used, because a table is made before anyone knows the language.

Which language is spoken is set by the use cases with `speaking`, never by the rooms; see docs/decisions/0010.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from gettext import NullTranslations
from typing import Any, TypeVar

_Function = TypeVar("_Function", bound=Callable[..., Any])

ENGLISH = NullTranslations()
"""The source language: every sentence is its own translation."""

_SPOKEN: ContextVar[NullTranslations] = ContextVar("spoken", default=ENGLISH)


def spoken() -> NullTranslations:
    """Return the catalogue of the language that is spoken now."""
    return _SPOKEN.get()


@contextmanager
def speaking(catalogue: NullTranslations) -> Iterator[None]:
    """Speak another language until the block ends."""
    before = _SPOKEN.set(catalogue)
    try:
        yield
    finally:
        _SPOKEN.reset(before)


def _(message: str, **values: object) -> str:
    """Return a sentence in the spoken language, with its named gaps filled; values may hold any text."""
    said = _SPOKEN.get().gettext(message)
    return said.format(**values) if values else said


def ngettext(one: str, many: str, count: int, **values: object) -> str:
    """Return the form of a sentence that the spoken language uses for a count; `{count}` is filled too."""
    return _SPOKEN.get().ngettext(one, many, count).format(count=count, **values)


def pgettext(context: str, message: str, **values: object) -> str:
    """Return a sentence that is written like another one but means something else; `context` tells them apart."""
    said = _SPOKEN.get().pgettext(context, message)
    return said.format(**values) if values else said


def N_(message: str) -> str:  # noqa: N802  the name that every tool for gettext knows
    """Mark a sentence in a table for translators; whoever uses it translates it with `_`."""
    return message


def cache_by_language(function: _Function) -> _Function:
    """Remember a function's results like `functools.cache`, but for each language apart."""
    remembered: dict[tuple[object, ...], object] = {}

    @wraps(function)
    def kept(*given: object) -> object:
        key = (_SPOKEN.get(), *given)
        if key not in remembered:
            remembered[key] = function(*given)
        return remembered[key]

    return kept  # type: ignore[return-value]
