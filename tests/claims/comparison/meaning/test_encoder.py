"""The encoder puts texts that say the same near each other, whatever they are read with."""

from __future__ import annotations

from hashlib import sha256

import numpy as np
import pytest

from claims.comparison.meaning.encoder import PIECES, SHIPPED, WIDTH, Encoder
from claims.comparison.meaning.storage import SHA256

DAM = "The minister promised to finish the dam before the winter."
SAME = "Before winter comes the dam will be completed, the minister vowed."
OTHER = "Ticket sales at the opera fell for the third year, its director said."


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return Encoder(threads=1)


def test_the_weights_are_those_that_are_named() -> None:
    assert sha256(SHIPPED.read_bytes()).hexdigest() == SHA256


def test_other_words_for_one_thing_are_nearer_than_another_thing(encoder: Encoder) -> None:
    dam, same, other = encoder.encode([DAM, SAME, OTHER])
    assert dam @ same > 0.7 > 0.2 > dam @ other


def test_a_text_has_one_vector_whatever_is_read_beside_it(encoder: Encoder) -> None:
    alone = encoder.encode([DAM])[0]
    among = encoder.encode([OTHER * 9, "No.", DAM, "No.", DAM])
    assert among.shape == (5, WIDTH)
    assert np.allclose(np.linalg.norm(among, axis=1), 1, atol=1e-5)
    assert (among[1] == among[3]).all()
    assert (among[[2, 4]] == alone).all()


def test_what_is_behind_the_last_piece_is_not_read(encoder: Encoder) -> None:
    long = "dam " * PIECES
    first, second = encoder.encode([long + "and the opera", long + "or a bridge"])
    assert first @ second == pytest.approx(1, abs=1e-4)


def test_no_text_and_an_empty_one_are_no_error(encoder: Encoder) -> None:
    assert encoder.encode([]).shape == (0, WIDTH)
    assert np.isfinite(encoder.encode([""])).all()
