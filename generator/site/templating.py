"""Templates become functions from values to markup. The only importer of Jinja2.

Autoescape is always on: whatever is not `Markup` already is escaped, in every template. Sentences are in
`{% trans %}` and appear in the language that is set when a template is rendered.
"""

import re
from collections.abc import Callable, Iterable
from html import escape as escape_text

from jinja2 import Environment, PackageLoader, StrictUndefined
from jinja2.ext import Extension
from markupsafe import Markup, escape

from generator.site.page import ROOT
from generator.text.catalogue import _, cache_by_language, number, spoken

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
    extensions=[_WithoutIndentation, "jinja2.ext.i18n"],
)
_ENVIRONMENT.policies["ext.i18n.trimmed"] = True
_ENVIRONMENT.newstyle_gettext = True  # type: ignore[attr-defined]  # the extension's own attribute


def _gettext(message: str, **values: object) -> Markup:
    """Say a sentence of a template; its gaps are escaped, the sentence itself is ours."""
    return mark_safe(spoken().gettext(message)) % values


def _ngettext(one: str, many: str, num: int, **values: object) -> Markup:
    values |= {name: number(num) for name, value in values.items() if value is num}
    return mark_safe(spoken().ngettext(one, many, num)) % values


def _pgettext(context: str, message: str, **values: object) -> Markup:
    return mark_safe(spoken().pgettext(context, message)) % values


_IN_EVERY_TEMPLATE = {"root": Markup(ROOT), "_": _, "gettext": _gettext, "ngettext": _ngettext, "pgettext": _pgettext}
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
        return mark_safe("".join(pieces(new_context(values | _IN_EVERY_TEMPLATE, shared=True))))

    return render


def compile_flat_template(name: str, *holes: str, **values: object) -> Callable[..., Markup]:
    """Return a quick function for a template that only fills its holes: no loop, no if around them.

    The template is rendered once in each language with a mark in each hole, and from then on the holes
    are filled, which takes a tenth of the time. What goes in is escaped as in any template.
    """

    @cache_by_language
    def compiled() -> tuple[list[str], list[str]]:
        marked = template(name)(**{hole: Markup(f"\x04{hole}\x05") for hole in holes}, **values)
        # Splitting at a group leaves the names of the holes at the odd positions.
        pieces = _HOLE.split(str(marked))
        return pieces, pieces[1::2]

    def fill(**contents: str) -> Markup:
        pieces, names = compiled()
        filled = pieces.copy()
        filled[1::2] = [escaped(contents[hole]) for hole in names]
        return mark_safe("".join(filled))

    return fill


def split_at_hole(name: str, hole: str, **values: object) -> tuple[str, str]:
    """Return what a template puts before and after its only hole, for pieces too small to be filled by name."""
    before, after = template(name)(**{hole: Markup("\x04")}, **values).split("\x04")
    return str(before), str(after)


def wrap_all(around: tuple[str, str], values: Iterable[object]) -> str:
    """Return each value with the same piece before and after it: lines of a list, for example."""
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


def mark_safe(text: str) -> Markup:
    """Mark a text as markup, without the search for `__html__` that takes `Markup()` most of its time."""
    return str.__new__(Markup, text)


def concat(parts: Iterable[str]) -> Markup:
    """Put pieces of markup one after the other; unlike `Markup.join` it does not look at each again."""
    return mark_safe("".join(parts))
