"""What extraction hands over is checked before any of it is stored."""

from __future__ import annotations

from dataclasses import replace

import pytest

from claims.article import Article, Segment, SegmentKind
from claims.claim import Affiliation, Claim, ClaimType, Span, Speaker, SpeakerKind
from db.ingest.checks import UnsoundError, check

ARTICLE = Article("a.txt", "The dam held.", segments=(Segment(SegmentKind.PARAGRAPH, 0, 13),))
SOUND = Claim(ClaimType.INDIRECT, (Span(0, 7),), (Span(8, 12),))
NOBODY = Speaker(" ", SpeakerKind.PERSON)
SILENT = Speaker("Lee", SpeakerKind.PERSON, (Affiliation(None, None, Span(0, 3)),))


def test_what_is_sound_passes() -> None:
    check(ARTICLE, [SOUND, replace(SOUND, parent=0)])


@pytest.mark.parametrize(
    ("claim", "told"),
    [
        (replace(SOUND, content=()), "claim 0: has no content"),
        (replace(SOUND, content=(Span(0, 4), Span(3, 7))), "overlaps what comes before"),
        (replace(SOUND, cue=(Span(8, 99),)), r"cue \[8, 99\) is not a stretch of 13 characters"),
        (replace(SOUND, confidence=1.5), "confidence 1.5 is not in 0 to 1"),
        (replace(SOUND, speakers=(NOBODY,)), "a speaker has no name"),
        (replace(SOUND, speakers=(SILENT,)), "an affiliation of Lee says nothing"),
        (replace(SOUND, parent=4), "there is no claim 4 to be its parent"),
        (replace(SOUND, parent=0), "is its own ancestor"),
    ],
)
def test_what_is_not_is_told(claim: Claim, told: str) -> None:
    with pytest.raises(UnsoundError, match=told):
        check(ARTICLE, [claim])


def test_segments_lie_apart() -> None:
    twice = replace(ARTICLE, segments=ARTICLE.segments * 2)
    with pytest.raises(UnsoundError, match="segment"):
        check(twice, [])
