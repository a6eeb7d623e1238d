"""An attribution before anyone is named, and what its cue tells: what becomes a claim."""

from __future__ import annotations

from dataclasses import dataclass

from claims.claim import ClaimType, CueClass
from claims.extraction.document.ranges import Range


@dataclass(frozen=True, slots=True)
class Attribution:
    """One attributed statement, in tokens; see ``claims.claim.Claim`` for the fields."""

    type: ClaimType
    content: tuple[Range, ...]
    cue: tuple[Range, ...]
    source: tuple[Range, ...]
    parent: int | None
    confidence: float


@dataclass(frozen=True, slots=True)
class Cue:
    """The reading of one cue; see ``claims.claim.Claim`` for the fields."""

    lemma: str | None = None
    kind: CueClass | None = None
    negated: bool = False
    hedged: bool = False
    prediction: bool = False
    statement: float = 1.0
