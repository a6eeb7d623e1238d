"""What stands around a cue makes it more or less likely."""

from __future__ import annotations

from claims.extraction.pipeline import Extractor
from tests.claims.extraction.articles import article


def test_a_thing_is_less_likely_to_speak_than_a_person(rules: Extractor) -> None:
    def confidence(sentence: str) -> float:
        [(_, claims)] = rules.extract([article(sentence)])
        return max((claim.confidence for claim in claims), default=0.0)

    assert confidence("The minister blamed the frost for the losses.") > confidence(
        "The weather blamed the frost for the losses."
    )
