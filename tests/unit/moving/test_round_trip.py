"""What `export` writes, `import` reads back: the same fields, whatever people wrote."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.app.export import FORMATS
from generator.moving.map_file import ready_map
from generator.moving.people import Directory, move_in
from generator.moving.records import SourceText, read_records
from tests.examples import examples
from tests.unit.moving.sources import CONTEXT

LETTERS = st.characters(codec="utf-8", exclude_categories=("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp", "Zs"))
WORD = st.text(LETTERS, min_size=1, max_size=12).filter(lambda word: any(letter.isalpha() for letter in word))
TEXT = st.one_of(
    WORD, st.lists(WORD, min_size=2, max_size=4).map(" ".join),
    st.sampled_from(["=SUM(A1)", "'=x", "+1 more", "- one", "none", "null", "true", "a; b", '["x"]', "say \"hi\", 'yes'", "[a]", "'a"]),
)  # fmt: skip


@st.composite
def profiles(draw: st.DrawFn) -> dict:
    """A profile with texts of every kind."""
    fields = {
        "name": draw(TEXT), "headline": draw(TEXT), "skills": draw(st.lists(st.sampled_from(["python", "git", "cpp"]), min_size=1, unique=True)),
        "can_help_with": draw(st.lists(TEXT, min_size=1, max_size=3, unique=True)), "years_experience": draw(st.integers(0, 80)),
        "offer_to_mentor": draw(st.booleans()), "bio": draw(st.lists(TEXT, min_size=1, max_size=3).map("\n\n".join)),
        "style": {"structure": "structured"}, "commitment": "1h", "capacity": draw(st.integers(0, 20)), "timezone": "Europe/Paris",
        "location": {"country": "FR", "city": draw(TEXT)}, "windows": ["Tue 18:00-20:00"], "languages": ["en"],
        "office_hours": [{"day": "fri", "at": "17:00", "minutes": 45, "every": "week"}],
    }  # fmt: skip
    left_out = draw(
        st.sets(st.sampled_from(["can_help_with", "years_experience", "bio", "style", "location", "office_hours"]))
    )
    return {name: value for name, value in fields.items() if name not in left_out}


@pytest.mark.parametrize("form", FORMATS)
@settings(max_examples=examples(usual=15, many=300), deadline=None)
@given(one=profiles(), other=profiles())
def test_what_was_exported_is_read_back(form: str, one: dict, other: dict) -> None:
    """Each field of each profile comes back with its value, its kind and its letters."""
    written = {"ada-l": one, "bo": {**other, "github": "bo"}}
    ending = {"yaml": "yml"}.get(form, form)
    records = read_records([SourceText(f"all.{ending}", FORMATS[form]({"version": 1, "mentors": written}))])
    moved = list(move_in(records, ready_map("lodestar"), Directory(CONTEXT)))
    kept = [person for person in moved if not any(account.lost for account in person.draft.accounts)]
    assert {person.handle: dict(person.fields) for person in kept} == {
        handle: fields for handle, fields in written.items() if handle in {person.handle for person in kept}
    }
    assert len(moved) == 2
