"""Claims inside claims: kept with their parent where another speaks, else dropped."""

from __future__ import annotations

from claims.extraction.pieces import Piece, Range
from claims.extraction.places import Places

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
    for piece in sorted(outer, key=lambda piece: -_size(piece.content)):
        parent = _holder(piece, [above for above, _ in kept])
        if parent is None or _another_speaks(places, piece, parent):
            kept.append((piece, parent))
    holders = [piece for piece, _ in kept]
    for piece in inner:
        parent = _holder(piece, holders)
        if parent is not None and _another_speaks(places, piece, parent):
            kept.append((piece, parent))
    return kept


def _holder(piece: Piece, others: list[Piece]) -> Piece | None:
    """The piece with the shortest content that holds this one’s cue."""
    found: Piece | None = None
    for other in others:
        if other is piece or not any(a <= piece.head < b for a, b in other.content):
            continue
        if found is None or _size(other.content) < _size(found.content):
            found = other
    return found


def _size(content: list[Range]) -> int:
    return sum(b - a for a, b in content)


def _another_speaks(places: Places, piece: Piece, parent: Piece) -> bool:
    if piece.source is None or piece.source == parent.source:
        return False
    if not all(any(a <= c and d <= b for a, b in parent.content) for c, d in piece.content):
        return False
    words = {places.doc[i].lower_ for i in range(*piece.source)}
    return not words <= _FIRST_PERSON
