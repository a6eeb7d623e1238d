"""Quotations that no clause of a cue covers: the cue stands beside them.

Constructions: ``quote_after`` (the quotation follows the cue: *she said:* “…”), ``quote_before``
(“…” *she said*). Only cues that report speech in those places count.
"""

from __future__ import annotations

from collections.abc import Iterable

from claims.extraction.candidates import Page
from claims.extraction.lexicon import Lexicon
from claims.extraction.pieces import Piece, Range
from claims.extraction.verbs import bare_piece

_REACH = 30
_QUOTE_THRESHOLD = 0.3
_STOPS = frozenset(".!?")


def attach_quotations(page: Page, pieces: list[Piece], weights: Lexicon) -> list[Piece]:
    """New pieces for quotations that hold a sentence or more and lie in no piece's content.

    A quotation whose cue is already a piece is added to that piece's content instead.
    """
    heads = {piece.head: piece for piece in pieces}
    covered = [False] * len(page.quotes)
    for piece in pieces:
        if page.quote_of[piece.head] < 0:
            for low, high in piece.content:
                for i in range(low, high):
                    if page.quote_of[i] >= 0:
                        covered[page.quote_of[i]] = True
    new: list[Piece] = []
    for start, end in page.paragraphs:
        for at, quote in enumerate(page.quotes):
            if start <= quote[0] < end and not covered[at]:
                found = _cue_beside(page, quote, start, end, weights)
                if found is None:
                    continue
                piece, name = found
                known = heads.get(piece.head)
                if known is not None:
                    known.content = sorted([*known.content, quote])
                else:
                    piece.construction, piece.content = name, [quote]
                    heads[piece.head] = piece
                    new.append(piece)
    return new


def _cue_beside(
    page: Page, quote: Range, start: int, end: int, weights: Lexicon
) -> tuple[Piece, str] | None:
    after = _first_cue(page, range(quote[1], min(end, quote[1] + _REACH)), "quote_before", weights)
    if after is not None and page.tree.lower[quote[1]] not in _STOPS:
        return after, "quote_before"
    before = _first_cue(
        page, range(quote[0] - 1, max(start, quote[0] - _REACH) - 1, -1), "quote_after", weights
    )
    return None if before is None else (before, "quote_after")


def _first_cue(page: Page, places: Iterable[int], name: str, weights: Lexicon) -> Piece | None:
    tree = page.tree
    for i in places:
        if page.quote_of[i] >= 0 or tree.lower[i] in _STOPS:
            return None
        if tree.is_verb(i) and tree.dep[i] not in ("aux", "auxpass"):
            score = weights.precision(tree.lemma[i].lower(), name)
            if score >= _QUOTE_THRESHOLD:
                piece = bare_piece(tree, i)
                piece.score = score
                if piece.source is not None:
                    piece.source = page.trim(page.outside(piece.source, -1))
                return piece
    return None
