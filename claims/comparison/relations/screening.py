"""Which of many pairs of claims may have a relation, by what each claim is by itself.

Of most pairs that are near neither denies anything, nor has both numbers, so that nothing need be
asked of the two together.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from claims.comparison.relations.assertions import says
from claims.comparison.relations.compared_claim import ComparedClaim
from claims.comparison.relations.firmness import tells_certain, tells_possible, tells_time
from claims.comparison.relations.polarity import denied
from claims.comparison.relations.quantities import quantities


class _Traits(NamedTuple):
    """What a claim has that a relation needs, or of many claims which have it."""

    denies: Any
    says: Any
    counts: Any
    is_possible: Any
    is_certain: Any
    is_timed: Any


Traits = NDArray[np.bool_]
Which = NDArray[np.bool_]
Indices = NDArray[np.intp]


def traits_of(claims: Sequence[ComparedClaim]) -> Traits:
    """What each of some claims has that a relation needs, a row each."""
    rows = np.array([_traits(claim) for claim in claims], dtype=np.bool_)
    return rows.reshape(len(claims), len(_Traits._fields))


def may_differ(traits: Traits, left: Indices, right: Indices) -> tuple[Which, Which, Which]:
    """Of which pairs of claims the one may deny the other, the other the one, or either update the
    other; others may say the same at most.

    Args:
        traits: Of all claims.
        left: Of each pair the index of the one.
        right: That of the other.
    """
    one, other = _Traits(*traits[left].T), _Traits(*traits[right].T)
    may_update = one.counts & other.counts & one.says & other.says
    may_update |= one.is_possible & other.is_certain | one.is_certain & other.is_possible
    may_update |= one.is_timed & other.is_timed
    return one.denies & other.says, other.denies & one.says, may_update


@lru_cache(maxsize=50_000)
def _traits(claim: ComparedClaim) -> _Traits:
    content = claim.statement.bare
    return _Traits(
        denied(claim) is not None,
        says(claim),
        bool(quantities(content)),
        tells_possible(content),
        tells_certain(content),
        tells_time(content),
    )
