"""Words swapped for like ones: one piece for one piece, the same throughout."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from claims.tagger.syntax import POS
from claims.tagger.windows import Pieces
from claims.training.swapping import can_be_swapped, swapped

NOUN, VERB, ARTICLE = (POS.index(tag) + 1 for tag in ("NN", "VBD", "DT"))
NEAR = {1: [11], 2: [12], 3: [13]}


def pieces(ids: list[int], pos: list[int], heads: list[int]) -> Pieces:
    blank = [0] * len(ids)
    return Pieces("", ids, [(0, 0)] * len(ids), blank, blank, pos, blank, heads)


def test_a_word_is_swapped_wherever_it_stands_and_as_a_head() -> None:
    one = pieces([1, 2, 1], [NOUN, VERB, NOUN], [2, 2, 2])
    new = swapped(one, 0, 3, NEAR, 1.0, random.Random(1))
    assert (new.ids, new.heads) == ([11, 12, 11], [12, 12, 12])


def test_nothing_is_swapped_outside_the_stretch() -> None:
    one = pieces([1, 1, 1], [NOUN, NOUN, NOUN], [1, 1, 1])
    assert swapped(one, 1, 2, NEAR, 1.0, random.Random(1)).ids == [1, 11, 1]


def test_small_words_stay() -> None:
    one = pieces([3, 1, 3], [ARTICLE, NOUN, NOUN], [1, 1, 1])
    assert swapped(one, 0, 3, NEAR, 1.0, random.Random(1)).ids == [3, 11, 3]


def test_marks_numbers_and_letters_alone_cannot_be_swapped() -> None:
    words = ["minister", "##ation", "the", "##s", "is", "2015", "“", "é", "[SEP]"]
    assert [word for word in words if can_be_swapped(word)] == ["minister", "##ation", "the"]


@given(
    st.lists(st.tuples(st.integers(0, 5), st.sampled_from([NOUN, VERB, ARTICLE])), max_size=20),
    st.floats(0, 1),
    st.integers(),
)
def test_only_ids_and_heads_change(words: list[tuple[int, int]], share: float, seed: int) -> None:
    ids = [word for word, _ in words]
    one = pieces(ids, [pos for _, pos in words], ids)
    new = swapped(one, 0, len(ids), NEAR, share, random.Random(seed))
    changed = {(a, b) for a, b in zip(one.ids, new.ids, strict=True) if a != b}
    assert changed <= {(a, near[0]) for a, near in NEAR.items()}
    assert new.heads == new.ids
    assert (new.pos, new.offsets) == (one.pos, one.offsets)
