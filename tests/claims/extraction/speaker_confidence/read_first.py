"""Who is told to speak, with confidences."""

from __future__ import annotations

from claims.claim import Speaker
from claims.extraction.document.analysis import analysis
from tests.claims.extraction.scenes import scene


def _first(*paragraphs: str) -> list[Speaker]:
    return [one for one, *_ in analysis(scene(*paragraphs)).speakers]
