"""Claims that only say again what another of the same article says already, left out.

Two kinds are: the inner one of "he said he thinks that it holds", where one speaker is said to say
and to think one thing, and a relay ("according to state media") of what somebody is said to say.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from claims.claim import Claim, Span
from claims.language.word_lists import words

# How much of the longer content is to be the same.
_MOST: Final = 0.5
_NEARLY_ALL: Final = 0.9
_STATEMENT: Final = 0.5


def without_copies(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims, in order, less those that say another again; what they held keeps its place."""
    dropped = {at for at, claim in enumerate(claims) if _repeats(claims, claim)}
    dropped |= {at for at, claim in enumerate(claims) if _relays(claims, claim)}
    if not dropped:
        return tuple(claims)
    kept = [at for at in range(len(claims)) if at not in dropped]
    index = {at: number for number, at in enumerate(kept)}
    return tuple(replace(claims[at], parent=_parent(claims, at, index)) for at in kept)


def _parent(claims: Sequence[Claim], at: int, index: dict[int, int]) -> int | None:
    """The nearest claim around one that is kept."""
    parent = claims[at].parent
    while parent is not None and parent not in index:
        parent = claims[parent].parent
    return None if parent is None else index[parent]


def _repeats(claims: Sequence[Claim], claim: Claim) -> bool:
    """Whether its own speaker says it around it: all of it said, or the rest not said at all."""
    if claim.parent is None or not claim.speakers:
        return False
    around = claims[claim.parent]
    if [one.name for one in around.speakers] != [one.name for one in claim.speakers]:
        return False
    return claim.statement < _STATEMENT or _share(claim, around) >= _MOST


def _relays(claims: Sequence[Claim], claim: Claim) -> bool:
    """Whether it only passes on what another claim with a cue of its own says."""
    relaying = words("cues/relaying")
    if claim.cue_lemma is None or not set(claim.cue_lemma.split()) & relaying:
        return False
    return any(
        other is not claim
        and bool(other.source)
        and other.cue_lemma is not None
        and not set(other.cue_lemma.split()) & relaying
        and other.statement >= _STATEMENT
        and _share(claim, other) >= _NEARLY_ALL
        for other in claims
    )


def _share(claim: Claim, other: Claim) -> float:
    """How much of the longer of two contents is in both."""
    both = sum(
        max(0, min(one.end, two.end) - max(one.start, two.start))
        for one in claim.content
        for two in other.content
    )
    return both / max(_length(claim.content), _length(other.content))


def _length(content: Sequence[Span]) -> int:
    return sum(span.end - span.start for span in content)
