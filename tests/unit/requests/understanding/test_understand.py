"""Replies in plain words, and what they mean."""

from generator.requests.understanding.understand import understand


def test_a_plain_yes_of_the_mentor_is_certain() -> None:
    """A mentor's yes accepts, and a mentee's does not."""
    assert understand("Yes!", speaker="mentor").meaning == "accept"
    assert understand("Yes!", speaker="mentee").meaning == "none"
