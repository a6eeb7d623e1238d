"""The columns of rows that come from what extraction found."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Any

from claims.claim import Affiliation, Claim, Span, pieces
from claims.language.folding import fold
from claims.review import ReviewState
from db.schema.choices import SpanPart


def claim_values(text: str, claim: Claim) -> dict[str, Any]:
    """The columns of a claim's row that come from the claim itself."""
    return {
        "current": True,
        "position": claim.content[0].start,
        "type": claim.type,
        "content": pieces(text, claim.content),
        "cue": pieces(text, claim.cue),
        "source": pieces(text, claim.source),
        "confidence": claim.confidence,
        "review": ReviewState.MACHINE,
        "cue_lemma": claim.cue_lemma,
        "cue_lemma_key": None if claim.cue_lemma is None else fold(claim.cue_lemma),
        "cue_class": claim.cue_class,
        "negated": claim.negated,
        "hedged": claim.hedged,
        "prediction": claim.prediction,
        "statement": claim.statement,
    }


def span_values(text: str, claim_id: int, claim: Claim) -> list[dict[str, Any]]:
    """The rows of a claim's spans."""
    parts = (
        (SpanPart.CONTENT, claim.content),
        (SpanPart.CUE, claim.cue),
        (SpanPart.SOURCE, claim.source),
    )
    return [
        {"claim_id": claim_id, "part": part, "ordinal": n, **_verbatim(text, span)}
        for part, spans in parts
        for n, span in enumerate(spans)
    ]


def affiliation_values(
    text: str, mention_id: int, affiliations: Iterable[Affiliation]
) -> list[dict[str, Any]]:
    """The rows of a mention's affiliations."""
    return [
        {
            "mention_id": mention_id,
            "ordinal": n,
            "role": one.role,
            "organization": one.organization,
            "organization_key": None if one.organization is None else fold(one.organization),
            "former": one.former,
            **_verbatim(text, one.evidence),
            "confidence": one.confidence,
        }
        for n, one in enumerate(affiliations)
    ]


def is_its_hash(sha256: str, text: str) -> bool:
    """Whether a text is, character by character, the one that was stored."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest() == sha256


def _verbatim(text: str, span: Span) -> dict[str, Any]:
    return {"start": span.start, "end": span.end, "exact": text[span.start : span.end]}
