"""What the finder's measurement asks, how it reads the clock, and what it says of it; no browser is started."""

import json
from datetime import UTC, date, datetime

import pytest

from benchmarks.finder.browser import Measured
from benchmarks.finder.folder import Load
from benchmarks.finder.lighthouse import middle_run, read_scores
from benchmarks.finder.people import documents, make_people, our_files
from benchmarks.finder.questions import COUNTED, draw_filters, draw_learners, draw_queries
from benchmarks.finder.tables import (
    IN_PAGE,
    IN_WORKER,
    bytes_table,
    middle,
    ours_table,
    percentile,
    targets_of,
    tasks_table,
    words_table,
)
from benchmarks.finder.theme_search import search_index
from benchmarks.measure import RunFailedError
from benchmarks.results import Chapter, section
from generator.app.build import load_site, plain_files
from generator.demo import write_demo
from generator.site.search_index.facets import FACETS

TODAY = date(2026, 11, 21)
LOADS = [Load("Lodestar", 1_000_000, 400_000, 9000), Load("MiniSearch", 2_000_000, 600_000, 18_000)]


def run(contender, words, matches=(), at_opening=0, ready=100):
    return Measured(
        contender, ready, (("first filter", 30.0),), (("words", words), ("matches", matches)), 3, at_opening, 0, 12.0
    )


@pytest.fixture(scope="module")
def people(tmp_path_factory):
    return make_people(60, 1, TODAY, tmp_path_factory.mktemp("people") / "shared")


def test_the_people_in_memory_are_those_of_the_demo(people, tmp_path):
    """What is measured is what `lodestar demo` writes and `lodestar build` builds, to the byte."""
    write_demo(tmp_path / "demo", 60, 1, TODAY)
    site = load_site(tmp_path / "demo", datetime(2026, 11, 21, 2, 28, tzinfo=UTC))
    built = {file.path: file.content for file in plain_files(site) if file.path.startswith("api/directory/")}
    # What a sentence is read with is the same for every directory, so it is no part of what a mentor weighs.
    del built["api/directory/ask.json"]
    assert built == {file.path: file.content for file in our_files(people)}


def test_questions_are_the_same_for_everybody_and_every_run(people):
    """Two runs ask the same, and another seed asks something else."""
    known = documents(people)
    assert draw_queries(known, 40, 1) == draw_queries(known, 40, 1) != draw_queries(known, 40, 2)
    assert draw_filters(people.listed, 40, 1) == draw_filters(people.listed, 40, 1)
    assert draw_learners(people.listed, 40, 1) == draw_learners(people.listed, 40, 1)


def test_texts_are_of_four_kinds_and_of_somebody(people):
    """A quarter each are skills and names as they stand, and nobody is asked for an empty text."""
    known = documents(people)
    queries = draw_queries(known, 40, 1)
    skills = {skill for document in known for skill in document["skills"].split(", ")}
    names = {document["name"] for document in known}
    assert len(queries) == 40
    assert all(query.strip() for query in queries)
    assert sum(query in skills for query in queries) >= 10
    assert sum(query in names for query in queries) >= 10


def test_filters_name_facets_of_the_index_and_find_somebody(people):
    """A filter that finds nobody would be answered too fast to mean anything."""
    names = {facet.name for facet in FACETS} | {"availability"}
    assert set(COUNTED) <= names
    for chosen in draw_filters(people.listed, 40, 1):
        assert set(chosen) <= names
        assert any(
            all(
                set(values) & {*([stated] if isinstance(stated := getattr(mentor, name), str) else stated)}
                for name, values in chosen.items()
            )
            for mentor in people.listed
        )


def test_the_themes_index_has_a_page_a_mentor(people):
    """Material's search gets everybody once, below their name, with the words that the libraries get."""
    known = documents(people)
    index = json.loads(search_index(known))
    assert [document["name"] for document in known] == [page["title"] for page in index["docs"]]
    assert index["docs"][0]["location"] == f"mentors/{known[0]['id']}/"
    assert known[0]["skills"] in index["docs"][0]["text"]


