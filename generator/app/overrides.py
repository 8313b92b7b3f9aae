"""What a community says and shows otherwise than we do: the folder `overrides/`, its one known place.

`look.css` comes after our own style sheet, and `texts.po` holds sentences of the site in the community's own words.
Forms and the bot keep ours: their words are how earlier requests are read.
"""

from gettext import NullTranslations
from pathlib import Path

from generator.adapters.translations import catalogue_of, catalogue_with
from generator.model.errors import LodestarError
from generator.text.catalogue import _, speak, spoken

FOLDER = "overrides"
STYLE = f"{FOLDER}/look.css"
TEXTS = f"{FOLDER}/texts.po"
_OWN: list[NullTranslations] = []
"""The catalogue of a community that is spoken now, or nothing."""


def own_style(root: Path) -> str:
    """Return the community's own rules for the look."""
    path = root / STYLE
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def speak_own_texts(root: Path, language: str) -> None:
    """Speak the site's language with the community's own sentences, or without those of another one."""
    path = root / TEXTS
    if path.is_file():
        try:
            own = catalogue_with(path.read_bytes(), language)
        except ValueError as error:
            raise LodestarError(_("{path} can't be read: {reason}.", path=TEXTS, reason=error)) from None
        _OWN[:] = [own]
        speak(own)
    elif _OWN and spoken() is _OWN[0]:
        _OWN.clear()
        speak(catalogue_of(language))
