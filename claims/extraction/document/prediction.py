"""What the trained network hands to the rules that put it right."""

from __future__ import annotations

from dataclasses import dataclass

from claims.extraction.document.ranges import Range
from claims.tagger.decoding import Signs


@dataclass(frozen=True, slots=True)
class Prediction:
    """One attribution that the network predicted; ``confidence`` is from 0.0 to 1.0."""

    content: tuple[Range, ...]
    cue: Range
    source: Range | None
    signs: Signs
    confidence: float
