"""Long texts in parts."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.article import Segment, SegmentKind
from claims.claim import Claim
from claims.extraction.long_texts import part_bounds
from claims.extraction.pipeline import Extractor
from tests.claims.extraction.articles import article


def _without_confidence(claim: Claim) -> Claim:
    speakers = tuple(replace(one, confidence=0.0) for one in claim.speakers)
    return replace(claim, confidence=0.0, speakers=speakers)


def test_a_long_single_paragraph_is_read_to_its_end(extractor: Extractor) -> None:
    page = article("The river fell again. " * 700 + "“It is over,” Ruiz said.")
    [(_, [*_, last])] = extractor.extract([page])
    assert page.text[last.content[0].start : last.content[0].end] == "“It is over,”"


def test_a_text_read_in_parts_has_the_claims_it_has_as_a_whole(
    extractor: Extractor, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = article(
        "Ana Ruiz, who runs the dam, said the wall was safe.",
        "“It will hold,” she said. “Nobody needs to leave.",
        "“And nobody should.”",
        "The mayor said that the owners knew of it.",
    )
    [(_, whole)] = extractor.extract([page])
    for module in ("long_texts", "pipeline"):
        monkeypatch.setattr(f"claims.extraction.{module}.LONGEST_PART", 70)
    [(_, parted)] = extractor.extract([page])
    # The model labels entities by what it sees around them, which a cut may move a little.
    assert list(map(_without_confidence, parted)) == list(map(_without_confidence, whole))
    assert [claim.confidence for claim in parted] == pytest.approx(
        [claim.confidence for claim in whole], abs=0.15
    )


@given(st.text(st.sampled_from("ab. \n”"), max_size=80), st.integers(0, 80))
def test_parts_cover_a_text_in_order(text: str, at: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("claims.extraction.long_texts.LONGEST_PART", 10)
        bounds = part_bounds(text, [Segment(SegmentKind.PARAGRAPH, at, at + 5)])
    assert bounds[0] == 0
    assert bounds[-1] == len(text)
    assert all(0 <= b - a <= 10 for a, b in pairwise(bounds))
