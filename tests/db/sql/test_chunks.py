"""Long sequences in pieces."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from db.sql.chunks import CHUNK, chunks, chunks_of


@given(st.lists(st.integers()), st.integers(1, 9))
def test_pieces_have_all_in_order_and_none_is_too_long_or_empty(
    items: list[int], size: int
) -> None:
    pieces = [*chunks_of(items, size)]
    assert [one for piece in pieces for one in piece] == items
    assert all(0 < len(piece) <= size for piece in pieces)


def test_ids_are_asked_for_a_thousand_at_once() -> None:
    assert [len(piece) for piece in chunks(range(CHUNK + 1))] == [CHUNK, 1]
