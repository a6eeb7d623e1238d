"""What is near by the signs of its numbers is found without comparing all in full."""

from __future__ import annotations

from itertools import pairwise
from math import log

import numpy as np

from claims.comparison.meaning.judge import weights
from claims.comparison.meaning.likeness import Marks
from claims.comparison.meaning.storage import packed
from claims.comparison.threads import Points, Row, likelihood, packed_wordings
from claims.comparison.threads.alike import most_by_marks, most_by_words
from claims.comparison.threads.candidates import _SLACK, Signs, _odds, signs_of

WIDTH = 384


def some(count: int, noise: float) -> list[Row]:
    """Claims in pairs, the two of each as far apart as the noise is."""
    chance = np.random.default_rng(5)
    centres = np.repeat(chance.normal(size=(count // 2, WIDTH)), 2, axis=0)
    near = (centres + noise * chance.normal(size=centres.shape)).astype(np.float32)
    return [Row(at, vector, vector, 0, 0, None) for at, vector in enumerate(packed(near), start=1)]


def signs(rows: list[Row]) -> Signs:
    return Signs.of((row.id, signs_of(row.full, row.content), row.wordings) for row in rows)


def test_what_is_likely_is_promising_and_little_else() -> None:
    rows = some(400, 0.45)
    new, known = rows[::2], rows[1::2]
    likely = likelihood(Points.of(new), Points.of(known)).diagonal()
    assert (likely >= 0.7).mean() > 0.5
    for row, other, sure in zip(new, known, likely.tolist(), strict=True):
        found = signs(known).promising(signs([row]), 0.7)
        assert sure < 0.7 or other.id in found
        assert len(found) < 3


def test_what_is_promising_is_all_that_is_likely_enough_by_its_signs() -> None:
    rows = some(200, 0.6)
    known = signs(rows)
    enough = log(0.7 / 0.3) - _SLACK
    found = set()
    for row in known.bits:
        found |= set(known.ids[_odds(known.bits, row) >= enough].tolist())
    assert known.promising(known, 0.7) == found


def test_a_wording_in_common_makes_those_promising_that_are_nearly_likely_enough() -> None:
    rows = some(200, 0.75)
    wordings = [packed_wordings(Marks(0, 0, (2 + at // 2 % 7 * 2,))) for at in range(len(rows))]
    known = signs([row._replace(wordings=one) for row, one in zip(rows, wordings, strict=True)])
    without = signs(rows)
    enough = log(0.7 / 0.3) - most_by_marks() - _SLACK
    by_wording = weights()["one_wording"] + most_by_words()
    found = 0
    for at, row in enumerate(rows):
        new = signs([row._replace(wordings=wordings[at])])
        odds = _odds(known.bits, known.bits[at])
        shared = np.arange(len(rows)) // 2 % 7 == at // 2 % 7
        likely = odds >= np.where(shared, enough - by_wording, enough)
        assert known.promising(new, 0.7) == set(known.ids[likely].tolist())
        found += likely.sum() - len(without.promising(new, 0.7))
    assert found > 0


def test_one_speaker_makes_those_promising_that_his_words_may_make_likely() -> None:
    rows = some(200, 0.75)
    who = [packed_wordings(Marks(0, 0, (), (1 + at // 2 % 7,))) for at in range(len(rows))]
    known = signs([row._replace(wordings=one) for row, one in zip(rows, who, strict=True)])
    enough = log(0.7 / 0.3) - most_by_marks() - _SLACK
    found = 0
    for at, row in enumerate(rows):
        odds = _odds(known.bits, known.bits[at])
        shared = np.arange(len(rows)) // 2 % 7 == at // 2 % 7
        likely = odds >= np.where(shared, enough - most_by_words(), enough)
        new = signs([row._replace(wordings=who[at])])
        assert known.promising(new, 0.7) == set(known.ids[likely].tolist())
        found += likely.sum() - (odds >= enough).sum()
    assert found > 0


def test_what_is_near_is_near_by_the_signs_of_its_content() -> None:
    rows = some(60, 0.5)
    known = signs(rows)
    for row in rows:
        one = signs([row])
        differ = np.bitwise_count(known.bits[:, 6:] ^ one.bits[0][6:]).sum(axis=1)
        nearest = known.ids[np.argsort(differ, kind="stable")[:3]].tolist()
        assert known.near(one, 0.0, 3) <= set(nearest)
        assert row.id in known.near(one, 0.0, 3)


def test_what_was_looked_up_before_is_found_again_and_what_came_since_as_well() -> None:
    rows = some(300, 0.6)
    new = signs(rows[::3])
    known = signs(rows[:200])
    # Of these two the second asks for fewer, and the third for as many as the first.
    promising, near = known.promising(new, 0.7), known.near(new, 0.45, 60)
    assert (known.promising(new, 0.7), known.near(new, 0.45, 60)) == (promising, near)
    assert near == signs(rows[:200]).near(new, 0.45, 60)
    known.add(signs(rows[200:]))
    every = signs(rows)
    assert known.near(new, 0.45, 60) == every.near(new, 0.45, 60) != near
    assert known.promising(new, 0.7) == every.promising(new, 0.7) != promising


def test_the_likeliest_come_first() -> None:
    rows = some(100, 0.3)
    assert [signs(rows).likeliest(signs([row]), 2)[0] for row in rows] == [row.id for row in rows]
    assert signs(rows).likeliest(signs([rows[0]]), 2) == [1, 2]


def test_signs_that_are_added_stand_as_if_they_had_been_there_at_once() -> None:
    rows = some(40, 0.3)
    rows[33] = rows[33]._replace(wordings=packed_wordings(Marks(0, 0, (7,))))
    whole = signs(rows[:34])
    grown = Signs.of([])
    for first, end in pairwise((0, 1, 3, 4, 20, 34)):
        grown.add(signs(rows[first:end]))
        grown.add(Signs.of([]))
    assert grown.ids.tolist() == whole.ids.tolist()
    assert (grown.bits == whole.bits).all()
    assert grown.holders.indices.tolist() == whole.holders.indices.tolist() == [33]
    new = signs([row._replace(wordings=packed_wordings(Marks(0, 0, (7,)))) for row in rows[34:]])
    assert grown.promising(new, 0.7) == whole.promising(new, 0.7)
    assert grown.near(new, 0.3, 5) == whole.near(new, 0.3, 5)
    assert grown.likeliest(new, 3) == whole.likeliest(new, 3)


def test_there_may_be_no_signs() -> None:
    rows = some(4, 0.1)
    nothing = Signs.of([])
    assert nothing.promising(signs(rows), 0.7) == set()
    assert nothing.near(signs(rows), 0.3, 5) == set()
    assert nothing.likeliest(signs(rows[:1]), 3) == []
    known = signs(rows)
    known.add(nothing)
    assert known.ids.tolist() == [1, 2, 3, 4]
