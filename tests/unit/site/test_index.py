"""The browser's index: right in every column, small, and quickly written."""

import gzip
import json
import re
from datetime import UTC, date, datetime
from types import MappingProxyType
from typing import Any

import pytest

from generator.insight.availability import AvailabilityStatus
from generator.model.activity import Activity, MentorActivity
from generator.model.directory import Directory, Settings
from generator.model.mentor import Location, Mentor, OfficeHour, Style
from generator.model.vocabulary import Term, Vocabularies, Vocabulary, fold
from generator.site.initials import initials
from generator.site.page import PlainFile
from generator.site.search_index.columns import write_numbers, write_positions
from generator.site.search_index.facets import FACETS, FILTERS
from generator.site.search_index.index import CHUNK, guess, index_files
from generator.site.sorting import in_listing_order
from tests.fakes.random_directory import TODAY, Crowd, crowd
from tests.paths import ROOT, TABLES

BUILT = datetime(2026, 11, 21, 2, 28, tzinfo=UTC)
SKILLS = Vocabulary.of(
    (
        Term("python", "Python", ("py",)),
        Term("go", "Go", ("golang",)),
        Term("java", "Java"),
        Term("javascript", "JavaScript", ("js",)),
        Term("ios", "iOS"),
        Term("machine-learning", "Machine learning", ("ml",)),
        Term("c++", "C++", ("cpp",)),
    )
)
DOMAINS = Vocabulary.of((Term("health", "Health", ("biostatistics",)),))
PEOPLE = (
    Mentor("Ada Łovelace", "Ada-L", "Backend engineer at Google", ("python", "go"), ("en", "de"), "Europe/London",
           "1h", 2, can_introduce=("c++",), domains=("health",), years_experience=14, last_confirmed=date(2026, 11, 1),
           location=Location("GB", "London"), background=("professor",), affiliations=("Analytical Society",),
           can_help_with=("a first talk", "engines")),
    Mentor("山田 太郎", "taro", "curiosity and kiosks", ("java",), ("ja",), "Asia/Tokyo", "15m", 1,
           formats=("ad-hoc-qa",), style=Style("structured"), bio="I live in a lighthouse."),
    Mentor("José Öz", "joz", 'Says "hi" \\ <b>', ("javascript", "python", "ios", "go", "java", "machine-learning"),
           ("es",), "Europe/Madrid", "1h", 0, office_hours=(OfficeHour("fri", "17:00", 45, "week"),)),
    Mentor("Old Hand", "old", "Retired, still learning", ("c++",), ("en",), "Europe/London", "2h", 1, programs=("spring",)),
)  # fmt: skip
STANDINGS = {
    "ada-l": AvailabilityStatus("open", 2, places=2, confirmed=date(2026, 11, 1)),
    "taro": AvailabilityStatus("limited", 1, pending=1),
    "joz": AvailabilityStatus("closed", 0),
    "old": AvailabilityStatus("paused", 1, until=date(2026, 12, 12), places=1, then="open"),
}


ACTIVITY = Activity(
    BUILT, mentors={"ada-l": MentorActivity(completed=3, response="a week", last_asked=date(2026, 10, 21)),
                    "taro": MentorActivity(pending=1, last_asked=TODAY)},
)  # fmt: skip


def small_index() -> dict[str, Any]:
    """Write the index of four people, by file; JavaScript's tests read the same one from a table."""
    mentors = MappingProxyType({mentor.handle: mentor for mentor in PEOPLE})
    directory = Directory(
        Settings("Test", "example/mentors", "mail@example.org"), Vocabularies(SKILLS, domains=DOMAINS), mentors
    )
    files = index_files(directory, STANDINGS, BUILT, tuple(STANDINGS), {"joz"}, ACTIVITY)
    return {file.path.removeprefix("api/directory/"): json.loads(file.content) for file in files}


def _listed(made: Crowd) -> list[str]:
    return [mentor.handle for mentor in in_listing_order(made.directory.mentors.values(), made.statuses, TODAY)]


