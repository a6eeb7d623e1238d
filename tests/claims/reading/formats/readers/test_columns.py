"""Lines of a page in the order in which they are read."""

from __future__ import annotations

from claims.reading.formats.readers.columns import Line, in_reading_order, joined_in_rows


def line(text: str, left: float, lower: float, right: float, size: float = 10) -> Line:
    return Line(text, (left, lower, right, lower + size), size, 0)


def test_a_column_is_read_to_its_end_before_the_next() -> None:
    page = [
        line("over both", 0, 100, 210),
        *(line(f"left {n}", 0, 90 - 12 * n, 100) for n in range(3)),
        *(line(f"right {n}", 110, 90 - 12 * n, 210) for n in range(3)),
        line("below both", 0, 20, 210),
    ]
    found = [one.text for one in in_reading_order(page)]
    left, right = [f"left {n}" for n in range(3)], [f"right {n}" for n in range(3)]
    assert found == ["over both", *left, *right, "below both"]


def test_words_that_stand_far_apart_in_a_line_are_joined_and_columns_are_not() -> None:
    rows = [line(f"whole {n}", 0, 100 - 12 * n, 100) for n in (0, 1, 3)]
    apart = [line("far", 0, 76, 30), line("apart", 60, 76, 100)]
    beside = [line(f"other {n}", 110, 100 - 12 * n, 210) for n in range(4)]
    found = {one.text for one in joined_in_rows([*rows, *apart, *beside])}
    assert "far apart" in found
    assert {"whole 0", "other 0", "other 2"} <= found
