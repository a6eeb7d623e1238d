"""Many at once are as likely the same as two by themselves."""

from __future__ import annotations

import numpy as np
import pytest

from claims.comparison.meaning.judge import judged, weights
from claims.comparison.meaning.likeness import Marks, likeness
from claims.comparison.meaning.storage import packed
from claims.comparison.threads import (
    Points,
    Row,
    cohesion,
    likelihood,
    may_be_alike,
    nearest,
    packed_wordings,
)
from claims.comparison.threads import alike as many
from claims.comparison.threads.alike import neighbours
from tests.claims.comparison.threads.made import claims

MARKS = [
    Marks(0, 0, (4, 7), (1,), (8 + 3, 16 + 2)),
    Marks(0b1, 1, (4,), (1, 2), (8 + 3,)),
    Marks(0b10, -1, (7,), (1,), (16 + 2, 24 + 7)),
    Marks(0b11, 1, (), (2,), (8 + 3, 32 + 7)),
]


@pytest.fixture
def points() -> Points:
    made = np.random.default_rng(3).normal(size=(8, 6)).astype(np.float32) + 1
    vectors = packed(made)
    return Points.of(
        Row(
            *(at, vectors[2 * at], vectors[2 * at + 1], marks.numbers, marks.attitude),
            packed_wordings(marks),
        )
        for at, marks in enumerate(MARKS)
    )


def unit(stored: np.ndarray) -> np.ndarray:
    vectors = stored.astype(np.float64)
    found: np.ndarray = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    return found


def test_each_pair_has_what_it_has_by_itself(points: Points) -> None:
    full = unit(points.full) @ unit(points.full).T
    content = unit(points.content) @ unit(points.content).T
    found = likelihood(points, points)
    for left, one in enumerate(MARKS):
        for right, other in enumerate(MARKS):
            signs = likeness(one, other, full[left, right], content[left, right])
            assert found[left, right] == pytest.approx(judged(signs), abs=1e-4)


def test_in_pieces_it_is_the_same(points: Points, monkeypatch: pytest.MonkeyPatch) -> None:
    whole, pairs = likelihood(points, points), neighbours(points, 0.01)
    monkeypatch.setattr(many, "_TILE", 3)
    assert np.allclose(likelihood(points, points), whole, atol=1e-6)
    parts = neighbours(points, 0.01)
    assert sorted(zip(parts.left, parts.right, strict=True)) == sorted(
        zip(pairs.left, pairs.right, strict=True)
    )
    expected = {(a, b) for a in range(4) for b in range(a + 1, 4) if whole[a, b] >= 0.01}
    assert set(zip(pairs.left.tolist(), pairs.right.tolist(), strict=True)) == expected


def test_of_many_neighbours_the_likeliest_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(many, "MOST", 2)
    pairs = neighbours(claims([0] * 5), 0.5)
    assert np.bincount(pairs.left).max() == 2


def test_the_nearest_come_best_first() -> None:
    points = claims([0, 1, 0, 2], noise=0.05)
    found = nearest(points.take(slice(0, 1)), points.take(slice(1, 4)), 0.0, 2)
    assert found[0][0] == 3
    assert found[0][1] > found[1][1]
    assert nearest(points.take(slice(0, 1)), points.take(slice(1, 2)), 0.5, 2) == []


def test_how_well_a_thread_hangs_together() -> None:
    alike = cohesion(claims([0, 0, 1]))
    assert alike[0] == pytest.approx(alike[1])
    assert alike[0] > alike[2]
    assert cohesion(claims([0])) == [1.0]
    assert cohesion(claims([])) == []


def test_a_pair_that_one_attitude_alone_makes_likely_enough_is_found(
    points: Points, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(many, "weights", lambda: {**weights(), "one_attitude": 9.0})
    likely = float(likelihood(points, points)[1, 3])
    pairs = neighbours(points, likely - 1e-4)
    assert (1, 3) in set(zip(pairs.left.tolist(), pairs.right.tolist(), strict=True))


def test_whatever_is_likely_enough_may_be_and_what_is_far_off_may_not(points: Points) -> None:
    full = (unit(points.full) @ unit(points.full).T).astype(np.float32)
    content = (unit(points.content) @ unit(points.content).T).astype(np.float32)
    at, to = np.triu_indices(len(points), 1)
    likely = likelihood(points, points)[at, to]
    for least in (0.1, 0.5, 0.9):
        may = may_be_alike(points, at, to, (full[at, to], content[at, to]), least)
        assert may[likely >= least].all()
        far = (np.full(len(at), 0.2, np.float32),) * 2
        assert not may_be_alike(points, at, to, far, least).any()
