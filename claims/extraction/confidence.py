"""How likely a claim is right, wherever it stands: what the network says, held against other news.

The network's confidence was fitted on political news of one country. On other news it promises too
much where little is quoted and hardly anything said, and so it is weighed with how surely the claim
is a statement and how it is quoted. The weights are in ``confidence.json`` beside this module;
``claims.training.fit_confidence`` fits them, ``docs/model-card.md`` has the tables.
"""

from __future__ import annotations

from typing import Final

from claims.claim import ClaimType
from claims.logistic import log_odds, probability, shipped_weights

FILE: Final = "confidence.json"
# No answer is so sure that nothing else counts.
_LEAST: Final = 0.01


def weighed(confidence: float, statement: float, kind: ClaimType) -> float:
    """The probability, 0.0 to 1.0, that content and source are right.

    Args:
        confidence: What the network, or the rules, gave.
        statement: How surely it is a statement.
        kind: How it is quoted.
    """
    found = signs(confidence, statement, kind)
    return probability(found.items(), shipped_weights("claims.extraction", FILE))


def signs(confidence: float, statement: float, kind: ClaimType) -> dict[str, float]:
    """What there is to weigh, by name."""
    return {
        "confidence": log_odds(confidence, _LEAST),
        "statement": log_odds(statement, _LEAST),
        ClaimType.DIRECT.value: float(kind is ClaimType.DIRECT),
        ClaimType.MIXED.value: float(kind is ClaimType.MIXED),
    }
