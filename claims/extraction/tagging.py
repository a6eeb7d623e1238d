"""Cue, source and content of each attribution in tokens: the network's, and what rules add.

The network was taught one level of attribution and newspaper prose; rules know the lines of a
transcript, the name under a quotation and who is quoted by whom.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from spacy.language import Language
from spacy.tokens import Doc

from claims.claim import Span
from claims.extraction.candidates import Page
from claims.extraction.extensions import register_extensions
from claims.extraction.marking import Marked
from claims.extraction.mending import mend
from claims.extraction.pieces import MARKED, Piece, Range
from claims.extraction.ruling import rule_pieces

# What the network overlooks or takes for something else, and rules tell by its form.
_BY_FORM = frozenset({"transcript", "signature"})


@Language.component("claims_tagging", assigns=["doc._.pieces"])
def tagging(doc: Doc) -> Doc:
    """Sets ``doc._.pieces``: cues in text order."""
    mend(doc)
    page = Page(doc)
    ruled = rule_pieces(page)
    doc._.pieces = ruled if doc._.marked is None else join(page, doc._.marked, ruled)
    return doc


def join(page: Page, marked: list[Marked], ruled: list[Piece]) -> list[Piece]:
    """The network's pieces, those of the rules by form, and those of the rules inside contents."""
    by_form = [piece for piece in ruled if piece.construction in _BY_FORM]
    taken = [False] * len(page.doc)
    for piece in by_form:
        for low, high in [*piece.content, piece.cue]:
            taken[low:high] = [True] * (high - low)
    offsets = [token.idx for token in page.doc]
    pieces = []
    for one in marked:
        piece = _piece(page, offsets, one)
        if piece is not None and not _mostly(taken, piece):
            pieces.append(piece)
    for piece in ruled:
        if piece.construction not in _BY_FORM and any(_holds(one, piece) for one in pieces):
            piece.dependent = True
            by_form.append(piece)
    return sorted([*pieces, *by_form], key=lambda piece: piece.cue)


def _piece(page: Page, offsets: list[int], marked: Marked) -> Piece | None:
    def tokens(span: Span) -> Range:
        return bisect_right(offsets, span.start) - 1, bisect_left(offsets, span.end)

    cue = tokens(marked.cue)
    if not any(start <= cue[0] < end for start, end in [*page.titles, *page.paragraphs]):
        return None
    content = [part for span in marked.content if (part := page.trim(tokens(span)))]
    if not content:
        return None
    source = None if marked.source is None else tokens(marked.source)
    head = next((i for i in range(*cue) if not cue[0] <= page.tree.head[i] < cue[1]), cue[0])
    return Piece(head, "", MARKED, cue, source, content, marked.confidence)


def _mostly(taken: list[bool], piece: Piece) -> bool:
    own = [taken[i] for low, high in piece.content for i in range(low, high)]
    return sum(own) > len(own) / 2


def _holds(outer: Piece, piece: Piece) -> bool:
    parts = [piece.cue, *piece.content]
    return all(any(a <= c and d <= b for a, b in outer.content) for c, d in parts)


register_extensions()
