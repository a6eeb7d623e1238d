"""Attributions and claims by the words they consist of, so that tests read as sentences."""

from __future__ import annotations

from claims.claim import Claim, ClaimType, Span, Speaker
from claims.scoring import GoldAttribution


def find(text: str, *pieces: str) -> tuple[Span, ...]:
    """The spans of the pieces, each looked for after the one before."""
    spans, at = [], 0
    for piece in pieces:
        start = text.index(piece, at)
        at = start + len(piece)
        spans.append(Span(start, at))
    return tuple(spans)


def gold(
    text: str, *content: str, cue: str = "said", source: str | None = None, event: str = "E1"
) -> GoldAttribution:
    """A gold attribution of the text."""
    return GoldAttribution(
        event,
        find(text, *content),
        find(text, cue) if cue in text else (),
        find(text, source) if source else (),
    )


def claim(
    text: str,
    *content: str,
    source: str | None = None,
    parent: int | None = None,
    speakers: tuple[Speaker, ...] = (),
) -> Claim:
    """A claim of the text."""
    return Claim(
        type=ClaimType.INDIRECT,
        content=find(text, *content),
        source=find(text, source) if source else (),
        speakers=speakers,
        parent=parent,
    )
