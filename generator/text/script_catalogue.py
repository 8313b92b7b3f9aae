"""Write the spoken language for the scripts: the module `lib/catalogue.js`, which `lib/messages.js` reads.

Only the sentences that some script contains are written, so that a page loads no more than it can show.
"""

import json
import re
from gettext import NullTranslations
from typing import Any

from generator.text.catalogue import spoken, spoken_tag

_HEAD = "/** The page's language, written by the build. */\n\n"
_PLURAL = re.compile(r"plural=([n0-9 %=!<>&|?:()+-]+)")
"""The rule of a language for its plural forms; nothing else may get from a translator's file into a script."""


def script_catalogue(scripts: str) -> str | None:
    """Return the module for the language that is spoken now, with the sentences of the given scripts; None for English."""
    catalogue = spoken()
    messages = _messages(catalogue)
    if spoken_tag() == "en" and not messages:
        return None
    used = {
        key: sentence
        for key, sentence in messages.items()
        if json.dumps(key.partition("\x04")[2] or key, ensure_ascii=False) in scripts
    }
    content = (
        json.dumps(used, ensure_ascii=False, indent=1, sort_keys=True)
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029")
    )
    rule = _PLURAL.search(catalogue.info().get("plural-forms", ""))
    plural = f"Number({rule[1].strip()})" if rule else "Number(n !== 1)"
    return f"{_HEAD}export const CATALOGUE = {{ language: {json.dumps(spoken_tag())}, plural: (n) => {plural}, messages: {content} }};\n"


def _messages(catalogue: NullTranslations) -> dict[str, str | list[str]]:
    """Collect translations by their English; the forms of a plural are a list."""
    found: dict[str, str | list[str]] = {}
    entries: dict[Any, str] = getattr(catalogue, "_catalog", {})
    for key in sorted(entries, key=str):
        if isinstance(key, tuple):
            forms = found.setdefault(key[0], [])
            if isinstance(forms, list):
                forms.append(entries[key])
        elif key:
            found[key] = entries[key]
    return found