def _files(made: Crowd, order: list[str]) -> list[PlainFile]:
    return list(index_files(made.directory, made.statuses, BUILT, order))


@pytest.fixture(scope="module")
def made() -> Crowd:
    """A directory large enough for three chunks of cards."""
    return crowd(1300)


@pytest.mark.parametrize("kind", ["positions", "numbers"])
def test_columns_are_written_as_the_table_says(kind: str) -> None:
    """Python writes every column of the shared table as JavaScript reads it."""
    write = {"positions": write_positions, "numbers": write_numbers}[kind]
    for plain, written in json.loads((TABLES / "columns.json").read_text())[kind]:
        assert write(plain) == written


def test_words_fold_as_the_table_says() -> None:
    """Python folds every word of the shared table as JavaScript does."""
    for word, folded in json.loads((TABLES / "fold.json").read_text()):
        assert fold(word) == folded


def test_small_index_is_the_one_javascript_is_tested_with() -> None:
    """The table with the index of four people is what Python writes today; `python tests/site/test_index.py` renews it."""
    assert small_index() == json.loads((TABLES / "index.json").read_text())


def test_every_value_of_every_mentor_is_found_again(made: Crowd) -> None:
    """Reading the columns back gives each mentor exactly the values of their profile, in every facet."""
    order = _listed(made)
    facets = json.loads(_files(made, order)[0].content)["facets"]
    for facet in FACETS:
        column = facets[facet.name]
        values = facets[column.get("of", facet.name)]["values"]
        read = _READERS[column["kind"]](column["mentors"], values, len(order))
        for handle, found in zip(order, read, strict=True):
            stated = facet.read(made.directory.mentors[handle])
            expected = [stated] if isinstance(stated, str) else list(stated or ())
            assert found == expected if column["kind"] == "ordered" else set(found) == set(expected)


def _read_one(text: str, values: list[str], count: int) -> list[list[str]]:
    return [[values[ord(letter) - 36]] if letter != "#" else [] for letter in text]


def _read_many(texts: list[str], values: list[str], count: int) -> list[list[str]]:
    rows: list[list[str]] = [[] for _ in range(count)]
    for value, text in zip(values, texts, strict=True):
        position, gap = -1, 0
        for digit in (ord(letter) - 35 for letter in text):
            gap = gap * 46 + digit % 46
            if digit < 46:
                position, gap = position + gap + 1, 0
                rows[position].append(value)
    return rows


def _read_ordered(text: str, values: list[str], count: int) -> list[list[str]]:
    return [[values[ord(letter) - 35] for letter in row] for row in text.split(" ")]


_READERS = {"one": _read_one, "many": _read_many, "ordered": _read_ordered}


def test_positions_are_places_in_the_given_order(made: Crowd) -> None:
    """Facets and cards both follow the order of the static list, and hidden mentors are in neither."""
    order = _listed(made)
    facets, *chunks = [
        json.loads(file.content)
        for file in _files(made, order)
        if file.path.endswith("facets.json") or "/cards/" in file.path
    ]
    logins = [login.lower() for chunk in chunks for login in chunk["github"]]
    assert logins == order and facets["count"] == len(order) < 1300
    assert [len(chunk["github"]) for chunk in chunks[:-1]] == [CHUNK] * (len(chunks) - 1)


def test_every_file_names_its_version_and_its_build(made: Crowd) -> None:
    """A browser can tell that cards and facets are of one build, whatever a cache mixed."""
    for file in _files(made, _listed(made)):
        content = json.loads(file.content)
        assert (content["version"], content["built"]) == (1, "2026-11-21T02:28:00Z")


def test_every_filter_of_the_page_is_known_to_the_browser() -> None:
    """A drop-down that the page offers has a facet behind it, under the name that addresses use."""
    choices = (ROOT / "generator" / "site" / "assets" / "lib" / "choices.js").read_text(encoding="utf-8")
    written = re.search(r"^export const FACETS = (\{.*?\});$", choices, re.MULTILINE)
    assert written
    assert json.loads(written[1]) == {wanted.name: facet for facet, wanted in FILTERS}


