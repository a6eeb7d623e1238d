"""Stored vectors keep their direction."""

from __future__ import annotations

import numpy as np

from claims.comparison.meaning.storage import WIDTH, is_whole, packed


def test_a_vector_comes_back_in_its_direction() -> None:
    made = np.random.default_rng(4).normal(size=(50, 384)).astype(np.float32)
    made /= np.linalg.norm(made, axis=1, keepdims=True)
    stored = packed(made)
    assert {len(each) for each in stored} == {384}
    kept = np.frombuffer(b"".join(stored), dtype=np.int8).reshape(50, 384).astype(np.float32)
    kept /= np.linalg.norm(kept, axis=1, keepdims=True)
    assert ((kept * made).sum(axis=1) > 0.9999).all()


def test_nothing_and_a_vector_of_zeros_are_no_error() -> None:
    assert packed(np.empty((0, 4), np.float32)) == []
    assert packed(np.zeros((1, 4), np.float32)) == [bytes(4)]


def test_what_is_cut_or_empty_or_was_never_packed_is_not_whole() -> None:
    made = np.random.default_rng(5).normal(size=(50, WIDTH)).astype(np.float32)
    stored = packed(np.concatenate([made, -made]))
    assert all(map(is_whole, stored))
    damaged = [stored[0][1:], bytes(WIDTH), bytes([1] * WIDTH), b"\x80" + stored[0][1:], b""]
    assert not any(map(is_whole, damaged))
