"""Find texts that end earlier than their writer meant, because YAML reads ` #` as the beginning of a comment."""

import re
from collections.abc import Iterator

from generator.profiles.free_text import free_texts, text_tree
from generator.profiles.unquoted import in_quotes
from generator.profiles.violation import Violation
from generator.profiles.yaml_reader import ParsedWithMarks
from generator.text.catalogue import _

_MAYBE = re.compile(r"(?m)^(?!\s*#).*[ \t]#[^\s#]")
_CUT = re.compile(r"[ \t]+#[^\s#].*")
_LONGEST_SHOWN = 80


def may_be_cut(text: str) -> bool:
    """Return whether a text may have been cut; only then it is worth knowing where each value is written."""
    return " #" in text and _MAYBE.search(text) is not None


def cut_texts(schema_name: str, marked: ParsedWithMarks, lines: list[str]) -> Iterator[tuple[str, Violation]]:
    """Yield a hint for each free text that a `#` cuts; a space after the sign shows that a comment was meant."""
    for path, text in free_texts(marked.data, text_tree(schema_name)):
        span = marked.values.get(path)
        if span is None or lines[span.line - 1][span.column - 1 : span.column] in ("'", '"', "|", ">"):
            continue
        line = lines[span.end_line - 1]
        cut = _CUT.match(line, span.end_column - 1)
        if cut:
            whole = (text + cut.group()).rstrip()
            help = (
                _("if it belongs to the text, put the text in quotes: {text}", text=in_quotes(whole))
                if len(whole) <= _LONGEST_SHOWN
                else _("if it belongs to the text, put the whole text in quotes")
            )
            message = _("everything after ' #' is a comment and will not be shown")
            yield "cut-text", Violation(path, message, help, fragment=cut.group().strip(), severity="hint")
