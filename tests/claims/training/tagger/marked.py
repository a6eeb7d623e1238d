"""A text with its gold."""

from __future__ import annotations

from claims.claim import Span
from claims.scoring import GoldAttribution
from claims.tagger.windows import WordPieces

TEXT = (
    "The mill will close, said Ada Lund. It was predicted that prices would rise.\n“No,” she said."
)


def spans(*words: str) -> tuple[Span, ...]:
    return tuple(Span(TEXT.index(word), TEXT.index(word) + len(word)) for word in words)


GOLD = (
    GoldAttribution("E1", spans("The mill will close"), spans("said"), spans("Ada Lund")),
    GoldAttribution("E2", spans("that prices would rise"), spans("was predicted"), ()),
    GoldAttribution("E3", spans("“No,”"), spans("said."), spans("she")),
)


def words(pieces: WordPieces, run: tuple[int, int]) -> str:
    return pieces.text[pieces.offsets[run[0]][0] : pieces.offsets[run[1] - 1][1]]
