"""Cues that are neither verbs nor nouns."""

from __future__ import annotations

from tests.claims.extraction.articles import Noted
from tests.claims.extraction.runs import Claims


def test_a_transcript_line_is_attributed_to_its_name(ruled_in: Claims) -> None:
    found = ruled_in("RUIZ: We never closed the gate. The water came over the wall.")
    assert (
        Noted("RUIZ", ":", "We never closed the gate. The water came over the wall", "indirect")
        in found
    )


def test_a_transcript_may_be_quoted_as_a_whole(ruled_in: Claims) -> None:
    found = ruled_in('"RUIZ: We never closed the gate.', '"ITO: Who did, then?"')
    assert [(claim.source, claim.content, claim.parent) for claim in found] == [
        ("RUIZ", "We never closed the gate.", None),
        ("ITO", "Who did, then?", None),
    ]
