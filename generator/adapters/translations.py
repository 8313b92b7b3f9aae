"""The translations that come with the package, as files: one .po for each language."""

from functools import cache, lru_cache
from gettext import NullTranslations
from importlib.resources import files

from generator.text.catalogue import ENGLISH
from generator.text.translations import read_translations

_FOLDER = files("generator.text") / "locales"


def languages() -> tuple[str, ...]:
    """Name the languages that can be spoken: English, and each that has a file."""
    names = (file.name for file in _FOLDER.iterdir())
    return ("en", *sorted(name.removesuffix(".po").replace("_", "-") for name in names if name.endswith(".po")))


@cache
def catalogue_of(language: str) -> NullTranslations:
    """Return the catalogue of a language of `languages`; one that has no file is English."""
    file = _FOLDER / f"{language.replace('-', '_')}.po"
    return ENGLISH if language == "en" or not file.is_file() else read_translations(file.read_bytes())


@lru_cache(maxsize=2)
def catalogue_with(content: bytes, language: str) -> NullTranslations:
    """Return the catalogue of a language in which the sentences of another .po file come first.

    Raise ValueError where the file is none.
    """
    own = read_translations(content)
    own.info()["language"] = language.replace("-", "_")
    own.add_fallback(catalogue_of(language))
    return own
