"""How one quotation is a copy of another, by where their words differ and whether that is told."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Final

from claims.comparison.quotations.alignment import Alignment, Gap
from claims.comparison.quotations.quoted import Quoted
from claims.comparison.rarity import total

_FEW: Final = 3
"""So many words exchanged at an end are a change; more are another sentence."""

_PASSAGE: Final = 6
"""More words than these left out inside and not told are two passages run together."""


_MOST: Final = 0.8
"""What part of the rest of a quotation another one has to be, and it of the rest."""


class CopyKind(StrEnum):
    """How one quotation is a copy of another.

    ``CUT``: words are left out at an end, or where the quotation is interrupted. ``ELLIPSIS``: the
    words left out or put in are told by an ellipsis or brackets. ``ALTERED``: words differ and
    nothing tells it. ``MERGED``: one has words of another passage, or both go on differently.
    """

    VERBATIM = "verbatim"
    CUT = "cut"
    ELLIPSIS = "ellipsis"
    ALTERED = "altered"
    MERGED = "merged"


_ORDER: Final = (CopyKind.ALTERED, CopyKind.MERGED, CopyKind.ELLIPSIS, CopyKind.CUT)


def kind_of(alignment: Alignment) -> CopyKind:
    """The kind of a copy, which is that of its gravest difference."""
    found = {*_at_ends(alignment), *_inside(alignment)}
    return next((kind for kind in _ORDER if kind in found), CopyKind.VERBATIM)


def are_run_together(part: Alignment, rest: Alignment) -> bool:
    """Whether a quotation is two others run together.

    That they are not of one statement, the caller knows: their speakers differ, or their articles
    are of other days. Otherwise it is the fuller quotation, and the others are cut.

    Args:
        part: The longer quotation, and one that is a copy of a part of it.
        rest: The longer again, and another.
    """
    longer = part.left.keys
    taken = {at for run in part.runs for at in range(run.left, run.left + run.size)}
    remaining = [key for at, key in enumerate(longer) if at not in taken]
    found = [
        longer[at]
        for run in rest.runs
        for at in range(run.left, run.left + run.size)
        if at not in taken
    ]
    if len(remaining) <= _FEW:
        return False
    return total(found) >= _MOST * max(total(remaining), rest.weight)


def _at_ends(alignment: Alignment) -> Iterator[CopyKind]:
    first, *_, last = alignment.gaps
    for gap in (first, last):
        if gap.left and gap.right:
            short = max(len(gap.left), len(gap.right)) <= _FEW
            if _is_marked(alignment, gap):
                yield CopyKind.ELLIPSIS
            else:
                yield CopyKind.ALTERED if short else CopyKind.MERGED
        elif gap.left or gap.right:
            yield CopyKind.ELLIPSIS if _is_marked(alignment, gap) else CopyKind.CUT
    if (first.left and last.right and not first.right) or (
        first.right and last.left and not first.left
    ):
        yield CopyKind.MERGED


def _inside(alignment: Alignment) -> Iterator[CopyKind]:
    for gap in alignment.gaps[1:-1]:
        if not (gap.left or gap.right):
            continue
        if _is_marked(alignment, gap):
            yield CopyKind.ELLIPSIS
        elif not (gap.left and gap.right) and _is_interrupted(alignment, gap):
            yield CopyKind.CUT
        elif not (gap.left and gap.right) and len(gap.left) + len(gap.right) > _PASSAGE:
            yield CopyKind.MERGED
        else:
            yield CopyKind.ALTERED


def _is_marked(alignment: Alignment, gap: Gap) -> bool:
    return _tells(alignment.left, gap.left) or _tells(alignment.right, gap.right)


def _tells(quotation: Quoted, gap: range) -> bool:
    """Whether a quotation says, by brackets or an ellipsis, that it is not as spoken here."""
    if gap:
        return quotation.bracketed.issuperset(gap) or (
            len(gap) <= _FEW and not quotation.bracketed.isdisjoint(gap)
        )
    return gap.start in quotation.ellipses


def _is_interrupted(alignment: Alignment, gap: Gap) -> bool:
    shorter, at = (alignment.right, gap.right) if gap.left else (alignment.left, gap.left)
    return at.start in shorter.breaks
