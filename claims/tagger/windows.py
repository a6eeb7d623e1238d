"""Articles cut into stretches that the encoder takes at once, at paragraph or sentence ends."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from enum import IntEnum
from typing import Any, Final

_BLOCK: Final = 8_000


class QuoteState(IntEnum):
    """Where a piece stands to quotation marks."""

    OUTSIDE = 0
    INSIDE = 1
    MARK = 2
    APOSTROPHE = 3


class Shape(IntEnum):
    """What a piece looks like."""

    LOWER = 0
    TITLE = 1
    CAPITAL = 2
    CAPITALS = 3
    DIGITS = 4
    NO_WORD = 5


@dataclass(frozen=True, slots=True)
class WordPieces:
    """The word pieces of one article with the features that are fed beside them.

    Args:
        text: Of the article.
        ids: Each piece's number in the vocabulary.
        offsets: Start and end of each, in code points.
        quotes: A ``QuoteState`` each.
        shapes: A ``Shape`` each.
        pos: Part of speech, dependency label and first piece of the head, as ``syntax`` numbers
            them; 0 where there is no parse.
        deps: See ``pos``.
        heads: See ``pos``.
    """

    text: str
    ids: Sequence[int]
    offsets: Sequence[tuple[int, int]]
    quotes: Sequence[int]
    shapes: Sequence[int]
    pos: Sequence[int]
    deps: Sequence[int]
    heads: Sequence[int]

    def within(self, stretches: Iterable[tuple[int, int]]) -> WordPieces:
        """Only the pieces in some stretches of the text; code points, in text order, disjoint."""
        starts = [start for start, _ in self.offsets]
        kept = [
            at
            for start, end in stretches
            for at in range(bisect_left(starts, start), bisect_left(starts, end))
        ]
        return self._each(lambda column: [column[at] for at in kept])

    def part(self, start: int, end: int) -> WordPieces:
        """The pieces ``start`` to ``end``."""
        return self._each(lambda column: column[start:end])

    def _each(self, take: Callable[[Sequence[Any]], Sequence[Any]]) -> WordPieces:
        return WordPieces(self.text, *(take(getattr(self, one.name)) for one in fields(self)[1:]))


def shape(word: str) -> Shape:
    """The shape of a word piece."""
    if word.isdigit():
        return Shape.DIGITS
    if not any(map(str.isalnum, word)):
        return Shape.NO_WORD
    if word.isupper():
        return Shape.CAPITALS if len(word) > 1 else Shape.CAPITAL
    return Shape.TITLE if word[0].isupper() else Shape.LOWER


def cut(pieces: WordPieces, size: int, first: int | None = None) -> list[tuple[int, int]]:
    """Start and end of each window, in pieces.

    A window ends at the last paragraph end in its second half, else at the last sentence end
    there, else where it is full.

    Args:
        pieces: The article.
        size: The most pieces a window may have.
        first: The same for the first window; training varies it so that cuts vary.
    """
    ends = _ends(pieces)
    windows, start, room = [], 0, first or size
    while start < len(pieces.ids):
        end = min(start + room, len(pieces.ids))
        if end < len(pieces.ids):
            choices = [(ends[at], at) for at in range(start + room // 2 + 1, end + 1) if at in ends]
            end = max(choices, default=(0, end))[1]
        windows.append((start, end))
        start, room = end, size
    return windows


def blocks(pieces: WordPieces) -> Iterator[WordPieces]:
    """A long article in parts that are decoded by themselves: links between pieces take room."""
    for start, end in cut(pieces, _BLOCK):
        yield pieces.part(start, end)


def _ends(pieces: WordPieces) -> dict[int, int]:
    """Pieces before which a sentence (1) or a paragraph (2) ends."""
    ends = {}
    for at in range(1, len(pieces.offsets)):
        before, here = pieces.offsets[at - 1], pieces.offsets[at]
        between = pieces.text[before[1] : here[0]]
        if "\n" in between:
            ends[at] = 2
        elif between and pieces.text[before[0] : before[1]] in {".", "!", "?", '"', "”"}:
            ends[at] = 1
    return ends
