"""Templates become functions from values to markup. The only importer of Jinja2.

Autoescape is always on: whatever is not `Markup` already is escaped, in every template.
"""

import re
from collections.abc import Callable, Iterable
from html import escape as quick_escape

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


def template(name: str) -> Callable[..., Markup]:
    """Return the function that renders one template of `templates/` with the values given by name.

    Every template also has `root`. Globals are not copied into each rendering and pieces are escaped
    without being wrapped one by one, because most of the time of ten thousand pages went there.
    """
    loaded = _ENVIRONMENT.get_template(name)
    pieces, new_context = loaded.root_render_func, loaded.new_context
    pieces.__globals__["escape"] = _escaped

    def render(**values: object) -> Markup:
        values["root"] = _ROOT
        return Markup("".join(pieces(new_context(values, shared=True))))

    return render


def _escaped(value: object) -> str:
    """Escape what is not markup. The pieces are only joined, so a plain string of finished markup will do."""
    if type(value) is Markup:
        return value
    return quick_escape(value) if type(value) is str else str(escape(value))


def joined(parts: Iterable[Markup]) -> Markup:
    """Put finished pieces one after the other; unlike `Markup.join` it does not look at each again."""
    return Markup("".join(parts))
