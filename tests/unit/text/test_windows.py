"""Weekly windows are read as people write them, and nothing is guessed."""

import pytest

from generator.text.windows import read_windows


@pytest.mark.parametrize(
    ("text", "windows"),
    [
        ("Tue 18:00-20:00", ["Tue 18:00-20:00"]),
        ("mon 18-20", ["Mon 18:00-20:00"]),
        ("Tuesdays 6pm-8pm", ["Tue 18:00-20:00"]),
        ("Tue 6-8pm", ["Tue 18:00-20:00"]),
        ("sat 11-1pm", ["Sat 11:00-13:00"]),
        ("Thu 18h-20h", ["Thu 18:00-20:00"]),
        ("Thursday, from 18.30 to 20", ["Thu 18:30-20:00"]),
        ("18:00-20:00 Tuesday", ["Tue 18:00-20:00"]),
        ("weekends 10-12", ["Sat 10:00-12:00", "Sun 10:00-12:00"]),
        ("Mon-Wed 18–20", ["Mon 18:00-20:00", "Tue 18:00-20:00", "Wed 18:00-20:00"]),
        ("Mon and Thu, 17:00-18:00", ["Mon 17:00-18:00", "Thu 17:00-18:00"]),
        ("fri 17-18, sat 10-12", ["Fri 17:00-18:00", "Sat 10:00-12:00"]),
        ("Fri 20-24", ["Fri 20:00-24:00"]),
        ("Fri 22:00-02:00", ["Fri 22:00-24:00", "Sat 00:00-02:00"]),
        ("Sun-Mon 9-12", ["Sun 09:00-12:00", "Mon 09:00-12:00"]),
    ],
)
def test_loose_windows_are_read(text: str, windows: list[str]) -> None:
    """Days and hours in any usual way become windows as a profile writes them."""
    assert list(read_windows(text)) == windows


@pytest.mark.parametrize(
    "text",
    [
        "", "weekends", "Thursday evenings", "Wed 7-9", "Tue 25-26", "Tue 18-18", "weekdays after 18", "Tue 20:00-18:00",
        "18-20", "Tue 18:75-20:00", "Mon 18-20, evenings", "Tue 13pm-14pm", "someday 18-20", "x" * 500 + " mon 18-20",
    ],
)  # fmt: skip
def test_what_isnt_clear_is_not_read(text: str) -> None:
    """Days without hours, hours of either half of the day, and hours that no clock has mean nothing."""
    assert read_windows(text) == ()
