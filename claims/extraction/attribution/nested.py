"""Claims inside claims, with their parent.

What the network marked is kept in any case, what only rules found where another speaks.
"""

from __future__ import annotations

from typing import Final

from claims.extraction.document.candidate import MARKED, Piece
from claims.extraction.document.ranges import holds
from claims.extraction.rules.page import Places
from claims.language.word_lists import words

# Inside quotation marks every verb of thinking would give a claim of its own.
_SURE: Final = 0.5
_FIRST_PERSON: Final = words("grammar/pronouns", "who talks and who is talked to")


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
        marked = piece.construction == MARKED
        if marked and parent is not None and not _lies_in(piece, parent):
            parent = None
        free = parent is None and not piece.dependent
        if free or marked or _another_speaks(places, piece, parent):
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


def _lies_in(piece: Piece, parent: Piece) -> bool:
    return all(holds(parent.content, part) for part in piece.content)


def _another_speaks(places: Places, piece: Piece, parent: Piece | None) -> bool:
    """Whether the piece lies in the parent's content and has a source of its own."""
    if parent is None or piece.source is None or piece.source == parent.source:
        return False
    if not _lies_in(piece, parent):
        return False
    words = {places.doc[i].lower_ for i in range(*piece.source)}
    return not words <= _FIRST_PERSON
