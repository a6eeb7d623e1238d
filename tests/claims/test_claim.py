"""What is said of an article's claim by itself."""

from __future__ import annotations

from claims.claim import Span, pieces

TEXT = "“Ice,” said Ann Lee of Délta. “Snow.”"


def test_pieces_are_joined_where_they_are_shown() -> None:
    assert pieces(TEXT, [Span(1, 4), Span(31, 35)]) == "Ice; Snow"
    assert pieces(TEXT, ()) == ""
