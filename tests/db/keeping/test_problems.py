"""Problems gathered by how they are mended."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection

from db.keeping.problems import Mend, Problem, by_mending


def one(_: Connection, those: Sequence[int]) -> None:
    assert those


def other(_: Connection, those: Sequence[int]) -> None:
    assert those


def test_each_way_of_mending_gets_all_that_is_its_own_once() -> None:
    found = by_mending(
        [
            Problem("a", "is wrong", Mend(other, 3)),
            Problem("b", "is wrong"),
            Problem("c", "is wrong", Mend(one, 1)),
            Problem("d", "is wrong", Mend(other, 2)),
            Problem("e", "is wrong too", Mend(other, 3)),
        ]
    )
    assert list(found.items()) == [(other, [3, 2]), (one, [1])]
