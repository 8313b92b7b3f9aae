"""Whoever leaves is gone from what programs keep, too."""

from generator.profiles.past_people import without_person

TEXT = """title: Spring
people:
  - {id: noor-m, name: Noor M.}
  - {id: Sol, roles: [speaker]}  # spoke twice
pairs: [{issue: 4, mentor: sol}, {issue: 5, mentor: ada-l}]
projects:
  - title: Bird songs
    people: [{id: noor-m}, {id: sol, role: mentor}, {id: ada-l}]
  - title: Alone
    people:
      - {id: sol}
"""


def test_a_person_is_taken_out_of_people_projects_and_pairs() -> None:
    """Every group that names them is gone, and everything else is as it was."""
    assert (
        without_person(TEXT, "sol")
        == """title: Spring
people:
  - {id: noor-m, name: Noor M.}
pairs: [{issue: 5, mentor: ada-l}]
projects:
  - title: Bird songs
    people: [{id: noor-m}, {id: ada-l}]
  - title: Alone
"""
    )


def test_others_stay_and_what_is_written_differently_is_left_to_people() -> None:
    """Who isn't named changes nothing; a person over several lines is not cut out by guessing."""
    assert without_person(TEXT, "so") == TEXT
    assert without_person("title: S\npeople:\n  - id: sol\n    name: Sol\n", "sol") is None
