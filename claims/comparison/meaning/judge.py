"""How likely two statements say the same: trained weights over the signs of `likeness`.

The same: both commit to one proposition, with the same attitude, whoever says them. The weights
are a logistic regression, fitted by ``claims.training.fit_same``.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Final

from claims.comparison.meaning.contents import says_something
from claims.comparison.meaning.likeness import Likeness, likeness, marks_of
from claims.comparison.meaning.statement import Statement
from claims.logistic import probability

WEIGHTS: Final = Path(__file__).parent / "trained" / "same.json"

THRESHOLD: Final = 0.5
"""Two statements are taken for the same from here."""


def same(one: Statement, other: Statement, full: float, content: float) -> float:
    """How likely two statements say the same, from 0 to 1; 0 where one of them says nothing.

    Args:
        one: The first.
        other: The second; which is which makes no difference.
        full: Cosine of the vectors of their ``full`` texts.
        content: Cosine of the vectors of their ``bare`` texts.
    """
    if not (says_something(one.bare) and says_something(other.bare)):
        return 0.0
    return judged(likeness(marks_of(one), marks_of(other), full, content))


def judged(signs: Likeness) -> float:
    """How likely statements with such signs say the same, from 0 to 1."""
    return probability(signs.named(), weights())


@cache
def weights() -> dict[str, float]:
    """The shipped weights: of each sign by its name, and ``intercept``."""
    return dict(json.loads(WEIGHTS.read_text("utf-8")))
