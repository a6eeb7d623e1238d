"""What tells whether a speaker's name is right: by which words the article refers to whom."""

from __future__ import annotations

from dataclasses import dataclass
from math import log1p

from claims.claim import Speaker
from claims.extraction.document.attribution import Attribution
from claims.extraction.document.clusters import MentionCluster
from claims.extraction.document.ranges import Range
from claims.extraction.speaker_confidence.confidence import LEAST, Signs
from claims.logistic import log_odds


@dataclass(frozen=True, slots=True)
class Reference:
    """The words by which a source refers to somebody.

    Args:
        how: "name", "personal", "pronoun", "description" or "none".
        where: Their tokens; of a source that is not there, the claim's first.
        chance: Of the choice among candidates; None where there was none.
    """

    how: str
    where: Range
    chance: float | None = None


def name_signs(
    attribution: Attribution, reference: Reference, found: Speaker | MentionCluster
) -> Signs:
    """The signs of an answer to who makes a claim.

    How often and where an article names somebody is none: it tells one thing in one corpus and
    the contrary in another.
    """
    named = isinstance(found, MentionCluster) and found.unnamed is None
    how = reference.how if named else f"{reference.how}, unnamed"
    signs: Signs = {
        how: 1.0,
        "claim": log_odds(attribution.confidence, LEAST),
        "nested": float(attribution.parent is not None),
        "words": log1p(reference.where[1] - reference.where[0]),
    }
    if reference.chance is not None:
        signs |= {f"{how}, chosen": 1.0, "odds": log_odds(reference.chance, LEAST)}
    if isinstance(found, MentionCluster) and named:
        kind = "person" if found.is_person else found.kind.value
        signs[f"{reference.how}, {kind}"] = 1.0
        signs["has affiliations"] = float(bool(found.affiliations))
    return {name: value for name, value in signs.items() if value}
