"""Pairs are judged by the vectors of both."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from claims.comparison.meaning.encoder import Encoder
from claims.comparison.meaning.judge import THRESHOLD, same
from claims.comparison.meaning.pairs import cosines, same_of_pairs
from claims.comparison.meaning.statement import Statement, Text
from claims.comparison.meaning.storage import Vectors

DAM, WALL = Statement("the dam held", "said", ("Ann Lee",)), Statement("the wall fell", "said")


class Letters(Encoder):
    """Tells texts apart by their letters, without weights."""

    def encode(self, texts: Sequence[Text]) -> Vectors:
        both = [(text.whole, text.whole[text.content_at :]) for text in texts]
        counts = [[[read.count(chr(97 + at)) for at in range(26)] for read in two] for two in both]
        vectors = np.array(counts, dtype=np.float32).reshape(len(texts), 2, 26)
        found: Vectors = vectors / np.linalg.norm(vectors, axis=2, keepdims=True)
        return found


def test_a_statement_is_as_near_to_itself_as_can_be() -> None:
    itself, other = cosines([(DAM, DAM), (DAM, WALL)], Letters())
    assert itself == pytest.approx((1, 1))
    assert max(other) < 1


def test_pairs_are_judged_in_their_order() -> None:
    pairs = [(DAM, WALL), (DAM, DAM)]
    near = cosines(pairs, Letters())
    assert same_of_pairs(pairs, Letters()) == [
        same(*pair, *both) for pair, both in zip(pairs, near, strict=True)
    ]


def test_no_pairs_have_no_figures() -> None:
    assert cosines([], Encoder()) == []


def test_a_demand_is_not_its_criticism() -> None:
    demand = Statement("a ban on fishing in the bay", "called for", ("Ada Lund",))
    again = Statement("a ban on fishing in the bay", "has proposed", ("Ada Lund",))
    attack = Statement("a ban on fishing in the bay", "bashed", ("Bo Ek",))
    likely, unlikely = same_of_pairs([(demand, again), (demand, attack)])
    assert likely > 0.9 > THRESHOLD > unlikely
