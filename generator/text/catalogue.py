"""The message catalogue: every sentence that a person reads, in the language that is spoken at the moment.

English is the source. A sentence is in the code as people read it, inside `_` or `ngettext`, with named
gaps: `_("{name} is taking a break.", name=name)`. gettext finds its translation; without one the English stays.
Templates use `{% trans %}`, scripts get the same catalogue as a module. A sentence kept in a table is marked with
`N_` there and translated with `_` where it is used, because a table is made before anyone knows the language.

Which language is spoken is set by the use cases with `speaking`, never by the rooms; see docs/decisions/0010.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache, lru_cache, wraps
from gettext import NullTranslations
from math import ceil
from typing import TYPE_CHECKING, Any, TypeVar

from generator.model.marked import N_ as N_

if TYPE_CHECKING:
    from babel import Locale

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


def speak(catalogue: NullTranslations) -> None:
    """Speak a language from now on: for a process that serves one directory, between whose steps others act."""
    _SPOKEN.set(catalogue)


def spoken_tag() -> str:
    """Return the tag of the language that is spoken now, "en" or "pt-BR"."""
    return _SPOKEN.get().info().get("language", "en").replace("_", "-")


def _(message: str, /, **values: object) -> str:
    """Return a sentence in the spoken language, with its named gaps filled; values may hold any text."""
    translated = _SPOKEN.get().gettext(message)
    return translated.format(**values) if values else translated


def ngettext(one: str, many: str, count: float, /, **values: object) -> str:
    """Return the form of a sentence that the spoken language uses for a count; `{count}` is filled, as "1,250"."""
    whole = count if type(count) is int else max(2, ceil(count)) if count != 1 else 1
    return _SPOKEN.get().ngettext(one, many, whole).format(count=number(count), **values)


def pgettext(context: str, message: str, /, **values: object) -> str:
    """Return a sentence that is written like another one but means something else; `context` tells them apart."""
    translated = _SPOKEN.get().pgettext(context, message)
    return translated.format(**values) if values else translated


def cache_by_language(function: _Function) -> _Function:
    """Remember a function's latest results like `functools.lru_cache`, but for each language apart."""

    @lru_cache(maxsize=16_384)
    def remembered(spoken_now: NullTranslations, *given: object) -> object:
        return function(*given)

    @wraps(function)
    def kept(*given: object) -> object:
        return remembered(_SPOKEN.get(), *given)

    return kept  # type: ignore[return-value]


@cache_by_language
def locale() -> "Locale":
    """Return what Babel knows of the spoken language."""
    from babel import Locale

    return Locale.parse(spoken_tag(), sep="-")


@cache
def english() -> "Locale":
    """Return what Babel knows of English, whatever is spoken."""
    from babel import Locale

    return Locale("en")


def number(value: float) -> str:
    """Write a number as the spoken language does: "7", "1,250", "1.5"."""
    return _decimal(value) if value >= 1000 or type(value) is not int else str(value)


@cache_by_language
def _decimal(value: float) -> str:
    from babel.numbers import format_decimal

    return format_decimal(value, locale=locale())
