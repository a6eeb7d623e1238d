"""A choice among candidates by trained weights: the sum over what speaks for each decides.

The weights are plain numbers by name in ``ranker.json`` beside this module; ``claims.training.
rank_speakers`` fits them and ``docs/speakers.md`` tells how good they are.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from claims.extraction.document.clusters import MentionCluster

Features = dict[str, float]
"""What speaks for or against a candidate, by name; what is not there is 0."""

PRONOUN: Final = "pronoun"
DESCRIPTION: Final = "description"
ASIDE: Final = "aside"
"""A description that is no source: what is said of somebody in passing."""
FILE: Final = "ranker.json"


@dataclass(frozen=True, slots=True)
class PersonCandidate:
    """Somebody who may be meant.

    Args:
        cluster: Of the article; None for nobody whom the article names.
        features: What speaks for it.
    """

    cluster: MentionCluster | None
    features: Features


@dataclass(frozen=True, slots=True)
class Taken:
    """Whom a ranker has chosen, None for nobody, and how likely that is right by its weights."""

    cluster: MentionCluster | None
    chance: float


@dataclass
class Ranker:
    """Ranks candidates for one kind of expression.

    Args:
        weights: By kind of expression (``PRONOUN``, ``DESCRIPTION``), by feature.
    """

    weights: Mapping[str, Mapping[str, float]]

    def score(self, kind: str, features: Features) -> float:
        """The weighted sum of a candidate's features."""
        weights = self.weights[kind]
        return sum(weights.get(name, 0.0) * value for name, value in features.items())

    def best(self, kind: str, token: int, candidates: Sequence[PersonCandidate]) -> Taken:
        """The candidate with the highest score, the first of equals; nobody if there is none.

        Args:
            kind: Of the expression at ``token``.
            token: Where the expression stands.
            candidates: In a fixed order, so that a tie is always settled alike.
        """
        del token
        if not candidates:
            return NOBODY
        scores = [self.score(kind, one.features) for one in candidates]
        most = max(scores)
        chance = 1 / sum(exp(score - most) for score in scores)
        return Taken(candidates[scores.index(most)].cluster, chance)


NOBODY: Final = Taken(None, 1.0)


@cache
def shipped_ranker() -> Ranker:
    """The weights that come with the package."""
    text = files("claims.extraction.speakers").joinpath(FILE).read_text(encoding="utf-8")
    return Ranker(json.loads(text)["weights"])
