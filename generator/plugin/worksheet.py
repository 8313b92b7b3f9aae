"""Worksheets in guides: a field below each question. What is typed stays in the browser; a script keeps and saves it.

A guide marks each question with `<!-- lodestar: answer NAME | LABEL -->` and the end of the sheet with
`<!-- lodestar: worksheet NAME -->`. Without JavaScript the fields are there too, and the page prints as it was filled in.
"""

import re
from html import escape

from generator.text.catalogue import _

_ANSWER = re.compile(r"^<!-- lodestar: answer ([a-z-]+) \| (.+?) -->$", re.MULTILINE)
_SHEET = re.compile(r"^<!-- lodestar: worksheet ([a-z-]+) -->$", re.MULTILINE)
_SCRIPT = "assets/lodestar/elements/worksheet.js"


def with_worksheet(markdown: str, url: str) -> str:
    """Put fields and buttons where a guide has the markers; `url` is the page's address below the site's root."""
    if not _SHEET.search(markdown):
        return markdown
    root = "../" * url.count("/")
    return _SHEET.sub(lambda found: _ending(found[1], root), _ANSWER.sub(_field, markdown))


def _field(found: re.Match[str]) -> str:
    name, label = found.groups()
    return (
        f'<div class="lo-answer"><label for="answer-{name}">{escape(label)}</label>'
        f'<textarea id="answer-{name}" name="{name}" rows="3" autocomplete="off"></textarea></div>'
    )


def _ending(name: str, root: str) -> str:
    buttons = "".join(
        f'<button class="md-button" type="button" data-do="{do}">{escape(label)}</button>'
        for do, label in (
            ("save", _("Save as a text file")),
            ("copy", _("Copy")),
            ("print", _("Print")),
            ("clear", _("Delete my answers")),
        )
    )
    kept = escape(_("Your answers stay in this browser. Nothing is sent."))
    without = escape(_("Without JavaScript, nothing is kept when you leave this page. You can still print it."))
    return (
        f'<div class="lo-worksheet" data-worksheet="{name}" data-root="{root}" hidden>'
        f'<p>{kept}</p><p class="lo-worksheet__ways">{buttons}</p><p role="status" data-slot="said"></p></div>\n'
        f"<noscript><p>{without}</p></noscript>\n"
        f'<script type="module" src="{root}{_SCRIPT}"></script>'
    )
