"""The page of the docs on which every notice can be read."""

from tests.e2e.stories.notices_page import PAGE, page


def test_the_page_of_notices_is_fresh() -> None:
    """A changed sentence changes the page; `python -m tests.e2e.stories.notices_page` draws it anew."""
    assert PAGE.read_text(encoding="utf-8") == page()
