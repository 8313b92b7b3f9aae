"""Turn what translators write, a .po file, into a catalogue that can be spoken."""

from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel.support import Translations


def read_translations(content: bytes) -> "Translations":
    """Read the text of a .po file; a sentence without a translation, or one to be looked at again, stays English."""
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po
    from babel.support import Translations

    compiled = BytesIO()
    write_mo(compiled, read_po(BytesIO(content)))
    compiled.seek(0)
    return Translations(compiled)
