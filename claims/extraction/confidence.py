"""How likely a claim is right, wherever it stands: what the network says, held against other news.

The network's confidence was fitted on political news of one country. On other news it promises too
much where little is quoted and hardly anything said, and so it is weighed with how surely the claim
is a statement and how it is quoted. The weights are in ``confidence.json`` beside this module;
``claims.training.fit_confidence`` fits them, ``docs/model-card.md`` has the tables.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Final

from claims.claim import ClaimType

FILE: Final = "confidence.json"
INTERCEPT: Final = "intercept"
# No answer is so sure that nothing else counts.
_LEAST: Final = 0.01


def weighed(confidence: float, statement: float, kind: ClaimType) -> float:
    """The probability, 0.0 to 1.0, that content and source are right.

    Args:
        confidence: What the network, or the rules, gave.
        statement: How surely it is a statement.
        kind: How it is quoted.
    """
    weights = shipped_weights()
    found = signs(confidence, statement, kind)
    odds = weights[INTERCEPT] + sum(weights[name] * value for name, value in found.items())
    return 1.0 / (1.0 + math.exp(-odds))


def signs(confidence: float, statement: float, kind: ClaimType) -> dict[str, float]:
    """What there is to weigh, by name."""
    return {
        "confidence": _log_odds(confidence),
        "statement": _log_odds(statement),
        ClaimType.DIRECT.value: float(kind is ClaimType.DIRECT),
        ClaimType.MIXED.value: float(kind is ClaimType.MIXED),
    }


@cache
def shipped_weights() -> Mapping[str, float]:
    """The weights that come with the package."""
    text = files("claims.extraction").joinpath(FILE).read_text(encoding="utf-8")
    found: Mapping[str, float] = json.loads(text)
    return found


def _log_odds(share: float) -> float:
    kept = min(max(share, _LEAST), 1 - _LEAST)
    return math.log(kept / (1 - kept))
