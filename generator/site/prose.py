"""Turn the Markdown that people wrote into markup that cannot hurt the page around it.

The only importer of markdown-it-py, which reads it with HTML off, and of nh3, which lets a short list
of tags through. Pictures are not shown, links are https only, headings become bold paragraphs.
"""

import re
from functools import lru_cache

import nh3
from markupsafe import Markup

from generator.text.markdown_parser import MarkdownIt, StateCore, Token

_TAGS = {"p", "br", "strong", "em", "code", "pre", "blockquote", "ul", "ol", "li", "a"}
_ATTRIBUTES: dict[str, set[str]] = {"*": set(), "a": {"href"}, "ol": {"start"}}

_MARKS = "\\`*_[]<>&"
_BEGINNINGS = frozenset(" #+-=~0123456789")


def render_prose(text: str) -> Markup:
    """Return the markup of a text in Markdown.

    Reading Markdown takes half a millisecond and most people write none, so a text without any of its
    characters is only split into paragraphs; a test shows that nobody can tell the difference.
    """
    text = text.strip()
    if not text:
        return Markup("")
    if not _is_plain(text):
        return Markup(render_markdown(text))
    paragraphs = text if "\n\n" not in text else _EMPTY_LINES.sub(_BETWEEN, text)
    return Markup(f"{_BEFORE}{paragraphs}{_AFTER}")


@lru_cache(maxsize=4096)
def render_markdown(text: str) -> str:
    """Return the markup of a text the thorough way; the same text is read once while a site is served."""
    return nh3.clean(
        _READER.render(text),
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        url_schemes={"https"},
        link_rel="nofollow ugc noopener",
    ).strip()


def _is_plain(text: str) -> bool:
    """Tell that neither Markdown nor HTML could read anything but letters and paragraphs in a text."""
    for mark in _MARKS:
        if mark in text:
            return False
    return all(map(_is_plain_line, text.split("\n")))


def _is_plain_line(line: str) -> bool:
    return not line or (line.isprintable() and line[0] not in _BEGINNINGS and line[-1] != " ")


def _flatten_headings(state: StateCore) -> None:
    """Show headings as bold paragraphs, or strangers' headings would break the outline of the page."""
    for place, token in enumerate(state.tokens):
        if token.type in ("heading_open", "heading_close"):
            token.type, token.tag = token.type.replace("heading", "paragraph"), "p"
        if token.type == "paragraph_open" and token.markup:
            inline = state.tokens[place + 1]
            inline.children = [
                Token("strong_open", "strong", 1),
                *(inline.children or ()),
                Token("strong_close", "strong", -1),
            ]


def _is_https(url: str) -> bool:
    return url.lower().startswith("https://")


def _reader() -> MarkdownIt:
    reader = MarkdownIt("commonmark", {"html": False, "linkify": False})
    reader.disable(["image", "hr", "html_block", "html_inline"])
    reader.core.ruler.push("flatten_headings", _flatten_headings)
    # A link that is not followed stays readable as it was written, instead of losing its address.
    reader.validateLink = _is_https  # type: ignore[method-assign]
    return reader


_READER = _reader()
_EMPTY_LINES = re.compile(r"\n\n+")
# The tags around and between paragraphs, as the thorough way writes them.
_BEFORE, _BETWEEN, _AFTER = render_markdown("x\n\nx").split("x")
