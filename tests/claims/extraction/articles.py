"""Articles written for one test each, and claims as a reader would note them down."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from claims.article import Article, Segment, SegmentKind
from claims.claim import Claim, Span


def article(*paragraphs: str, path: str = "test.txt") -> Article:
    """An article whose every argument is a paragraph."""
    text, segments = "", []
    for paragraph in paragraphs:
        text += "\n\n" if text else ""
        segments.append(Segment(SegmentKind.PARAGRAPH, len(text), len(text) + len(paragraph)))
        text += paragraph
    return Article(path=path, text=text, segments=tuple(segments))


@dataclass(frozen=True)
class Noted:
    """A claim by its words; pieces joined by " … ", None where there is no source or parent."""

    source: str | None
    cue: str
    content: str
    type: str
    parent: str | None = None


def noted(of: Article, claims: Sequence[Claim]) -> list[Noted]:
    """The claims as text, to compare with what a reader would say."""

    def words(spans: Sequence[Span]) -> str:
        return " … ".join(of.text[span.start : span.end] for span in spans)

    return [
        Noted(
            words(claim.source) or None,
            words(claim.cue),
            words(claim.content),
            claim.type.value,
            None if claim.parent is None else words(claims[claim.parent].cue),
        )
        for claim in claims
    ]
