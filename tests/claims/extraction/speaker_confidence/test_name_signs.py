"""Names are the surer the more plainly the article states them."""

from __future__ import annotations

from tests.claims.extraction.speaker_confidence.read_first import _first


def test_a_name_is_surer_than_a_pronoun_that_two_can_mean() -> None:
    named, meant = _first(
        "[[Peter Osei]] said that the dam would hold. Jonas Brandt met Paul Lind in Riga.",
        "[[He]] said that it would not.",
    )
    assert named.confidence > meant.confidence > 0
