"""Vectors of texts, each made once."""

from __future__ import annotations

import threading
from collections.abc import Sequence

import numpy as np
import pytest

from claims.comparison.meaning import vectors
from claims.comparison.meaning.encoder import Encoder
from claims.comparison.meaning.statement import Statement, Text
from claims.comparison.meaning.storage import Vectors, packed
from claims.comparison.meaning.vectors import nearness, texts_of, vectors_of

TEXTS = [
    Text(f"Bo said the {beast} sleeps in the lighthouse", 8)
    for beast in ("heron", "otter", "badger")
]


class Counting(Encoder):
    """Gives vectors by the length of a text, and notes what it is asked and where."""

    def __init__(self) -> None:
        super().__init__(threads=1)
        self.asked: list[Text] = []
        self.threads: set[int] = set()

    def encode(self, texts: Sequence[Text]) -> Vectors:
        self.asked += texts
        self.threads.add(threading.get_ident())
        return np.array(
            [[[len(text.whole), 1], [1, text.content_at]] for text in texts], dtype=np.float32
        )


@pytest.fixture
def encoder(monkeypatch: pytest.MonkeyPatch) -> Counting:
    counting = Counting()
    monkeypatch.setattr(vectors, "_encoder", lambda: counting)
    monkeypatch.setattr(vectors, "_both", vectors._both.__wrapped__)
    return counting


def test_each_text_is_read_once_and_its_vectors_packed(encoder: Counting) -> None:
    found = vectors_of([TEXTS[0], TEXTS[1], TEXTS[0]])
    assert encoder.asked == TEXTS[:2]
    assert list(found[TEXTS[0]]) == packed(encoder.encode(TEXTS[:1])[0])


def test_several_threads_make_the_same_vectors(encoder: Counting) -> None:
    alone = vectors_of(TEXTS)
    own = set(encoder.threads)
    assert vectors_of(TEXTS, threads=2) == alone
    assert encoder.threads > own


@pytest.mark.slow
def test_by_threads_the_true_encoder_gives_what_it_gives_alone() -> None:
    vectors._both.cache_clear()
    by_threads = vectors_of(TEXTS, threads=2)
    alone = Encoder(threads=1).encode(TEXTS)
    assert list(by_threads.values()) == [tuple(packed(both)) for both in alone]
    assert vectors_of([]) == {}


def test_a_statement_is_one_text_and_is_read_if_it_says_something() -> None:
    said = Statement("the mill burnt", "said", ("Bo Ek",))
    assert texts_of([said, said, Statement("this", "said")]) == [
        Text("Bo Ek said the mill burnt", 11)
    ]


def test_a_denial_is_near_what_it_denies() -> None:
    said = Statement("the dam flooded forty farms in May", "said", ("Bo Ek",)).text
    denied = Statement("the dam has never flooded a farm", "insisted", ("Ada Lund",)).text
    elsewhere = Statement("the school needs a new roof before winter", "said", ("Bo Ek",)).text
    assert nearness(said, denied) > 0.6 > 0.3 > nearness(said, elsewhere)
