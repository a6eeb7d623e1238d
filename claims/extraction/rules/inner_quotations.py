"""Who is quoted by whom: cues of quotations that stand inside another claim's content."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from claims.extraction.document.analysis import analysis
from claims.extraction.document.candidate import Piece
from claims.extraction.rules.adjacent_quotations import cues_beside
from claims.extraction.rules.enumerate import Page
from claims.extraction.rules.select import likely, rule_pieces

_NAMING: Final = frozenset({"ADJ", "DET", "NOUN", "NUM", "PROPN"})
_SURE: Final = 0.4


def inner_pieces(page: Page) -> list[Piece]:
    """Pieces that report a quotation inside a quotation, which is read as an article is."""
    if not any(one.depth == 1 for one in analysis(page.doc).quotations):
        return []
    within = Page(page.doc, depth=1)
    found = []
    for piece in rule_pieces(within):
        parts = (i for low, high in piece.content for i in range(low, high))
        if within.quote_of[piece.head] < 0 and any(within.quote_of[i] >= 0 for i in parts):
            piece.reports_inner = True
            found.append(piece)
    return found


def named_speakers(page: Page, around: list[Piece | None]) -> Iterator[Piece]:
    """Pieces of names that speak inside a claim: footage of Ada Ruiz saying, “It held.”

    Args:
        page: The article.
        around: For each token, the piece in whose content it is.
    """
    for quote, beside in zip(page.quotes, cues_beside(page), strict=True):
        outer = around[quote[0]]
        if outer is None or outer.cue[1] > quote[0]:
            continue
        for piece in beside:
            own = piece.construction == "quote_after" and around[piece.head] is outer
            named = own and _take_name(page, piece, around)
            if named and likely(page, piece) and piece.score >= _SURE:
                yield piece
                break


def _take_name(page: Page, piece: Piece, around: list[Piece | None]) -> bool:
    """Sets the name right before a participle as its source, if one stands there."""
    tree, before = page.tree, piece.head - 1
    if before < 0 or piece.cue[0] != piece.head or tree.tag[piece.head] != "VBG":
        return False
    if tree.pos[before] != "PROPN" or not page.doc[before].text[0].isupper():
        return False
    low = before
    while low and tree.pos[low - 1] in _NAMING and around[low - 1] is around[piece.head]:
        low -= 1
    piece.source = (low, before + 1)
    return True
