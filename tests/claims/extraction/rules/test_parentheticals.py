"""A cue between two commas."""

from __future__ import annotations

import pytest

from tests.claims.extraction.runs import Claims


@pytest.mark.parametrize(
    ("sentence", "source", "content"),
    [
        (
            "The bank denied reports that accounts “linked to smugglers in the north” would be "
            "frozen.",
            "The bank",
            "reports that accounts “linked to smugglers in the north” would be frozen",
        ),
        (
            "Norway’s Arctic harbours could be, he conceded, ‘collateral’ in a longer war.",
            "he",
            "Norway’s Arctic harbours could be … ‘collateral’ in a longer war",
        ),
        (
            "The plan, Ruiz (an engineer) contends, will fail within a year.",
            "Ruiz (an engineer)",
            "The plan … will fail within a year",
        ),
    ],
    ids=["head taken for a verb", "aside", "brackets"],
)
def test_content_keeps_the_words_before_its_quotation(
    ruled_in: Claims, sentence: str, source: str, content: str
) -> None:
    assert (source, content) in [(claim.source, claim.content) for claim in ruled_in(sentence)]
