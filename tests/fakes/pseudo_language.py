"""A language nobody speaks: every sentence of the catalogue is marked, so that a forgotten one is seen.

"2 spots open" becomes "⟦2 šṕóťš óṕéń⟧": the gaps keep what is put in, the letters get accents, brackets go around.
"""

import re
from gettext import NullTranslations

OPEN, CLOSE = "⟦", "⟧"
_GAPS_AND_MARKUP = re.compile(r"(\{\w*\}|%\(\w+\)s|%%|<[^>]+>|&\w+;|`[^`]*`|\]\([^)]*\))")
_ACCENTS = str.maketrans("aceilnoprstuyzACEILNOPRSTUYZ", "áćéíĺńóṕŕšťúýžÁĆÉÍĹŃÓṔŔŠŤÚÝŽ")


def pseudo(message: str) -> str:
    """Write a message of the catalogue in the pseudo-language; what is no sentence stays (gaps, markup, code)."""
    if not message:
        return message
    pieces = _GAPS_AND_MARKUP.split(message)
    pieces[::2] = [piece.translate(_ACCENTS) for piece in pieces[::2]]
    return OPEN + "".join(pieces) + CLOSE


class Pseudo(NullTranslations):
    """The catalogue of the pseudo-language; Babel takes its days and numbers from English."""

    def gettext(self, message: str) -> str:
        """Return a sentence with its marks."""
        return pseudo(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Return the form of a sentence for a number, with its marks."""
        return pseudo(msgid1 if n == 1 else msgid2)

    def pgettext(self, context: str, message: str) -> str:
        """Return a sentence with its marks; the context is for translators alone."""
        return pseudo(message)
