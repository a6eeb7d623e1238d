"""Which labels in capitals are those of speakers."""

from __future__ import annotations

import pytest

from tests.claims.extraction.runs import Claims


def sources(ruled_in: Claims, *lines: str) -> list[str | None]:
    return [claim.source for claim in ruled_in(*lines) if claim.cue == ":"]


@pytest.mark.parametrize("label", ["UPDATE", "WATCH", "CORRECTION", "CLARIFICATION", "WINNER"])
def test_what_a_line_is_speaks_for_nobody(ruled_in: Claims, label: str) -> None:
    found = sources(ruled_in, f"{label}: We never closed the gate. The water came over the wall.")
    assert found == []


def test_a_common_word_that_takes_turns_speaks(claims_in: Claims) -> None:
    lines = (
        "RUIZ: We never closed the gate. The water came over the wall.",
        "MODERATOR: It was closed on Monday. There is a picture of it.",
        "RUIZ: We never closed the gate. There is no picture of it.",
    )
    assert sources(claims_in, *lines) == ["RUIZ", "MODERATOR", "RUIZ"]


def test_where_an_article_was_written_says_nothing(ruled_in: Claims) -> None:
    lines = ("The water came over the wall.", "Nobody was hurt.")
    assert sources(ruled_in, "ZORUNGA: The gate was never closed, it seems.", *lines) == []
    again = "The water came over the wall, as Zorunga says."
    found = sources(ruled_in, "ZORUNGA: The gate was never closed, it seems.", again, *lines)
    assert found == ["ZORUNGA"]
