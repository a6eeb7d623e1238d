"""Whether one quotation is a copy of another, how, how surely, and whose words it says they are."""

from __future__ import annotations

from collections.abc import Iterable, Set
from dataclasses import dataclass
from typing import Final

from claims.comparison.quotations.alignment import Alignment, align
from claims.comparison.quotations.changes import Alteration, alterations_of
from claims.comparison.quotations.kinds import CopyKind, kind_of
from claims.comparison.quotations.quoted import Quoted

SURE: Final = 0.7
"""Overlap from which a copy is shown as one."""

POSSIBLE: Final = 0.5
"""Overlap from which it is shown as a possible one."""

CLOSE: Final = 0.85
"""Overlap from which fewer words prove a copy: so much of a quotation is not met by chance."""

ENOUGH: Final = 10.0
"""Weight of shared words, in nats, that prove a close copy."""

ENOUGH_NEARBY: Final = 7.0
"""The same where speaker or time speak for a copy as well."""

_LOOSE: Final = 1.5
"""How many times that weight a copy needs that is not close."""

_LOOSEST: Final = 2.0
"""The same for one that is possible only."""

DAYS: Final = 7
"""Articles that many days apart report the same event."""


@dataclass(frozen=True, slots=True)
class QuotationCopy:
    """What two quotations have of each other.

    Args:
        alignment: Their words beside each other; `changes_of` it is what differs.
        kind: How one is a copy of the other.
        overlap: What part of the lesser stands in the other, by weight, from 0 to 1.
        sure: Whether to show it as a copy, not as a possible one.
        alters: What of the meaning differs.
    """

    alignment: Alignment
    kind: CopyKind
    overlap: float
    sure: bool
    alters: frozenset[Alteration]


def compare(left: Quoted, right: Quoted, *, nearby: bool = False) -> QuotationCopy | None:
    """How one quotation is a copy of another; None if it is not.

    Args:
        left: The quotation whose copies are looked for.
        right: What may be one.
        nearby: Whether they have a speaker in common or their articles are of the same days.
    """
    alignment = align(left, right)
    enough = ENOUGH_NEARBY if nearby else ENOUGH
    if alignment.overlap < CLOSE:
        enough *= _LOOSE if alignment.overlap >= SURE else _LOOSEST
    if alignment.weight < enough or alignment.overlap < POSSIBLE:
        return None
    return QuotationCopy(
        alignment,
        kind_of(alignment),
        alignment.overlap,
        alignment.overlap >= SURE,
        alterations_of(alignment),
    )


def is_reattributed(speakers: Set[int], others: Set[int], around: Set[int] = frozenset()) -> bool:
    """Whether a copy puts the words in another's mouth.

    Args:
        speakers: Whose words one says they are; empty if it does not say.
        others: Whose the other says they are.
        around: Speakers of the claims that either stands inside: who quotes is not who is quoted.
    """
    return bool(speakers and others) and not (
        speakers & others or speakers & around or others & around
    )


def ranked(copies: Iterable[QuotationCopy]) -> list[QuotationCopy]:
    """Copies in the order to read them: the sure first, of these what alters the meaning."""
    return sorted(
        copies, key=lambda copy: (not copy.sure, not copy.alters, -copy.overlap, copy.kind)
    )
