"""Collect every sentence that people read into generator/text/locales/lodestar.pot: `make messages`.

Python, templates and scripts mark their sentences with `_`, `N_`, `ngettext` and `pgettext`. The JSON Schemas' titles,
descriptions and labels are sentences, too, and so is the help of the commands. A translator copies the template to
`<language>.po` and fills it in; after a change of the English sentences, `make messages` also updates every such file.
The file is sorted and names no file, so that two changes at the same time rarely touch the same lines. Search the code
to find where a sentence is used.
"""

import json
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages import Catalog
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po

from generator.cli import main as main_command
from generator.cli.command import help_sentences

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "generator"
TEMPLATE = PACKAGE / "text" / "locales" / "lodestar.pot"
KEYWORDS = {"_": None, "N_": None, "gettext": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2)}
_METHODS = {".py": "python", ".html": "jinja2", ".xml": "jinja2", ".js": "javascript"}
_OPTIONS = {
    "python": {"encoding": "utf-8"},
    "jinja2": {"encoding": "utf-8", "trimmed": "true", "newstyle_gettext": "true", "trim_blocks": "true", "silent": "false"},
    "javascript": {"encoding": "utf-8"},
}  # fmt: skip
HEADER = """\
# Every sentence of Lodestar that people read. Made by `make messages`; never changed by hand.
# To translate: copy this file to <language>.po beside it, like de.po or pt_BR.po, and fill in each msgstr."""
_LEFT_OUT = (
    b"-Date: ",
    b'"Generated-By: ',
    b'"Report-Msgid-Bugs-To: ',
    b'"Last-Translator: FULL',
    b'"Language-Team: LANGUAGE',
)
_SCHEMA_TEXTS = ("title", "description", "x-is")
_NOT_PEOPLES = ("demo",)
"""Rooms whose sentences are said by invented people, as content and not as ours."""
_OURS_AMONG_THEM = ("demo/folder.py",)
"""What the command `demo` itself says."""


def sources() -> list[Path]:
    """Return every file that can hold a sentence, in a fixed order."""
    found = (path for path in PACKAGE.rglob("*") if path.suffix in _METHODS)
    return sorted(
        path
        for path in found
        if path.relative_to(PACKAGE).parts[0] not in _NOT_PEOPLES
        and "vendor" not in path.parts
        or path.relative_to(PACKAGE).as_posix() in _OURS_AMONG_THEM
    )


def collect() -> Catalog:
    """Read all sources and return the catalogue without translations."""
    catalog = Catalog(project="Lodestar", charset="utf-8", fuzzy=False, header_comment=HEADER)
    for path in sources():
        method = _METHODS[path.suffix]
        with path.open("rb") as file:
            found = extract(
                method, file, keywords=KEYWORDS, comment_tags=("Translators:",), options=_OPTIONS[method], strip_comment_tags=True
            )  # fmt: skip
            for _line, message, comments, context in found:
                _add(catalog, message, comments, context)
    for path in sorted((PACKAGE / "schema").glob("*.json")):
        for message in _schema_texts(json.loads(path.read_text(encoding="utf-8"))):
            _add(catalog, message)
    for message in help_sentences(main_command):
        _add(catalog, message)
    return catalog


def _add(catalog: Catalog, message: Any, comments: Any = (), context: str | None = None) -> None:
    if message:
        catalog.add(message, auto_comments=comments, context=context)


def _schema_texts(node: Any) -> Iterator[str]:
    """Yield what editors, forms and pages show of a schema."""
    if isinstance(node, list):
        for one in node:
            yield from _schema_texts(one)
    elif isinstance(node, dict):
        for name, value in node.items():
            if name in _SCHEMA_TEXTS and isinstance(value, str):
                yield value
            elif name == "x-labels":
                yield from value.values()
            elif name not in ("examples", "default", "enum", "const"):
                yield from _schema_texts(value)


def written(catalog: Catalog) -> bytes:
    """Write a catalogue as a file, sorted and without locations and dates: it changes only when a sentence does."""
    file = BytesIO()
    write_po(file, catalog, width=120, no_location=True, sort_output=True, omit_header=False)
    lines = file.getvalue().split(b"\n")
    return b"\n".join(line for line in lines if not any(left_out in line for left_out in _LEFT_OUT))


def main() -> None:
    """Write the template, and bring each language's file up to date with it."""
    template = collect()
    TEMPLATE.write_bytes(written(template))
    for path in sorted(TEMPLATE.parent.glob("*.po")):
        language = read_po(BytesIO(path.read_bytes()), locale=path.stem)
        language.update(template)
        path.write_bytes(written(language))


if __name__ == "__main__":
    main()
