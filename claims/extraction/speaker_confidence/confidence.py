"""The chance that an answer is right: a logistic regression over signs, fitted to marked articles.

The weights are plain numbers by name in ``confidence.json`` beside this module;
``claims.training.fit_speaker_confidence`` fits them and ``docs/speakers.md`` tells how far the
chances hold.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from claims.logistic import probability

Signs = dict[str, float]
"""What speaks for an answer or against it, by name; what is not there is 0."""

FILE: Final = "confidence.json"
_MOST: Final = 0.995
LEAST: Final = 0.01
"""How far chances are kept from 0 and 1, which a few hundred examples cannot tell."""


@dataclass(frozen=True, slots=True)
class Confidence:
    """Weights by sign, and the least chance with which an answer is given.

    Args:
        weights: By name of the sign.
        least: Below it no answer does less harm than a wrong one.
        levels: What the regression says, in order, and how often that was right on articles that
            it did not learn from; between two of them a line.
    """

    weights: Mapping[str, float]
    least: float
    levels: Sequence[tuple[float, float]] = ()

    def chance(self, signs: Signs) -> float:
        """How likely an answer with these signs is right."""
        said = probability(signs.items(), self.weights)
        return min(_MOST, levelled(said, self.levels))


def levelled(said: float, levels: Sequence[tuple[float, float]]) -> float:
    """What a regression says, put right by how often it was right when it said so."""
    if not levels:
        return said
    edges = ((0.0, 0.0), *levels, (1.0, 1.0))
    at = min(bisect_right(edges, said, key=lambda edge: edge[0]), len(edges) - 1)
    (low, below), (high, above) = edges[at - 1], edges[at]
    return below + (above - below) * (said - low) / (high - low) if high > low else above


@cache
def shipped(kind: str) -> Confidence:
    """The confidence of names ("name") or of affiliations ("affiliation")."""
    text = files("claims.extraction.speaker_confidence").joinpath(FILE).read_text(encoding="utf-8")
    found = json.loads(text)[kind]
    levels = tuple((said, right) for said, right in found["levels"])
    return Confidence(found["weights"], found["least"], levels)
