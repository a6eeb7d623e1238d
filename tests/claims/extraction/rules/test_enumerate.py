"""Constructions with what they attribute, before any is chosen."""

from __future__ import annotations

from tests.claims.extraction.articles import Noted
from tests.claims.extraction.runs import Claims


def test_partly_quoted_content_is_mixed(ruled_in: Claims) -> None:
    assert ruled_in("Ruiz said the thaw was “a gift to nobody” and would last.") == [
        Noted("Ruiz", "said", "the thaw was “a gift to nobody” and would last", "mixed")
    ]
