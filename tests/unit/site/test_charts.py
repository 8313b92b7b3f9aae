"""Charts are pictures of the numbers beside them."""

from hypothesis import given
from hypothesis import strategies as st

from generator.site.charts import HEIGHT, WIDTH, columns

_ROWS = st.lists(st.tuples(st.text(max_size=5), st.lists(st.integers(0, 10_000), min_size=3, max_size=3)), max_size=12)


@given(_ROWS)
def test_every_number_is_drawn_inside_the_picture(rows: list[tuple[str, list[int]]]) -> None:
    """Each number above nothing has a bar that can be seen, none leaves the picture, and the table has them all."""
    chart = columns("Title", "Note", ["a", "b", "c"], rows)
    assert len(chart.bars) == sum(value > 0 for _label, values in rows for value in values)
    for bar in chart.bars:
        assert bar.height > 0 and bar.width > 0
        assert 0 <= bar.x and bar.x + bar.width <= WIDTH + 0.1
        assert 0 <= bar.y and bar.y + bar.height <= HEIGHT
    assert [sum(values) for _label, values in chart.rows] == [int(column.value) for column in chart.columns]


def test_twice_as_many_is_twice_as_high() -> None:
    """Heights are in proportion, but for the line between two bars."""
    small, large = columns("Title", "Note", ["a"], [("x", [50]), ("y", [100])]).bars
    assert (large.height + 1) / (small.height + 1) == 2
