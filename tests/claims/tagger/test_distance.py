"""Distances between pieces, in growing steps."""

from __future__ import annotations

from claims.tagger.distance import BUCKETS, distance_buckets


def test_near_pieces_are_told_apart_and_far_ones_are_not() -> None:
    row = distance_buckets(2000)[0].tolist()
    assert row[0] == BUCKETS // 2
    assert len(set(row[:4])) == 4
    assert row[1500] == row[1600]
    assert row == sorted(row)


def test_before_and_behind_mirror_each_other() -> None:
    buckets = distance_buckets(40)
    assert (buckets + buckets.T == BUCKETS - 1).all()
    assert 0 <= buckets.min() <= buckets.max() < BUCKETS
