"""What a first look leaves out: claims that are not plainly what somebody said."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from claims.article import SegmentKind
from claims.claim import CueClass


class Aside(StrEnum):
    """Why a claim is set aside. One that a person judged never is."""

    NESTED = "nested"
    LOW = "low"
    NO_SPEAKER = "no-speaker"
    ACT = "act"
    HEADLINE = "headline"


SURE: Final = 0.6
"""A confidence under this one is low."""

STATED: Final = 0.5
"""What is less surely a statement is an act."""

SAID: Final = frozenset(
    {CueClass.STATEMENT, CueClass.QUESTION, CueClass.DENIAL, CueClass.DEMAND},
)
"""The classes of cues that tell of words; others tell of an attitude or a deed, unless words are
quoted."""

LINES: Final = frozenset({SegmentKind.TITLE, SegmentKind.DEK, SegmentKind.HEADING})
"""Whoever wrote the headlines put in their own words there what the text tells in full."""

BITS: Final = {reason: 1 << place for place, reason in enumerate(Aside)}
"""Each reason as it is stored: the reasons of one claim are the sum of theirs."""

ALL: Final = tuple(Aside)


def sums_within(reasons: frozenset[Aside]) -> tuple[int, ...]:
    """What is stored of claims that have none but these reasons, 0 for no reason first."""
    allowed = sum(BITS[reason] for reason in reasons)
    return tuple(n for n in range(1 << len(BITS)) if not n & ~allowed)


def reasons_in(total: int) -> tuple[Aside, ...]:
    """The reasons whose sum is stored."""
    return tuple(reason for reason, bit in BITS.items() if total & bit)
