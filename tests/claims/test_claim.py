"""A claim as plain data."""

from __future__ import annotations

from claims.claim import Span, pieces


def test_pieces_are_joined_where_they_are_shown() -> None:
    text = "“Ice,” said Ann Lee of Délta. “Snow.”"
    assert pieces(text, (Span(1, 4), Span(31, 35))) == "Ice; Snow"
    assert pieces(text, ()) == ""
