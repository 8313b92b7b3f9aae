"""Show what someone wrote into a form back to them, as code, and say what of it our lists don't have."""

from generator.text.catalogue import ngettext
from generator.text.counting import listed
from generator.text.markdown_escape import code

_SHOWN = 5


def as_code(words: tuple[str, ...]) -> str:
    """List people's own words as code, the first few of many."""
    shown = [code(word, 60) for word in words[:_SHOWN]]
    more = len(words) - len(shown)
    if more:
        return ngettext("{words} and {count} more", "{words} and {count} more", more, words=", ".join(shown))
    return listed(shown)


def not_listed(words: tuple[str, ...]) -> str:
    """Say which words our lists don't have."""
    return ngettext(
        "{words} isn't in our lists, so the match can't look for it.",
        "{words} aren't in our lists, so the match can't look for them.",
        len(words),
        words=as_code(words),
    )
