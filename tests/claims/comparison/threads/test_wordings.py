"""Wordings in arrays: kept as bytes, and who holds one in common."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from claims.comparison.meaning.likeness import Marks
from claims.comparison.meaning.rare_words import contained
from claims.comparison.threads import wordings
from claims.comparison.threads.wordings import (
    Holders,
    Wording,
    mostly_one,
    packed_wordings,
    share,
)

ROWS = ((5, 9), (), (7,), (9, 5, 11))


def holders(rows: tuple[tuple[int, ...], ...], first: int = 0) -> Holders:
    return Holders.of(worded([Marks(0, 0, row) for row in rows]).phrases, first)


def worded(marks: Sequence[Marks]) -> Wording:
    return Wording.of([packed_wordings(each) for each in marks])


def pairs(one: Holders, other: Holders) -> set[tuple[int, int]]:
    at, to = one.sharing(other)
    return set(zip(at.tolist(), to.tolist(), strict=True))


def test_what_an_archive_keeps_is_read_as_it_was() -> None:
    kept = [packed_wordings(Marks(0, 0, row, (3, 4), (17, 33))) for row in ROWS]
    found = Wording.of([*kept, None, b"of an older version"])
    assert [tuple(row[row != 0].tolist()) for row in found.phrases] == [*ROWS, (), ()]
    assert found.who[0].tolist() == [3, 4, 0, 0]
    assert found.telling[3][:3].tolist() == [17, 33, 0]
    assert not found.telling[-2:].any()


def test_claims_with_a_wording_in_common_are_found() -> None:
    assert pairs(holders(ROWS), holders(ROWS)) == {(0, 0), (2, 2), (3, 3), (0, 3), (3, 0)}
    assert pairs(holders(ROWS), holders(((), (1,)))) == set()
    assert pairs(holders(()), holders(ROWS)) == set()


def test_some_and_others_are_as_all_at_once() -> None:
    both = holders(ROWS[:2]).and_(holders(ROWS[2:], first=2))
    assert pairs(both, holders(ROWS)) == pairs(holders(ROWS), holders(ROWS))
    assert np.array_equal(both.keys, np.sort(both.keys))


def test_what_stands_behind_others_has_later_places() -> None:
    assert holders(ROWS).behind(3).indices.tolist() == (holders(ROWS).indices + 3).tolist()


@pytest.mark.parametrize("at_once", [1, 3, 100])
def test_one_speaker_in_mostly_the_same_words(
    at_once: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wordings, "_AT_ONCE", at_once)
    marks = [
        Marks(0, 0, (), (1, 9), (8 + 7, 16 + 5, 24 + 2)),
        Marks(0, 0, (), (9,), (8 + 6, 16 + 5)),
        Marks(0, 0, (), (2,), (8 + 7, 16 + 5)),
        Marks(0, 0, (), (1,), (24 + 2, 32 + 7)),
        Marks(0, 0, (), (1,), ()),
        Marks(0, 0, (), (), (8 + 7,)),
    ]
    one = worded(marks)
    at, to = np.divmod(np.arange(len(marks) ** 2), len(marks))
    expected = [
        bool(set(left.who) & set(right.who)) and contained(left.telling, right.telling) >= 0.8
        for left in marks
        for right in marks
    ]
    assert expected[1]
    assert not any(expected[2:6])
    assert mostly_one(one, one, at, to, 0.8).tolist() == np.flatnonzero(expected).tolist()


@pytest.mark.parametrize("at_once", [1, 100])
def test_which_rows_share_a_wording_with_those_beside_them(
    at_once: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wordings, "_AT_ONCE", at_once)
    one = worded([Marks(0, 0, (5, 8)), Marks(0, 0, (5,)), Marks(0, 0, ())]).phrases
    other = worded([Marks(0, 0, (8, 9)), Marks(0, 0, (6,)), Marks(0, 0, ())]).phrases
    assert share(one, other).tolist() == [True, False, False]
    assert share(one[:0], other[:0]).tolist() == []
