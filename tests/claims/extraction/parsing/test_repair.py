"""Joined verbs that the model hangs wrong."""

from __future__ import annotations

import pytest

from tests.claims.extraction.articles import Noted
from tests.claims.extraction.runs import Claims


@pytest.mark.parametrize(
    ("sentence", "source", "cue", "content"),
    [
        (
            "The ministry denied sending boats and accuses the north of smuggling.",
            "The ministry", "accuses", "the north of smuggling",
        ),
        (
            "Ruiz confirmed that the boats were sold but would not discuss the price.",
            "Ruiz", "confirmed", "that the boats were sold",
        ),
        (
            "Ruiz refused to discuss the loan and praised the new bridge.",
            "Ruiz", "praised", "the new bridge",
        ),
    ],
)  # fmt: skip
def test_a_joined_verb_is_its_own_speakers(
    ruled_in: Claims, sentence: str, source: str, cue: str, content: str
) -> None:
    assert Noted(source, cue, content, "indirect") in ruled_in(sentence)
