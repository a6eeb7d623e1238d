"""The encoder puts texts that say the same near each other, whatever they are read with."""

from __future__ import annotations

from hashlib import sha256

import numpy as np
import pytest

from claims.comparison.meaning.encoder import PIECES, SHIPPED, Encoder
from claims.comparison.meaning.statement import Statement, Text
from claims.comparison.meaning.storage import SHA256, WIDTH, Vectors

DAM = "The minister promised to finish the dam before the winter."
SAME = "Before winter comes the dam will be completed, the minister vowed."
OTHER = "Ticket sales at the opera fell for the third year, its director said."


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return Encoder(threads=1)


def test_the_weights_are_those_that_are_named() -> None:
    assert sha256(SHIPPED.read_bytes()).hexdigest() == SHA256


def wholes(encoder: Encoder, *texts: str) -> Vectors:
    found: Vectors = encoder.encode([Text(text) for text in texts])[:, 0]
    return found


def test_other_words_for_one_thing_are_nearer_than_another_thing(encoder: Encoder) -> None:
    dam, same, other = wholes(encoder, DAM, SAME, OTHER)
    assert dam @ same > 0.7 > 0.4 > dam @ other


def test_a_content_is_nearer_to_its_like_than_what_others_say_of_other_things(
    encoder: Encoder,
) -> None:
    said = [
        Statement("the dam will be done before winter", "promised", ("Ada Lund",)),
        Statement("the dam will be done before winter", "doubted", ("the builders",)),
        Statement("ticket sales fell", "promised", ("Ada Lund",)),
    ]
    (whole, content), (other_whole, other_content), (_, third) = encoder.encode(
        [each.text for each in said]
    )
    assert content @ other_content > whole @ other_whole
    assert content @ other_content > 0.7 > 0.5 > content @ third


def test_a_text_has_one_vector_whatever_is_read_beside_it(encoder: Encoder) -> None:
    [alone] = encoder.encode([Text(DAM, 13)])
    among = encoder.encode([Text(text, 13) for text in (OTHER * 9, "No.", DAM, "No.", DAM)])
    assert among.shape == (5, 2, WIDTH)
    assert np.allclose(np.linalg.norm(among, axis=2), 1, atol=1e-5)
    assert (among[1] == among[3]).all()
    assert (among[[2, 4]] == alone).all()


def test_what_is_behind_the_last_piece_is_not_read(encoder: Encoder) -> None:
    long = "dam " * PIECES
    first, second = wholes(encoder, long + "and the opera", long + "or a bridge")
    assert first @ second == pytest.approx(1, abs=1e-4)


def test_a_content_is_read_however_many_say_it(encoder: Encoder) -> None:
    many = tuple(f"Ada Lund {number}" for number in range(PIECES))
    (_, dam), (_, opera) = encoder.encode(
        [Statement(content, "said", many).text for content in (DAM, OTHER)]
    )
    assert dam @ opera < 0.5


def test_no_text_and_an_empty_one_are_no_error(encoder: Encoder) -> None:
    assert encoder.encode([]).shape == (0, 2, WIDTH)
    assert np.isfinite(encoder.encode([Text(""), Text("Ada Lund said", 13)])).all()
