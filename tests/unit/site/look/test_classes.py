"""The style sheet holds nothing that no page shows."""

import re
from functools import cache
from pathlib import Path

import pytest

import generator

ROOT = Path(generator.__path__[0])
LOOK = ROOT / "site" / "assets" / "look"
ELSEWHERE = {
    "material.css": "the theme of the guides writes its own classes",
}
"""Layers whose classes others write."""
OTHERS = {"headerlink": "the guides' Markdown writes it at headings, also in what a community writes for its home"}
"""Classes that others write."""
_NOT_SELECTORS = re.compile(r"/\*.*?\*/|url\((?:'[^']*'|\"[^\"]*\"|[^)]*)\)|\"[^\"]*\"", re.DOTALL)
_CLASS = re.compile(r"\.(-?[a-zA-Z_][\w-]*)")


def classes_of(sheet: str) -> set[str]:
    """Return every class that a style sheet selects; what is between braces of a rule names none."""
    bare = _NOT_SELECTORS.sub("", sheet)
    return {name for selector in re.findall(r"([^{};]+)\{", bare) for name in _CLASS.findall(selector)}


@cache
def _pages() -> str:
    """Return all that writes pages: templates, scripts, Python, and the guides."""
    kinds = ("site/**/*.html", "site/**/*.js", "**/*.py", "plugin/**/*.html", "schema/**/*.json")
    files = [path for kind in kinds for path in ROOT.glob(kind)] + list((ROOT.parent / "docs").rglob("*.md"))
    return "\n".join(path.read_text(encoding="utf-8") for path in files)


def is_written(name: str, pages: str) -> bool:
    """Tell whether a class is in the text, as it is or with its last part, a number or a quoted name, put in."""
    if re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", pages):
        return True
    start, dashes, last = name.rpartition("--")
    put_in = bool(dashes) and re.search(rf"(?<![\w-]){re.escape(start)}--[$]?\{{", pages) is not None
    return put_in and (last.isdigit() or re.search(rf"[\"'`]{re.escape(last)}[\"'`]", pages) is not None)


@pytest.mark.parametrize(
    "sheet", sorted(set(LOOK.glob("*.css")) - {LOOK / name for name in ELSEWHERE}), ids=lambda path: path.name
)
def test_every_class_is_on_some_page(sheet: Path) -> None:
    """A class that is styled is written by a template, a script or Python; otherwise its rules are dead weight for everyone."""
    classes = classes_of(sheet.read_text(encoding="utf-8"))
    assert sorted(name for name in classes - OTHERS.keys() if not is_written(name, _pages())) == []


def test_a_dead_class_is_found() -> None:
    """The check finds a class that nothing writes, and knows one whose last part is put in."""
    assert classes_of("/* .no */ .one > .two:hover { background: url('a.b') } @media print { .three { margin: .5em } }") == {
        "one", "two", "three",
    }  # fmt: skip
    assert not is_written("one", 'class="one-more"')
    assert is_written("lo-map--3", 'class="lo-map--{{ count }}"')
    assert not is_written("lo-i--none", "`lo-i--${name}`")
