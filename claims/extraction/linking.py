"""Pieces to attributions: floating quotations, nesting, type and confidence."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from claims.claim import ClaimType, Span
from claims.extraction.attribution import Attribution
from claims.extraction.extensions import register_extensions
from claims.extraction.pieces import Piece, Range

_DIRECT_SHARE = 0.8


@Language.component("claims_linking", assigns=["doc._.attributions"])
def linking(doc: Doc) -> Doc:
    """Sets ``doc._.attributions`` in order of their first character."""
    pieces = _outermost(doc._.pieces)
    found = [(piece, _attribution(doc, piece)) for piece in pieces]
    doc._.attributions = [attribution for _, attribution in found]
    return doc


def _outermost(pieces: list[Piece]) -> list[Piece]:
    """Pieces whose cue does not stand inside another's content."""
    kept = []
    for piece in pieces:
        inside = any(
            low <= piece.head < high
            for other in pieces
            if other is not piece
            for low, high in other.content
        )
        if not inside:
            kept.append(piece)
    return kept


def _attribution(doc: Doc, piece: Piece) -> Attribution:
    return Attribution(
        type=_type(doc, piece.content),
        content=tuple(_span(doc, part) for part in piece.content),
        cue=(_span(doc, piece.cue),),
        source=() if piece.source is None else (_span(doc, piece.source),),
        parent=None,
        confidence=piece.score,
    )


def _span(doc: Doc, part: Range) -> Span:
    last = doc[part[1] - 1]
    return Span(doc[part[0]].idx, last.idx + len(last))


def _type(doc: Doc, content: list[Range]) -> ClaimType:
    """By the share of words that stand inside outermost quotation marks."""
    words = quoted = 0
    outer = [q for q in doc._.quotations if q.depth == 0]
    for low, high in content:
        for token in doc[low:high]:
            if token.is_punct or token.is_space:
                continue
            words += 1
            quoted += any(q.start <= token.idx < q.end for q in outer)
    if not quoted:
        return ClaimType.INDIRECT
    return ClaimType.DIRECT if quoted >= _DIRECT_SHARE * words else ClaimType.MIXED


register_extensions()
