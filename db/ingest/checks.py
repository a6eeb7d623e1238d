"""Checks of what extraction hands over, before any of it is stored."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from claims.article import Article
from claims.claim import Claim, Span


class UnsoundError(Exception):
    """An article or claim that cannot be stored as it is; the message says why in one line."""


def check(article: Article, claims: Sequence[Claim]) -> None:
    """Check that every span is a stretch of the text and every claim refers to what there is.

    Raises:
        UnsoundError: The first thing found wrong.
    """
    size = len(article.text)
    _check_apart("segment", [Span(s.start, s.end) for s in article.segments], size)
    for number, claim in enumerate(claims):
        if not claim.content:
            raise UnsoundError(f"claim {number}: has no content")
        _check_apart(f"claim {number}: content", claim.content, size)
        for what, span in _other_spans(claim):
            _check_inside(f"claim {number}: {what}", span, size)
        for what, share in _shares(claim):
            if not 0 <= share <= 1:
                raise UnsoundError(f"claim {number}: {what} {share} is not in 0 to 1")
        _check_speakers(number, claim)
        _check_ancestry(number, claims)


def _shares(claim: Claim) -> Iterator[tuple[str, float]]:
    yield "confidence", claim.confidence
    yield "statement", claim.statement
    for speaker in claim.speakers:
        yield f"confidence of {speaker.name}", speaker.confidence
        for affiliation in speaker.affiliations:
            yield f"confidence of an affiliation of {speaker.name}", affiliation.confidence


def _other_spans(claim: Claim) -> Iterator[tuple[str, Span]]:
    for span in claim.cue:
        yield "cue", span
    for span in claim.source:
        yield "source", span
    for speaker in claim.speakers:
        for affiliation in speaker.affiliations:
            yield "affiliation", affiliation.evidence


def _check_inside(what: str, span: Span, size: int) -> None:
    if not 0 <= span.start < span.end <= size:
        raise UnsoundError(
            f"{what} [{span.start}, {span.end}) is not a stretch of {size} characters"
        )


def _check_apart(what: str, spans: Iterable[Span], size: int) -> None:
    """Spans must lie in the text, in its order, and not overlap."""
    reached = 0
    for span in spans:
        _check_inside(what, span, size)
        if span.start < reached:
            raise UnsoundError(f"{what} [{span.start}, {span.end}) overlaps what comes before")
        reached = span.end


def _check_speakers(number: int, claim: Claim) -> None:
    for speaker in claim.speakers:
        if not speaker.name.strip():
            raise UnsoundError(f"claim {number}: a speaker has no name")
        for affiliation in speaker.affiliations:
            if not (affiliation.role or affiliation.organization):
                raise UnsoundError(f"claim {number}: an affiliation of {speaker.name} says nothing")


def _check_ancestry(number: int, claims: Sequence[Claim]) -> None:
    """A claim's parents must exist and must not lead back to it."""
    passed = {number}
    parent = claims[number].parent
    while parent is not None:
        if not 0 <= parent < len(claims):
            raise UnsoundError(f"claim {number}: there is no claim {parent} to be its parent")
        if parent in passed:
            raise UnsoundError(f"claim {number}: is its own ancestor")
        passed.add(parent)
        parent = claims[parent].parent
