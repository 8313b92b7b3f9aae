"""The parser of Markdown that we use, in the one file that names it: for texts on pages, and to see a form as people do."""

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

__all__ = ["MarkdownIt", "StateCore", "Token"]
