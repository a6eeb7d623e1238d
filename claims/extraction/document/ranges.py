"""Ranges of tokens, the coordinates inside extraction; code points only at its door."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from spacy.tokens import Doc

from claims.claim import Span

Range = tuple[int, int]
"""Tokens ``start`` to ``end``, end-exclusive."""


def holds(parts: list[Range], part: Range) -> bool:
    """Whether one of the parts holds all of a range."""
    return any(low <= part[0] and part[1] <= high for low, high in parts)


class Door:
    """Where the tokens of a document stand in its text: the way into ranges and out of them."""

    __slots__ = ("_ends", "_starts")

    def __init__(self, doc: Doc) -> None:
        self._starts = [token.idx for token in doc]
        self._ends = [token.idx + len(token) for token in doc]

    def tokens(self, span: Span) -> Range:
        """The tokens that stand in a span, be it in part."""
        first = bisect_right(self._ends, span.start)
        last = first
        while last < len(self._starts) and self._starts[last] < span.end:
            last += 1
        return first, last

    def span(self, part: Range) -> Span:
        """Where a range stands, from its first token to the end of its last; it is not empty."""
        return Span(self._starts[part[0]], self._ends[part[1] - 1])

    def spans(self, parts: Iterable[Range]) -> tuple[Span, ...]:
        """Where each of the ranges stands."""
        return tuple(map(self.span, parts))