def _searched(file: PlainFile) -> bool:
    return not file.path.startswith("api/directory/texts/")


def test_bios_do_not_travel(made: Crowd) -> None:
    """No file but those for the search in what people wrote holds a word of anybody's bio."""
    everything = b"".join(file.content for file in _files(made, _listed(made)) if _searched(file)).decode()
    assert not any(mentor.bio[:60] in everything for mentor in made.directory.mentors.values())


def test_numbers_tell_nothing_stated_from_zero() -> None:
    """A column of numbers keeps 0 for "not stated", so that no years of experience are not unknown years."""
    numbers = small_index()["facets.json"]["numbers"]
    assert numbers["years_experience"] == write_numbers([15, 0, 0, 0])
    assert numbers["days_since_confirmed"] == write_numbers([21, 0, 0, 0])
    assert numbers["openings"] == write_numbers([3, 2, 1, 2])
    assert numbers["days_since_asked"] == write_numbers([32, 1, 0, 0])


def test_what_only_requests_tell_is_left_out_where_none_are_known(made: Crowd) -> None:
    """Without activity no file claims that nobody was asked, and no card has an empty line to carry."""
    facets, cards, *_ = (json.loads(file.content) for file in _files(made, _listed(made)))
    assert "days_since_asked" not in facets["numbers"]
    assert not {"record", "records"} & cards.keys()


def test_a_card_carries_the_line_about_past_requests() -> None:
    """Each distinct line is written once, and each card names its own."""
    cards = small_index()["cards/0.json"]
    assert cards["records"] == ["Usually answers within a week · 3 mentorships completed", ""]
    assert cards["record"] == write_numbers([0, 1, 1, 1])


def test_unusual_initials_are_carried_and_usual_ones_guessed(made: Crowd) -> None:
    """Cards show the same initials as the static list: guessed where the simple rule holds, carried where not."""
    names = [mentor.name for mentor in made.directory.mentors.values()]
    names += ["山田 太郎", "Åsa", "(she) Ada", "Ada Lovelace (she)", "  spaced  out ", "d'Arc", "ß z", "", "-", "🙂"]
    people = [Mentor(name, f"m{at}", "", (), ("en",), "UTC", "1h", 1) for at, name in enumerate(names)]
    directory = Directory(
        Settings("Test", "a/b", "c"), Vocabularies(), MappingProxyType({mentor.handle: mentor for mentor in people})
    )
    order = list(directory.mentors)
    statuses = dict.fromkeys(order, AvailabilityStatus("open", 1))
    files = index_files(directory, statuses, BUILT, order)
    chunks = [json.loads(file.content) for file in files if "/cards/" in file.path]
    for at, name in enumerate(names):
        shown = chunks[at // CHUNK]["initials"].get(str(at % CHUNK), guess(name))
        assert shown == initials(name)


def test_an_empty_directory_has_an_index() -> None:
    """Before anybody joined, the browser finds facets without values and no cards to ask for."""
    empty = Directory(Settings("Test", "a/b", "c"), Vocabularies())
    facets, match, vocabulary = index_files(empty, {}, BUILT, [])
    assert (
        json.loads(match.content)["facets"]["goals"]["values"]
        == json.loads(vocabulary.content)["skills"]["unused"]
        == []
    )
    assert json.loads(facets.content)["count"] == 0


def test_ten_thousand_mentors_need_few_bytes() -> None:
    """The whole index costs at most 45 bytes a mentor over the wire, and what filters need at most 18."""
    made = crowd(10_000)
    order = _listed(made)
    sizes = [len(gzip.compress(file.content, 9)) for file in _files(made, order) if _searched(file)]
    assert sum(sizes) / len(order) <= 45
    assert sizes[0] / len(order) <= 18


if __name__ == "__main__":
    (TABLES / "index.json").write_text(json.dumps(small_index(), indent=1) + "\n")
