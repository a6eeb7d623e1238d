"""Paragraphs with what a claim marks in them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Engine

from db.connection.reading import reading
from db.export.provenance import fetch_provenance
from db.export.report.passages import Passages, paragraph
from db.query.line import parse_filter
from tests.db.library import rows


def test_a_claim_is_marked_in_its_paragraph(library: Engine) -> None:
    with reading(library) as connection:
        (row,) = rows(library, parse_filter("roof"))
        (origin,) = fetch_provenance(connection, [row])
        (pieces,) = Passages(connection).of(row, origin)
    told = [(piece.part, piece.text) for piece in pieces if piece.part]
    assert told == [
        ("content", "The depot roof alone eats the reserve"),
        ("cue", "said"),
        ("source", "Ilse Brandt"),
    ]
    assert "director of the City Rail Office" in "".join(piece.text for piece in pieces)


spans = st.lists(
    st.tuples(st.integers(0, 30), st.integers(0, 30), st.sampled_from(["content", "cue"])),
    max_size=5,
)


@given(spans)
def test_no_word_is_lost_or_told_twice(marked: list[tuple[int, int, str]]) -> None:
    text = "abcdefghijklmnopqrstuvwxyz0123"
    proper = [(start, end, part) for start, end, part in marked if start < end]
    pieces = paragraph(text, 5, 25, proper)
    assert "".join(piece.text for piece in pieces) == text[5:25]
    for at, char in enumerate(text[5:25], start=5):
        here = [part for start, end, part in proper if start <= at < end]
        (piece,) = [one for one in pieces if char in one.text]
        assert piece.part == (here[0] if here else "")
