"""Correcting claims: what shows afterwards, what stays, and what is refused."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine

from claims.claim import ClaimType, Span
from claims.review import ReviewState
from db.claims.article_page import claim_detail
from db.claims.view import open_view
from db.query.model import ClaimQuery
from db.review.actions import Correction, ReviewError, accept, correct, reject
from db.schema import review as review_schema
from tests.db.archives import count
from tests.db.conftest import on_sqlite
from tests.db.review.found import BREAD, WALL, found
from tests.db.reviewing import ANNA, by_content, everything, now, state


class TestCorrecting:
    def test_the_words_that_state_an_affiliation_are_found_in_the_article(
        self, engine: Engine
    ) -> None:
        ident = by_content(engine, BREAD)
        affiliations = [("former director", "coastal works board")]
        correct(engine, [ident], Correction(affiliations=affiliations), ANNA)
        (speaker,) = now(engine, ident).shown.speakers
        (affiliation,) = speaker.affiliations
        assert affiliation.evidence.words == "director of the Coastal Works Board"
        assert found(engine, "org:coastal type:direct") == [BREAD]

    def test_an_affiliation_that_no_words_state_rests_on_the_source(self, engine: Engine) -> None:
        ident = by_content(engine, BREAD)
        correct(engine, [ident], Correction(affiliations=[("master baker", "")]), ANNA)
        (speaker,) = now(engine, ident).shown.speakers
        assert [
            (affiliation.role, affiliation.evidence.words) for affiliation in speaker.affiliations
        ] == [("master baker", "Émile Örn")]

    def test_several_speakers_have_an_affiliation_each(self, engine: Engine) -> None:
        ident = by_content(engine, WALL)
        change = Correction(
            names=["Mara Lindqvist", "Ines Kovač"],
            affiliations=[("", ""), ("reporter", "")],
        )
        correct(engine, [ident], change, ANNA)
        detail = claim_detail(engine, ident)
        assert detail is not None
        assert detail.row.names == ("Mara Lindqvist", "Ines Kovač")
        assert detail.row.roles == ("", "reporter")

    def test_nobody_known(self, engine: Engine) -> None:
        ident = by_content(engine, WALL)
        correct(engine, [ident], Correction(names=[]), ANNA)
        assert now(engine, ident).shown.speakers == ()
        assert WALL not in found(engine, "speaker:lindqvist")

    def test_accepting_a_corrected_claim_leaves_it_corrected(self, engine: Engine) -> None:
        ident = by_content(engine, WALL)
        correct(engine, [ident], Correction(type=ClaimType.MIXED), ANNA)
        reject(engine, [ident], ANNA)
        accept(engine, [ident], ANNA)
        assert state(engine, ident) is ReviewState.CORRECTED

    @on_sqlite
    @pytest.mark.parametrize(
        ("correction", "reason"),
        [
            (Correction(content=[]), "must have content"),
            (Correction(content=[Span(5, 5)]), "content: 5-5 is no stretch"),
            (Correction(cue=[Span(0, 10**6)]), "cue: 0-1000000 is no stretch"),
            (Correction(source=[Span(9, 12), Span(3, 5)]), "source: its pieces overlap"),
            (Correction(names=[" "]), "speaker: the name is empty"),
            (Correction(names=["x" * 301]), "speaker: longer than 300"),
            (Correction(names=["a\0b"]), "speaker: has a character that cannot be stored"),
            (Correction(names=[], affiliations=[("mayor", "")]), "needs a speaker"),
            (
                Correction(names=["A", "B"], affiliations=[("mayor", "")]),
                "2 speakers need as many",
            ),
        ],
    )
    def test_what_makes_no_sense_is_refused_in_one_line(
        self, engine: Engine, correction: Correction, reason: str
    ) -> None:
        before = everything(engine)
        with pytest.raises(ReviewError, match=reason) as caught:
            correct(engine, [by_content(engine, WALL)], correction, ANNA)
        assert len(str(caught.value).splitlines()) == 1
        assert everything(engine) == before
        assert count(engine, review_schema.ReviewStep) == 0

    def test_spans_are_of_one_claim(self, engine: Engine) -> None:
        ids = list(open_view(engine, ClaimQuery()).ids)
        with pytest.raises(ReviewError, match="of one claim at a time"):
            correct(engine, ids, Correction(content=[Span(0, 4)]), ANNA)
