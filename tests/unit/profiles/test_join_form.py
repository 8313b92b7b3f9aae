"""The form at /join/ judges a profile as `lodestar check` does, and writes one that says what was typed."""

import shutil
import string
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.profiles.rules.context import RuleContext
from generator.profiles.rules.mentor import MENTOR_RULES
from generator.profiles.source import SourceFile
from generator.profiles.validate import validate
from generator.profiles.yaml_reader import ESCAPED, NeedsFullParse, read_plain
from generator.text.languages import language_tag
from generator.text.time_zones import find_zone
from tests.examples import examples
from tests.unit.profiles.cases import CASES, TODAY, problems_of
from tests.unit.profiles.join_form import answers_of, directory

pytestmark = pytest.mark.skipif(shutil.which("node") is None, reason="node is not installed")

FILE = "mentors/ada-l.yml"
OF_A_FILE = {
    "byte-order-mark", "composed-key", "cut-text", "duplicate-field", "duplicate-mentor", "empty-file", "large-file",
    "many-problems", "not-a-file", "not-utf8", "not-your-file", "second-document", "stray-file", "tab-character",
    "too-deep", "unreadable-file", "yaml-alias", "yaml-directive", "yaml-syntax", "yaml-tag", "photo-owner", "linked-file", "other-list", "other-spelling",
}  # fmt: skip
"""Problems of a file and of YAML, which a form writes for people, and other spellings, which it reads while they are typed."""
NO_FIELDS = {"wrong-type"}
"""One of its examples has no fields at all."""
RAW = {"control-character", "hidden-direction"}
"""Signs that a YAML file can't be read with; a test below types them."""


def _holdable(case: Path) -> dict[str, Any] | None:
    """The fields of a case, where they are what a form can hold."""
    path = case / FILE
    if not path.is_file() or path.is_symlink():
        return None
    try:
        fields = read_plain(path.read_bytes().decode())
    except (NeedsFullParse, UnicodeDecodeError):
        return None
    return fields if isinstance(fields, dict) else None


HELD = {case: fields for case in CASES if (fields := _holdable(case)) and case.parent.name not in OF_A_FILE}


def test_the_form_says_what_the_check_says() -> None:
    """For every example that a form can hold, the problems are the same, word for word."""
    lines = [{"fields": fields, "stem": "ada-l", "today": str(TODAY)} for fields in HELD.values()]
    for case, found in zip(HELD, answers_of(lines), strict=True):
        expected = {
            (one.code, one.message, one.help)
            for one in problems_of(case)[0]
            if one.path == FILE and one.code not in OF_A_FILE
        }
        assert expected == {(one["code"], one["message"], one["help"]) for one in found}, case


def test_what_is_left_out_is_no_matter_of_a_form() -> None:
    """An example of a mentor's file that is left out is one of YAML or of files; whoever adds another is asked."""
    left_out = {case.parent.name for case in CASES if (case / FILE).is_file() and case not in HELD}
    assert left_out <= OF_A_FILE | RAW | NO_FIELDS, "let the form hold it, or say why it can't"
    assert len(HELD) > 45


def test_signs_that_nobody_sees_are_said() -> None:
    """A control character or a turned direction is reported in the words of the check, wherever it was pasted."""
    good = read_plain((CASES[0].parents[2] / "base" / FILE).read_text(encoding="utf-8"))
    lines = [
        {"fields": {**good, **odd}, "stem": "ada-l", "today": str(TODAY)}
        for odd in ({"headline": "a\u0007b"}, {"bio": "a\u202eb"}, {"can_help_with": ["a\u2028b"]}, {})
    ]
    codes = [[one["code"] for one in found] for found in answers_of(lines)]
    assert codes == [["control-character"], ["hidden-direction"], ["control-character"], []]


