"""How what is linked is quoted."""

from __future__ import annotations

from claims.claim import ClaimType
from claims.extraction.pipeline import Extractor
from tests.claims.extraction.articles import article


def test_direct_is_what_stands_in_marks_to_the_last_word(extractor: Extractor) -> None:
    text = (
        "Ada Lund said “the dam will hold.” Later Ada Lund warned that it “will hold as long as "
        "anybody can tell and not one day more.”"
    )
    [(_, claims)] = extractor.extract([article(text)])
    assert [claim.type for claim in claims] == [ClaimType.DIRECT, ClaimType.MIXED]
