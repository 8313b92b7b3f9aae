"""The strict YAML reader: what it reads, what it refuses, and that both of its ways agree."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.profiles.yaml_reader import NeedsFullParse, SyntaxDefect, read_marked, read_plain

WRITTEN = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**12), 10**12)
    | st.text(max_size=20)
    | st.sampled_from(["no", "2026-11-01", "1_0", "17:00", "010"]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(min_size=1, max_size=8), inner, max_size=4),
    max_leaves=12,
)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("no", "no"), ("yes", "yes"), ("off", "off"), ("2026-11-01", "2026-11-01"), ("1_0", "1_0"), ("010", "010"),
        ("17:00", "17:00"), ("0x1F", "0x1F"), ("1e3", "1e3"), (".5", ".5"), ("=", "="), ("True", "True"), ("NULL", "NULL"),
        ("true", True), ("false", False), ("null", None), ("~", None), ("", None), ("12", 12), ("-3", -3), ("+4", 4),
        ("1.50", 1.5), ("'12'", "12"), ('"true"', "true"), ("0", 0),
    ],
)  # fmt: skip
def test_a_scalar_means_what_it_looks_like(written: str, meant: object) -> None:
    """Only true, false, null and plain numbers are more than text; YAML 1.1's surprises stay texts."""
    text = f"value: {written}\n"
    assert read_plain(text) == {"value": meant}
    assert read_marked(text).data == {"value": meant}


@given(WRITTEN)
def test_both_ways_read_the_same(value: object) -> None:
    """The quick way and the way with marks return the same data for whatever can be written."""
    text = yaml.safe_dump(value, allow_unicode=True)
    try:
        quick = read_plain(text)
    except NeedsFullParse:
        return
    assert read_marked(text).data == quick


@given(st.text(alphabet="ab:-[]{}&*!|>'\"#%@` \n,?", max_size=40))
def test_the_quick_way_refuses_whatever_the_rich_way_reports(text: str) -> None:
    """A text gets through the quick way only if the rich way finds nothing to say about it, and reads the same."""
    try:
        quick = read_plain(text)
    except NeedsFullParse:
        return
    marked = read_marked(text)
    assert marked.violations == []
    assert marked.data == quick


@given(st.text(alphabet="ab:-[]{}&*!|>'\"#%@` \n,?", max_size=40))
def test_whatever_the_quick_way_refuses_has_a_reason(text: str) -> None:
    """No text is refused in silence: the rich way reports a finding, a syntax error, or an empty file."""
    try:
        read_plain(text)
    except NeedsFullParse:
        try:
            marked = read_marked(text)
        except SyntaxDefect:
            return
        assert marked.violations or marked.data is None


def test_a_thousand_brackets_are_not_parsed_to_the_end() -> None:
    """Deep nesting stops both ways at once, long before the parser's own work grows with its square."""
    text = "bio: " + "[" * 60_000
    with pytest.raises(NeedsFullParse):
        read_plain(text)
    assert [code for code, _ in read_marked(text).violations] == ["too-deep"]


def test_places_count_characters_from_one() -> None:
    """Lines and columns are those an editor shows, also behind letters of several bytes."""
    marked = read_marked("name: é日本\nskills: [a, 𝔟, c]\n")
    span = marked.values["skills", 2]
    assert (span.line, span.column, span.end_column) == (2, 16, 17)
