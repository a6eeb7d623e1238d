"""Cue, source and content spans: constructions found in the parse, weighed by the lexicon.

A learned tagger can take this component's place: linking reads only ``doc._.pieces``.
"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from claims.extraction.candidates import Page
from claims.extraction.extensions import register_extensions
from claims.extraction.lexicon import Lexicon, lexicon
from claims.extraction.pieces import Piece
from claims.extraction.quoting import attach_quotations

# A cue below this is more often no attribution than the harm of missing one would justify.
THRESHOLD = 0.30


@Language.component("claims_tagging", assigns=["doc._.pieces"])
def tagging(doc: Doc) -> Doc:
    """Sets ``doc._.pieces``: cues in text order, at most one a head token."""
    page = Page(doc)
    weights = lexicon()
    pieces = choose(page, weights)
    pieces += attach_quotations(page, pieces, weights)
    pieces.sort(key=lambda piece: piece.cue)
    doc._.pieces = pieces
    return doc


def choose(page: Page, weights: Lexicon) -> list[Piece]:
    """The best reading of each head token, where it is likely enough."""
    best: dict[int, Piece] = {}
    for piece in page.pieces(weights.wanted):
        piece.score = weights.precision(piece.lemma, piece.construction)
        if piece.score < THRESHOLD:
            continue
        rival = best.get(piece.head)
        if rival is None or piece.score > rival.score:
            best[piece.head] = piece
    return list(best.values())


register_extensions()
