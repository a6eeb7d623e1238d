"""Acronyms in brackets behind what they stand for."""

from __future__ import annotations

import pytest

from claims.extraction.document.analysis import analysis
from claims.extraction.phrases.acronyms import explained
from claims.extraction.pipeline import Extractor
from tests.claims.extraction.articles import article


@pytest.mark.parametrize(
    ("written", "short"),
    [
        ("Tidal Harbour Board (THB) met.", "thb"),
        ("Board of Trade (BT) met.", "bt"),
        ("Tidal Harbour Board (Thb) met.", None),
        ("Tidal Harbour Board (XHB) met.", None),
        ("Tidal Harbour Board (HB) met.", None),
        ("Tidal Harbour Board (THB met.", None),
    ],
)
def test_letters_begin_the_words_in_order(
    extractor: Extractor, written: str, short: str | None
) -> None:
    tokens = analysis(extractor.document(article(written))).named.tokens
    phrase = (0, tokens.text.index("("))
    found = explained(tokens, [(phrase, ("it",))])
    assert dict(found) == ({} if short is None else {short: ("it",)})
