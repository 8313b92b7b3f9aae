"""Templates become functions from values to markup. The only importer of Jinja2.

Autoescape is always on: whatever is not `Markup` already is escaped, in every template.
"""

import re
from collections.abc import Callable, Iterable
from html import escape as escape_text

from jinja2 import Environment, PackageLoader, StrictUndefined
from jinja2.ext import Extension
from markupsafe import Markup, escape

from generator.site.page import ROOT

_INDENTATION = re.compile(r"\n\s+")


class _WithoutIndentation(Extension):
    """Take the indentation out of every template once: it is a fifth of a page, times ten thousand pages."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        """Return the source with each line beginning at its first character."""
        return _INDENTATION.sub("\n", source)


_ENVIRONMENT = Environment(
    loader=PackageLoader("generator.site"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    auto_reload=False,
    cache_size=-1,
    extensions=[_WithoutIndentation],
)
_ROOT = Markup(ROOT)
_HOLE = re.compile("\x04(\\w+)\x05")


def template(name: str) -> Callable[..., Markup]:
    """Return the function that renders one template of `templates/` with the values given by name.

    Every template also has `root`. Globals are not copied into each rendering, and what is escaped is
    not wrapped piece by piece: most of the time of a large site went there.
    """
    loaded = _ENVIRONMENT.get_template(name)
    pieces, new_context = loaded.root_render_func, loaded.new_context
    pieces.__globals__["escape"] = escaped

    def render(**values: object) -> Markup:
        values["root"] = _ROOT
        return finished("".join(pieces(new_context(values, shared=True))))

    return render


def frame(name: str, *holes: str, **values: object) -> Callable[..., Markup]:
    """Return a quick function for a template that only puts values into places: no loop, no if.

    The template is rendered once with a mark in each hole, and from then on the holes are filled,
    which takes a tenth of the time. What goes in is escaped as in any template.
    """
    marked = template(name)(**{hole: Markup(f"\x04{hole}\x05") for hole in holes}, **values)
    # Splitting at a group leaves the names of the holes at the odd places.
    pieces = _HOLE.split(str(marked))
    names = pieces[1::2]

    def fill(**contents: str) -> Markup:
        filled = pieces.copy()
        filled[1::2] = [escaped(contents[hole]) for hole in names]
        return finished("".join(filled))

    return fill


def sides(name: str, hole: str, **values: object) -> tuple[str, str]:
    """Return what a template puts before and after its only hole, for a piece too small for a frame."""
    before, after = template(name)(**{hole: Markup("\x04")}, **values).split("\x04")
    return str(before), str(after)


def within(around: tuple[str, str], values: Iterable[object]) -> str:
    """Return each value between its two sides, one after the other: lines of a list, for example."""
    before, after = around
    return "".join([f"{before}{escaped(value)}{after}" for value in values])


def escaped(value: object) -> str:
    """Escape what is not markup already, for pieces that are joined to markup right away."""
    if type(value) is str:
        # Most texts hold none of these, and looking takes half the time of replacing.
        if "&" in value or "<" in value or ">" in value or '"' in value or "'" in value:
            return escape_text(value)
        return value
    return value if type(value) is Markup else str(escape(value))


def finished(text: str) -> Markup:
    """Mark a text as markup, without the search for `__html__` that takes `Markup()` most of its time."""
    return str.__new__(Markup, text)


def joined(parts: Iterable[str]) -> Markup:
    """Put finished pieces one after the other; unlike `Markup.join` it does not look at each again."""
    return finished("".join(parts))
