"""Claims inside claims: kept with their parent where another speaks, else dropped."""

from __future__ import annotations

from claims.extraction.pieces import MARKED, Piece
from claims.extraction.places import Places

# Inside quotation marks every verb of thinking would give a claim of its own.
_SURE = 0.5
_FIRST_PERSON = frozenset({"i", "we", "you", "me", "us"})


def nest(
    places: Places, outer: list[Piece], inner: list[Piece]
) -> list[tuple[Piece, Piece | None]]:
    """Pieces to keep, each with the one whose content holds it.

    Args:
        places: Of the document.
        outer: Pieces whose cue stands outside quotation marks.
        inner: Pieces whose cue stands inside them.
    """
    kept: list[tuple[Piece, Piece | None]] = []
    holder: list[Piece | None] = [None] * len(places.doc)
    # From long to short, so that the innermost content around a token is noted last.
    for piece in sorted(outer, key=_size, reverse=True):
        parent = holder[piece.head]
        free = parent is None and not piece.dependent
        told = parent is not None and piece.construction == MARKED
        if free or told or _another_speaks(places, piece, parent):
            kept.append((piece, parent))
            for low, high in piece.content:
                holder[low:high] = [piece] * (high - low)
    for piece in inner:
        parent = holder[piece.head]
        if (piece.reports_inner or piece.score >= _SURE) and _another_speaks(places, piece, parent):
            kept.append((piece, parent))
    return kept


def _size(piece: Piece) -> int:
    return sum(high - low for low, high in piece.content)


def _another_speaks(places: Places, piece: Piece, parent: Piece | None) -> bool:
    """Whether the piece lies in the parent's content and has a source of its own."""
    if parent is None or piece.source is None or piece.source == parent.source:
        return False
    if not all(any(a <= c and d <= b for a, b in parent.content) for c, d in piece.content):
        return False
    words = {places.doc[i].lower_ for i in range(*piece.source)}
    return not words <= _FIRST_PERSON
