"""Problems as people and programs read them."""

import json

from generator.model.problem import Problem
from generator.profiles.report import as_github, as_json, as_summary, as_text

PROBLEM = Problem(
    "mentors/ada.yml",
    9,
    1,
    9,
    "error",
    "unknown-field",
    "unknown field 'capactiy'",
    "did you mean 'capacity'?",
    "capactiy: 2",
)
HINT = Problem("mentors/ada.yml", 1, 1, 2, "hint", "not-confirmed", "not confirmed", "add a line", "name: Ada")


def test_text_draws_the_line_and_the_carets() -> None:
    """A problem prints as place, message, code, source line, carets and help, and the run ends with a count."""
    assert as_text((PROBLEM,), 3) == (
        "mentors/ada.yml:9:1: error: unknown field 'capactiy' [unknown-field]\n"
        "    9 | capactiy: 2\n"
        "      | ^^^^^^^^\n"
        "  help: did you mean 'capacity'?\n"
        "\n"
        "3 files checked: 1 error\n"
    )


def test_carets_stand_below_wide_letters() -> None:
    """Ideographs take two columns of a terminal, and the carets follow."""
    wide = Problem("m.yml", 1, 10, 13, "error", "x", "m", "h", "name: 日本語abc")
    assert as_text((wide,), 1).splitlines()[1:3] == ["    1 | name: 日本語abc", "      |             ^^^"]


def test_a_long_line_is_cut_around_the_place() -> None:
    """A line of thousands of characters shows the part with the mistake, and the carets still fit."""
    long = Problem("m.yml", 1, 3001, 3004, "error", "x", "m", "h", "a" * 3000 + "bad" + "c" * 3000)
    source, carets = as_text((long,), 1).splitlines()[1:3]
    assert len(source) < 130
    assert source[carets.index("^") : carets.rindex("^") + 1] == "bad"


def test_github_commands_cannot_be_forged() -> None:
    """Line breaks, colons, commas and percent signs of strangers stay inside of their annotation."""
    forged = Problem("mentors/a,b:c%.yml", 1, 1, 2, "error", "x", "one\n::error::two", "100% sure\r\n::stop::", "")
    lines = as_github((forged,), 1).splitlines()
    assert len(lines) == 2
    assert lines[0].startswith(
        "::error file=mentors/a%2Cb%3Ac%25.yml,line=1,col=1,endColumn=2,title=x::one%0A::error::two%0A100%25 sure"
    )


def test_hints_are_notices_and_do_not_block() -> None:
    """A hint is a notice on GitHub, and the text says that all is in order."""
    assert as_github((HINT,), 1).startswith("::notice ")
    assert as_text((HINT,), 1).endswith("1 file checked: no errors, 1 hint\n")


def test_json_keeps_its_shape() -> None:
    """Programs find version, count and problems with exactly the promised names."""
    assert json.loads(as_json((PROBLEM,), 3)) == {
        "version": 1,
        "checked": 3,
        "problems": [
            {
                "path": "mentors/ada.yml", "line": 9, "column": 1, "end_column": 9, "severity": "error",
                "code": "unknown-field", "message": "unknown field 'capactiy'", "help": "did you mean 'capacity'?",
            }
        ],
    }  # fmt: skip


def test_the_summary_is_markdown_that_nobody_can_inject() -> None:
    """A summary says what to do in the browser, and what strangers wrote stays plain text."""
    nasty = Problem("m.yml", 1, 1, 2, "error", "x", "'@team <img src=x> [a](b) # `c`'", "h", "`</code><script>`")
    summary = as_summary((nasty,), 1)
    assert "Edit file" in summary
    for live in ("@team", "<img", "[a](b)", "<script>`"):
        assert live not in summary.replace("`` '</code><script>' ``", "")


def test_the_summary_of_a_good_profile_is_short() -> None:
    """With nothing to correct, the summary says so in two lines."""
    assert as_summary((), 1).startswith("## Everything looks good")
