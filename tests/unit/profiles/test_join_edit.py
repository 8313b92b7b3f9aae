"""Changing an existing profile in the form at /join/: what isn't changed stays as it was written."""

import json
import shutil
import subprocess
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.profiles.yaml_reader import read_plain
from tests.examples import examples
from tests.paths import ROOT, SITES
from tests.unit.profiles.test_join_form import _TEXT

pytestmark = pytest.mark.skipif(shutil.which("node") is None, reason="node is not installed")

PROFILES = {
    path.stem: path.read_text(encoding="utf-8") for path in sorted((SITES / "example" / "mentors").glob("*.yml"))
}
COMMENTED = """\
# yaml-language-server: $schema=../generator/schema/mentor.json
name: Ada L.   # what friends say

skills:
  - python     # mostly data
  # - cobol, one day
  - testing
headline: 'Backend: friendly'
languages: [ en,  de ]
bio: |
  Two lines,
    the second is indented.

timezone: "Europe/London"
commitment: 1h
capacity: 2
style:
  # planned, but kindly
  structure: structured
location: {country: GB}
nickname: kept as it is
# the end
"""


def edited(cases: list[tuple[str, dict[str, Any]]]) -> list[dict[str, Any]]:
    """Let the scripts write each text with these fields."""
    done = subprocess.run(
        ["node", str(ROOT / "tests/unit/js/edit-lines.mjs")],
        input="\n".join(json.dumps({"text": text, "after": after}) for text, after in cases),
        capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_a_profile_is_read_as_the_check_reads_it() -> None:
    """Every example profile has the same fields for the form as for the check, and comes back byte for byte."""
    texts = [*PROFILES.values(), COMMENTED, COMMENTED.replace("\n", "\r\n")]
    cases = [(text, read_plain(text.replace("\r\n", "\n"))) for text in texts]
    for (text, fields), made in zip(cases, edited(cases), strict=True):
        assert made["fields"] == fields
        assert made["text"] == text.replace("\r\n", "\n")


def test_one_change_is_one_change() -> None:
    """A changed field is written anew; every other line, comments included, stays where and as it was."""
    fields = read_plain(COMMENTED)
    capacity, style, without, more = edited(
        [
            (COMMENTED, {**fields, "capacity": 3}),
            (COMMENTED, {**fields, "name": "Ada: L."}),
            (COMMENTED, {name: value for name, value in fields.items() if name != "bio"}),
            (COMMENTED, {**fields, "pronouns": "she/her", "topics": ["code-review"]}),
        ]
    )
    assert capacity["text"] == COMMENTED.replace("capacity: 2", "capacity: 3")
    assert style["text"] == COMMENTED.replace("name: Ada L.   #", 'name: "Ada: L."   #')
    assert without["text"] == COMMENTED.replace("bio: |\n  Two lines,\n    the second is indented.\n", "")
    added = [line for line in more["text"].splitlines() if line not in COMMENTED.splitlines()]
    assert added == ["topics: [code-review]", "pronouns: she/her"]


_CHANGES = st.dictionaries(
    st.sampled_from(["name", "headline", "bio", "timezone", "pronouns", "approach", "nickname"]), _TEXT, max_size=4
) | st.dictionaries(
    st.sampled_from(["skills", "can_help_with", "affiliations"]), st.lists(_TEXT, min_size=1, max_size=3)
)


@settings(max_examples=examples(usual=4, many=50), deadline=None)
@given(
    st.lists(
        st.tuples(_CHANGES, st.sets(st.sampled_from(["bio", "style", "skills", "location", "name"]))),
        min_size=1,
        max_size=8,
    )
)
def test_any_change_reads_back(many: list[tuple[dict[str, Any], set[str]]]) -> None:
    """Whatever is changed, added or taken out, the file then says exactly that, and the comments of the rest are there."""
    fields = read_plain(COMMENTED)
    cases = [
        (COMMENTED, {**{name: value for name, value in fields.items() if name not in gone}, **changes})
        for changes, gone in many
    ]
    for (_text, after), made in zip(cases, edited(cases), strict=True):
        assert read_plain(made["text"]) == after, made["text"]
        assert made["text"].startswith("# yaml-language-server")
        assert made["text"].endswith("# the end\n") or set(after) - set(fields)
