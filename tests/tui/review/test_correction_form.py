"""What stands in the form of a correction, and the correction that it makes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import Engine

from claims.claim import ClaimType, Span, SpeakerKind
from db.claims.article_page import claim_detail
from db.review.actions import Correction
from tests.tui.reviewing import MARRIAGE
from tui.review.correction_form import CorrectionForm, correction, form_of, spans_of

BEFORE = CorrectionForm("direct", "person", "Ann Lee", "fellow", "Tidewater Institute")


def test_the_form_is_filled_by_the_claim(archive: Engine) -> None:
    claim = claim_detail(archive, MARRIAGE)
    assert claim is not None
    assert form_of(claim) == CorrectionForm(
        "direct", "person", "Ilya Morozov", "senior fellow", "Institute for Steppe Studies"
    )
    spans = spans_of(claim)
    assert {part: len(places) for part, places in spans.items()} == {
        "content": 1,
        "cue": 1,
        "source": 1,
    }
    assert correction(form_of(claim), form_of(claim), spans, spans_of(claim)) is None


@pytest.mark.parametrize(
    ("after", "made"),
    [
        (replace(BEFORE, type="mixed"), Correction(type=ClaimType.MIXED)),
        (replace(BEFORE, kind="group"), Correction(kind=SpeakerKind.GROUP)),
        (replace(BEFORE, speaker="Bo Ray;  Di Poe ;"), Correction(names=["Bo Ray", "Di Poe"])),
        (replace(BEFORE, speaker=""), Correction(names=[])),
        (replace(BEFORE, role="", organization=" "), Correction(affiliations=[])),
        (
            replace(BEFORE, role="mayor; clerk", organization="Elm City"),
            Correction(affiliations=[("mayor", "Elm City"), ("clerk", "")]),
        ),
    ],
)
def test_only_what_was_changed_is_corrected(after: CorrectionForm, made: Correction) -> None:
    assert correction(BEFORE, after, {}, {}) == made


def test_places_that_were_moved_are_corrected() -> None:
    before = {"content": [Span(0, 4)], "cue": [Span(5, 9)], "source": []}
    after = {**before, "cue": []}
    assert correction(BEFORE, BEFORE, before, after) == Correction(cue=[])
