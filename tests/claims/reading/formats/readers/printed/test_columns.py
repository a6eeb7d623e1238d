"""Lines of a page in the order in which they are read."""

from __future__ import annotations

import pytest

from claims.reading.formats.readers.printed.columns import in_reading_order, joined_in_rows
from claims.reading.formats.readers.printed.lines import Line


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


def columns_under(*pieces: Line) -> list[Line]:
    """A title, what stands below it, and two columns, in the order in which they are read."""
    title = line("A ferry stays in the harbour", 0, 130, 200, size=20)
    left = [line(f"left {n}", 0, 98 - 12 * n, 100) for n in range(4)]
    right = [line(f"right {n}", 110, 98 - 12 * n, 210) for n in range(4)]
    return in_reading_order(joined_in_rows([title, *pieces, *left, *right]))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("By Marit Solheim", "May 3, 2023"),
        ("May 3, 2023", "By Marit Solheim"),
        ("By Marit Solheim", "and Anders Dahl"),
    ],
)
def test_a_byline_is_one_line_above_both_columns(one: str, other: str) -> None:
    found = columns_under(line(one, 0, 110, 60), line(other, 150, 110, 210))
    assert [each.text for each in found[1:3]] == [f"{one} {other}", "left 0"]


def test_two_persons_beside_each_other_stay_two() -> None:
    beside = [line("Anders Dahl", 0, 110, 60), line("Marit Solheim", 150, 110, 210)]
    found = columns_under(*beside, line("who both live in the harbour town", 0, 100, 210))
    assert {"Anders Dahl", "Marit Solheim"} <= {each.text for each in found}


def test_a_byline_within_a_column_stays_there() -> None:
    beside = line("had not answered since August", 110, 110, 210)
    found = columns_under(line("By Marit Solheim", 0, 110, 60), beside)
    assert [each.text for each in found[1:3]] == ["By Marit Solheim", "left 0"]


def test_few_words_that_fill_a_column_are_one_line() -> None:
    left = [line(f"left {n}", 0, 90 - 12 * n, 100) for n in range(8) if n != 3]
    right = [line(f"right {n}", 110, 90 - 12 * n, 210) for n in range(8)]
    words = [line("very", 0, 54, 22), line("far", 44, 54, 60), line("apart", 80, 54, 100)]
    found = [one.text for one in joined_in_rows([*left, *words, *right])]
    assert found.count("very far apart") == 1
    assert found.count("right 3") == 1
