"""Claims in rows of arrays."""

from __future__ import annotations

import numpy as np
import pytest

from claims.comparison.threads.points import Points
from tests.claims.comparison.threads.made import claims

SOME = claims([0, 1, 2])


def test_claims_can_be_taken_and_put_together() -> None:
    first, rest = SOME.take(slice(0, 1)), SOME.take(slice(1, 3))
    assert len(first) + len(rest) == len(SOME)
    assert first.and_(rest).ids.tolist() == SOME.ids.tolist()
    assert Points.of([]).and_(SOME) is SOME


def test_their_order_is_that_of_what_they_say() -> None:
    turned = SOME.take(np.array([2, 0, 1], dtype=np.intp))
    assert turned.in_order().ids.tolist() == SOME.in_order().ids.tolist()


def test_a_product_of_rows_is_the_weighted_sum_of_cosines() -> None:
    scaled = claims([0, 0, 1]).scaled(0.7, 0.3)
    near = scaled @ scaled.T
    assert near[0, 1] == pytest.approx(1, abs=0.01)
    assert near[0, 2] == pytest.approx(0, abs=0.01)