@pytest.mark.parametrize(("percent", "expected"), [(50, 5), (95, 10), (100, 10), (1, 1)])
def test_a_percentile_is_a_time_that_was_measured(percent, expected):
    """Nothing is invented between two measured times."""
    assert expected == percentile([10, 9, 8, 7, 6, 5, 4, 3, 2, 1], percent)


def test_one_slow_run_does_not_decide():
    """The middle run counts, and a question that nobody was asked has no time."""
    runs = [run("x", (1.0, 2.0)), run("x", (1.0, 90.0)), run("x", (1.0, 3.0))]
    assert 3 == middle(runs, "words", 95)
    assert middle(runs, "matches", 95) is None


def test_bytes_are_compared_with_our_whole_index():
    """Each contender's bytes are a multiple of ours, and each mentor's share is told."""
    rows = [[cell.strip() for cell in line.split("|")] for line in bytes_table(LOADS, 10_000).splitlines()]
    assert ["40 B", "1 x"] == rows[2][4:6]
    assert ["60 B", "1.5 x"] == rows[3][4:6]


def test_a_contender_without_an_answer_keeps_its_line():
    """Who broke or was not ready in time is shown with the reason and not left out."""
    found = {
        IN_WORKER: [run(IN_WORKER, (2.0, 4.0))],
        "other": [Measured("other", trouble="not ready in time")],
        "fuse": [run("fuse", (20.0, 40.0), at_opening=314)],
    }
    table = words_table(found)
    assert "not ready in time" in table
    assert "10 x" in table
    assert "314 ms" in table
    assert "under 50 ms" in table


def test_ours_are_told_by_kind_of_question():
    """Only kinds of questions that were asked have a line."""
    table = ours_table({IN_WORKER: [run(IN_WORKER, (2.0,))], IN_PAGE: [run(IN_PAGE, (1.0,), (5.0, 7.0))]})
    assert "in the page: goals stated" in table
    assert "in its worker: goals stated" not in table
    assert "getting ready, first filter" in table


def test_targets_belong_to_their_sizes():
    """Bytes and 8 ms are promised at 10,000, 80 ms and a lively page at 100,000, nothing at 1,000."""
    found = {IN_WORKER: [run(IN_WORKER, (2.0,), (9.0,))], IN_PAGE: [run(IN_PAGE, (1.0,))]}
    tasks = [("typing", 210)]
    assert [] == targets_of(1000, LOADS, found, tasks)
    assert ["reached", "missed by 1 ms"] == [target.verdict for target in targets_of(10_000, LOADS, found, tasks)]
    assert ["reached", "missed by 10 ms"] == [target.verdict for target in targets_of(100_000, LOADS, found, tasks)]


def test_short_tasks_are_told_as_short():
    """Browsers report no task below 50 ms, and the table does not pretend to know more."""
    table = tasks_table([("typing", 0), ("opening", 71.4)])
    assert "under 50 ms" in table
    assert "71 ms" in table


def test_a_chapter_is_a_section_of_the_results():
    """The finder's chapter can be printed alone or stand in the page of all results."""
    assert "## Finder\n\nWords.\n\nTABLE\n" == section(Chapter("Finder", "Words.", ("TABLE\n",)))


def test_lighthouse_is_read_with_what_fails():
    """Points out of 100, the times behind them, and the name of each audit that keeps a page from all of them."""
    categories = {
        name: {"score": 0.97, "auditRefs": [{"id": f"{name}-audit", "weight": 1}]}
        for name in ("performance", "accessibility", "best-practices", "seo")
    }
    audits = {f"{name}-audit": {"score": None if name == "seo" else 0} for name in categories}
    audits["total-blocking-time"] = {"score": 1, "displayValue": "30\xa0ms"}
    scores, times, failed = read_scores({"categories": categories, "audits": audits})
    assert (97, ["accessibility-audit", "best-practices-audit"]) == (scores["performance"], failed)
    assert ["", "", "30 ms", ""] == times
    with pytest.raises(RunFailedError, match="no page"):
        read_scores({"runtimeError": {"message": "no page"}})


def test_lighthouse_is_told_by_its_middle_run():
    """One run beside a busy neighbour does not decide, nor does the best."""
    runs = [({"performance": points}, [], []) for points in (69, 97, 95)]
    assert 95 == middle_run(runs)[0]["performance"]
