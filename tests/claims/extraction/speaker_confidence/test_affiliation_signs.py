"""Affiliations are the surer the more plainly the article states them."""

from __future__ import annotations

from tests.claims.extraction.speaker_confidence.read_first import _first


def test_an_affiliation_beside_the_name_is_surer_than_one_taken_up_from_afar() -> None:
    _, speaker, _ = _first(
        "Peter Osei, the director of the Ice Lab, came late. [[He]] said that the dam would hold.",
        "[[Peter Osei]] met Paul Lind. [[The Riga tycoon]] said that it would not.",
    )
    chances = {one.role: one.confidence for one in speaker.affiliations}
    assert 0 < min(chances.values()) <= chances["director"] < 1
    assert chances["director"] == max(chances.values())
