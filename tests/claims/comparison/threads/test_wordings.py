"""Wordings in arrays: kept as bytes, and who holds one in common."""

from __future__ import annotations

import numpy as np

from claims.comparison.threads.wordings import Holders, packed_wordings, wordings_of

ROWS = ((5, 9), (), (7,), (9, 5, 11))


def holders(rows: tuple[tuple[int, ...], ...], first: int = 0) -> Holders:
    return Holders.of(wordings_of([packed_wordings(row) for row in rows]), first)


def pairs(one: Holders, other: Holders) -> set[tuple[int, int]]:
    at, to = one.sharing(other)
    return set(zip(at.tolist(), to.tolist(), strict=True))


def test_what_an_archive_keeps_is_read_as_it_was() -> None:
    found = wordings_of([packed_wordings(row) for row in ROWS] + [None])
    assert [tuple(row[row != 0].tolist()) for row in found] == [*ROWS, ()]


def test_claims_with_a_wording_in_common_are_found() -> None:
    assert pairs(holders(ROWS), holders(ROWS)) == {(0, 0), (2, 2), (3, 3), (0, 3), (3, 0)}
    assert pairs(holders(ROWS), holders(((), (1,)))) == set()
    assert pairs(holders(()), holders(ROWS)) == set()


def test_some_and_others_are_as_all_at_once() -> None:
    both = holders(ROWS[:2]).and_(holders(ROWS[2:], first=2))
    assert pairs(both, holders(ROWS)) == pairs(holders(ROWS), holders(ROWS))
    assert np.array_equal(both.keys, np.sort(both.keys))
