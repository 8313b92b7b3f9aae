"""How measured runs become numbers, verdicts and tables; nothing here is timed."""

from datetime import date

import pytest

from benchmarks.measure import Contender, Run, RunFailedError, run_in_turn
from benchmarks.results import Chapter, command_lines, report, with_chapter
from benchmarks.table import Row, Target, markdown_table, measured_table, number, ratio, rows_of


def test_a_row_is_the_middle_run_and_the_highest_memory():
    """One slow run does not decide, and no peak of memory is hidden by a lower one."""
    rows = rows_of({"ours": [Run(9, 3, 10), Run(1, 1, 30), Run(2, 2, 20)], "not run": []})
    assert rows == [Row("ours", 2, 2, 30, 3)]


def test_a_ratio_below_one_means_faster():
    """A ratio is our time divided by theirs."""
    assert ratio([Row("ours", 2, 2, 1, 3), Row("theirs", 8, 8, 1, 3)], "ours", "theirs") == 0.25


@pytest.mark.parametrize(("measured", "verdict"), [(0.5, "reached"), (1.0, "reached"), (1.25, "missed by 0.25 s")])
def test_a_verdict_says_by_how_much_a_target_was_missed(measured, verdict):
    """A target is reached at its very value, and a miss is told in its unit."""
    assert Target("check", measured, 1, " s").verdict == verdict


@pytest.mark.parametrize(
    ("value", "text"), [(0, "0"), (0.01234, "0.0123"), (1.5, "1.5"), (31.44, "31.4"), (12345.6, "12,346")]
)
def test_numbers_keep_three_digits_that_mean_something(value, text):
    """Nobody reads a false precision out of a measured number."""
    assert number(value) == text


def test_tables_read_well_as_text_and_as_markdown():
    """Columns are in line, names on the left and numbers on the right."""
    assert markdown_table(("what", "s"), [("a", "1.5"), ("longer", "12")]) == (
        "| what   |   s |\n|--------|----:|\n| a      | 1.5 |\n| longer |  12 |\n"
    )


def test_the_first_contender_is_the_measure_of_the_others():
    """Every contender's time is also shown as a multiple of ours."""
    table = measured_table([Row("ours", 2, 2, 10, 3), Row("theirs", 8, 9, 20, 1)], "ours")
    assert "| theirs    |    8 s |          4 x |" in table


def test_contenders_run_in_turn_and_slow_ones_less_often(tmp_path):
    """Each runs once before any runs twice, and a slow one stops after its most runs."""
    told = []
    found = run_in_turn(
        [Contender("a", ("true",)), Contender("b", ("true",), most_runs=1)], 2, tmp_path / "log", told.append
    )
    assert [line.split(":")[0].strip() for line in told] == ["a", "b", "a"]
    assert {name: len(runs) for name, runs in found.items()} == {"a": 2, "b": 1}


def test_a_contender_that_fails_has_no_time(tmp_path):
    """A program that did not do its work is not measured; what it said is shown."""
    with pytest.raises(RunFailedError, match="(?s)c ended with status 3.*sorry"):
        run_in_turn([Contender("c", ("sh", "-c", "echo sorry; exit 3"))], 1, tmp_path / "log", print)


def test_the_report_names_no_place_of_the_machine():
    """Commands are written as anybody could type them."""
    lines = command_lines(
        [Contender("a", ("/home/x/bin/lodestar", "check", "--root", "/mem/1/directory"))],
        {"/home/x/bin/": "", "/mem/": ""},
    )
    assert lines == "```text\na: lodestar check --root 1/directory\n```\n"


def test_the_report_begins_with_the_targets():
    """Whoever opens the results sees first what was reached and what was not."""
    page = report(
        date(2026, 11, 21),
        "2 cores",
        [Chapter("Check", "Words.", ("TABLE\n",))],
        [Target("check", 2, 1, " s")],
        "COMMANDS",
        "PROGRAMS",
    )
    assert page.index("missed by 1 s") < page.index("## Check") < page.index("TABLE") < page.index("COMMANDS")
    assert "Measured on 2026-11-21" in page


def test_one_chapter_is_measured_anew_without_touching_the_others():
    """A chapter that is there is replaced in its place, a new one comes before the versions, and so do its targets."""
    page = report(
        date(2026, 11, 21),
        "here",
        [Chapter("Check", "Old.", ("OLD\n",)), Chapter("Build", "B.", ("B\n",))],
        [Target("a", 2, 1), Target("b", 1, 1)],
        "cmd\n",
        "v\n",
    )
    again = with_chapter(page, Chapter("Check", "New.", ("NEW\n",)), [Target("a", 1, 1)])
    assert again.index("NEW") < again.index("## Build")
    assert "OLD" not in again
    assert ["b", "a"] == [line.split("|")[1].strip() for line in again.splitlines() if line.startswith(("| a", "| b"))]
    assert "missed" not in again
    more = with_chapter(again, Chapter("Finder", "F.", ("F\n",)), [])
    assert more.index("## Build") < more.index("## Finder") < more.index("## Versions")