_VISIBLE = st.characters(exclude_categories=["Cs"]).filter(lambda sign: not ESCAPED.match(sign))
_TRAPS = st.sampled_from([
    "no", "1_0", "1.0", "~", "null", "yes", "2026-11-01", "a: b", "a #b", "# a", "- a", "? a", "'", '"', "\\", "[a]", "{a: b}",
    "&a", "*a", "!a", "%a", "@a", "`a`", "|", ">", "a\n", "\na", " a", "a ", "\t", "é", "👩‍💻 engineer", "مرحبا", "0x1F", ".inf",
    "---", "...", "a\n  b\n\nc", "=", "<<", "true", "e\u0301", "\u00a0a", "\u200f", "a" * 2000, "a,b", "30m",
])  # fmt: skip
_TEXT = st.one_of(
    _TRAPS, st.text(_VISIBLE, min_size=1, max_size=60), st.lists(_TRAPS, min_size=2, max_size=3).map(" ".join)
)
_ANSWERS = st.fixed_dictionaries(
    {"name": _TEXT},
    optional={
        **dict.fromkeys(("headline", "bio", "approach", "constraints", "location.city", "github"), _TEXT),
        **dict.fromkeys(
            ("can_help_with", "affiliations", "skills", "windows"), st.lists(_TEXT, min_size=1, max_size=3)
        ),
        "expectations.preparation": _TEXT,
        "capacity": st.integers(-5, 500),
        "search_engines": st.booleans(),
        "links.website": _TEXT,
        "office_hours": st.lists(
            st.fixed_dictionaries({"day": _TEXT, "minutes": st.integers(0, 90)}), min_size=1, max_size=2
        ),
    },
)


def _flat(fields: dict[str, Any], start: str = "") -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in fields.items():
        found |= _flat(value, f"{start}{name}.") if isinstance(value, dict) else {f"{start}{name}": value}
    return found


@settings(max_examples=examples(usual=8, many=100), deadline=None)
@given(st.lists(_ANSWERS, min_size=1, max_size=12))
def test_what_was_typed_comes_back(many: list[dict[str, Any]]) -> None:
    """Any text in any field, of any script and with any sign of YAML, is read from the file exactly as it was typed."""
    for answers, written in zip(many, answers_of({"answers": one} for one in many), strict=True):
        assert answers == _flat(read_plain(written["text"])), written["text"]
        sent = parse_qs(urlsplit(written["address"]).query, keep_blank_values=True)
        assert sent["filename"] == ["ada-l.yml"]
        assert len(written["address"].encode()) <= 7500
        assert not written["whole"] or sent["value"] == [written["text"]]


def test_what_the_form_writes_has_no_problem() -> None:
    """A profile with the five required answers and the presets passes the check as the form writes it."""
    answers = {
        "name": "Mireille Okafor", "headline": "Data: I untangle pipelines", "skills": ["python"], "languages": ["fr", "en"],
        "timezone": "Europe/Paris", "commitment": "1h", "capacity": 1, "github": "ada-l", "last_confirmed": str(TODAY),
    }  # fmt: skip
    [written] = answers_of([{"answers": answers}])
    context = RuleContext(TODAY, directory().vocabularies)
    checked = validate(SourceFile(FILE, written["text"].encode()), "mentor", MENTOR_RULES, context)
    assert checked.problems == ()
    assert checked.fields == answers


PLACES = (
    "Paris",
    "berlin",
    "india",
    "IST",
    "EST",
    "CET",
    "UTC+2",
    "+05:30",
    "Pune, India",
    "Europe/London",
    "europe/london",
    "usa",
    "Atlantis",
)


def test_places_and_languages_are_read_alike() -> None:
    """The form reads a place as the same time zone, and a language as the same code, as the check."""
    words = ("English", "español", "pt_br", "Brazilian Portuguese", "Deutsch", "de", "Klingonish", "日本語", "EN")
    found = answers_of([*({"place": one} for one in PLACES), *({"language": one} for one in words)])
    assert found == [*map(find_zone, PLACES), *map(language_tag, words)]


@pytest.mark.parametrize(
    ("name", "handle"),
    [
        ("Ada Lovelace", "ada-lovelace"),
        ("Zoë  Müller-Ångström", "zoe-muller-angstrom"),
        ("محمد", ""),
        ("x" * 60, "x" * 39),
    ],
)
def test_a_name_becomes_a_handle(name: str, handle: str) -> None:
    """Who has no GitHub name is offered a handle from their name, where it has letters that an address can have."""
    assert [handle] == answers_of([{"name": name}])
    assert set(handle) <= set(string.ascii_lowercase + string.digits + "-")
