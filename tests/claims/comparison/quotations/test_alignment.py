"""Which words of two quotations are the same words."""

from __future__ import annotations

from tests.claims.comparison.quotations.lighthouse import (
    shown,
)


def test_a_common_word_far_from_all_others_is_no_word_in_common() -> None:
    one = "The lighthouse keeper wrote to nobody but the harbor pilots answered him gladly"
    other = "Ships waited outside while the council slept and the harbor pilots answered him gladly"

    assert ("equal", "the harbor pilots answered him gladly") in shown(other, one)
    assert [text for op, text in shown(other, one) if op == "equal"] == [
        "the harbor pilots answered him gladly"
    ]
