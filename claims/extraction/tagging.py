"""Cue, source and content spans: constructions found in the parse, weighed by the lexicon.

A learned tagger can take this component's place: linking reads only ``doc._.pieces``.
"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from claims.extraction.candidates import Page
from claims.extraction.context import context
from claims.extraction.extensions import register_extensions
from claims.extraction.lexicon import lexicon
from claims.extraction.parting import part
from claims.extraction.pieces import Piece
from claims.extraction.quoting import attach_quotations

# A cue below this is more often no attribution than the harm of missing one would justify.
THRESHOLD = 0.31


@Language.component("claims_tagging", assigns=["doc._.pieces"])
def tagging(doc: Doc) -> Doc:
    """Sets ``doc._.pieces``: cues in text order, at most one a head token."""
    page = Page(doc)
    pieces = choose(page)
    part(page, pieces)
    pieces += attach_quotations(page, pieces, lambda piece: _likely(page, piece))
    pieces.sort(key=lambda piece: piece.cue)
    doc._.pieces = pieces
    return doc


def choose(page: Page) -> list[Piece]:
    """The best reading of each head token, where it is likely enough."""
    best: dict[int, Piece] = {}
    for piece in page.pieces(lexicon().wanted):
        if _likely(page, piece):
            rival = best.get(piece.head)
            if rival is None or piece.score > rival.score:
                best[piece.head] = piece
    return list(best.values())


def _likely(page: Page, piece: Piece) -> bool:
    """Sets the piece's score and compares it with the threshold."""
    weights = lexicon()
    if not weights.useful(piece.lemma, piece.construction):
        return False
    around = context(page.tree, piece)
    piece.score = weights.probability(piece.lemma, piece.construction, around)
    return piece.score >= THRESHOLD


register_extensions()
