"""Correcting claims: what shows afterwards, what stays, and what is refused."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine, select

from claims.claim import ClaimType, CueClass, Span, SpeakerKind
from claims.review import ReviewState
from db.analysis.summary import list_speakers
from db.claims.article_page import claim_detail
from db.claims.view import open_view
from db.integrity import verify
from db.query.line import parse_filter
from db.query.model import ClaimQuery
from db.review.actions import Correction, ReviewError, accept, correct, reject
from db.review.corrections import GivenAffiliation
from db.schema import review as review_schema
from tests.db.archives import count
from tests.db.reviewing import ANNA, by_content, everything, now, span, state
from tests.db.stories import FERRY, HARBOUR

WALL = "the wall would be raised by a metre"
BREAD = "Nine days is a lot of bread"


def found(engine: Engine, line: str) -> list[str]:
    view = open_view(engine, parse_filter(line))
    return [row.content for row in view.rows(0, len(view))]


class TestCorrecting:
    def test_content_follows_its_new_ends(self, engine: Engine) -> None:
        ident = by_content(engine, WALL)
        where = span(HARBOUR, "would be raised by a metre")

        correct(engine, [ident], Correction(content=[where]), ANNA)

        detail = claim_detail(engine, ident)
        assert detail is not None
        assert detail.row.content == "would be raised by a metre"
        assert (detail.row.content_start, detail.row.content_end) == (where.start, where.end)
        assert detail.content == (where,)
        assert detail.row.review == "corrected"
        assert verify(engine) == []

    def test_the_full_text_index_follows(self, engine: Engine) -> None:
        ident = by_content(engine, BREAD)
        assert found(engine, "bread") == [BREAD]
        correct(engine, [ident], Correction(content=[span(FERRY, "Nine days")]), ANNA)
        assert found(engine, "bread") == []
        assert found(engine, "nine article:ferry type:direct") == ["Nine days"]

    def test_a_claim_may_have_several_pieces(self, engine: Engine) -> None:
        ident = by_content(engine, BREAD)
        pieces = [span(FERRY, "Nine days"), span(FERRY, "bread")]
        correct(engine, [ident], Correction(content=pieces), ANNA)
        assert now(engine, ident).shown.content[1].words == "bread"
        assert found(engine, "bread") == ["Nine days; bread"]

    def test_cue_and_source(self, engine: Engine) -> None:
        ident = by_content(engine, WALL)
        change = Correction(
            cue=[span(HARBOUR, "added that")], source=[span(HARBOUR, "The council")]
        )
        correct(engine, [ident], change, ANNA)
        detail = claim_detail(engine, ident)
        assert detail is not None
        row = detail.row
        assert (row.cue, row.source) == ("added that", "The council")
        assert (row.cue_lemma, row.cue_class) == ("add", CueClass.STATEMENT)
        assert WALL in found(engine, "cue:add")

    def test_a_cue_can_be_taken_away_and_comes_back_with_what_it_told(self, engine: Engine) -> None:
        ident = by_content(engine, WALL)
        before = now(engine, ident)
        correct(engine, [ident], Correction(cue=[]), ANNA)
        assert now(engine, ident).nature.cue_lemma is None
        places = [Span(piece.start, piece.end) for piece in before.shown.cue]
        correct(engine, [ident], Correction(cue=places), ANNA)
        assert now(engine, ident).nature == before.nature
        assert state(engine, ident) is ReviewState.ACCEPTED, "it is as extracted again"

    def test_a_speaker_whom_the_article_names_comes_with_its_affiliations(
        self, engine: Engine
    ) -> None:
        ident = by_content(engine, "ferries lose nine days a year")
        correct(engine, [ident], Correction(names=["Émile Örn"]), ANNA)
        assert found(engine, "speaker:orn sort:confidence") == [
            "ferries lose nine days a year",
            BREAD,
        ]
        assert "ferries lose nine days a year" in found(engine, "org:bakers")
        (row,) = list_speakers(engine, parse_filter("speaker:orn"))
        assert (row.claims, row.articles) == (2, 1)

    def test_a_new_speaker_is_a_mention_like_any_other(self, engine: Engine) -> None:
        ident = by_content(engine, WALL)
        change = Correction(
            names=["Port Institute"],
            kind=SpeakerKind.ORGANIZATION,
            affiliations=[GivenAffiliation("owner", "Coastal Holding")],
        )
        correct(engine, [ident], change, ANNA)
        detail = claim_detail(engine, ident)
        assert detail is not None
        assert detail.row.names == ("Port Institute",)
        assert [one.kind for one in detail.row.speakers] == ["organization"]
        assert (detail.row.roles, detail.row.organizations) == (("owner",), ("Coastal Holding",))
        assert found(engine, "speaker:institute") == [WALL]
        assert found(engine, "kind:organization org:coastal") == [WALL]
        assert verify(engine) == []

    def test_the_words_that_state_an_affiliation_are_found_in_the_article(
        self, engine: Engine
    ) -> None:
        ident = by_content(engine, BREAD)
        affiliations = [GivenAffiliation("director", "coastal works board", former=True)]
        correct(engine, [ident], Correction(affiliations=affiliations), ANNA)
        (speaker,) = now(engine, ident).shown.speakers
        (affiliation,) = speaker.affiliations
        assert affiliation.evidence.words == "director of the Coastal Works Board"
        assert found(engine, "org:coastal type:direct") == [BREAD]

    def test_an_affiliation_that_no_words_state_rests_on_the_source(self, engine: Engine) -> None:
        ident = by_content(engine, BREAD)
        correct(engine, [ident], Correction(affiliations=[GivenAffiliation("master baker")]), ANNA)
        (speaker,) = now(engine, ident).shown.speakers
        assert [
            (affiliation.role, affiliation.evidence.words) for affiliation in speaker.affiliations
        ] == [("master baker", "Émile Örn")]

    def test_several_speakers_have_an_affiliation_each(self, engine: Engine) -> None:
        ident = by_content(engine, WALL)
        change = Correction(
            names=["Mara Lindqvist", "Ines Kovač"],
            affiliations=[GivenAffiliation(), GivenAffiliation("reporter")],
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

    def test_the_other_claims_of_the_speaker_are_left_alone(self, engine: Engine) -> None:
        ident = by_content(engine, WALL)
        correct(engine, [ident], Correction(affiliations=[GivenAffiliation("diver", None)]), ANNA)
        assert found(engine, "speaker:lindqvist org:port article:harbour") == [
            "We have run out of dry winters; and out of excuses",
            '"the money is there" once the council votes',
        ]

    def test_what_was_extracted_stays_beside_it(self, engine: Engine) -> None:
        ident = by_content(engine, WALL)
        correct(engine, [ident], Correction(type=ClaimType.MIXED), ANNA)
        correct(engine, [ident], Correction(type=ClaimType.DIRECT), ANNA)
        with engine.connect() as connection:
            kept = connection.scalars(select(review_schema.ClaimOriginal.extracted)).one()
        assert '"type": "indirect"' in kept

    def test_accepting_a_corrected_claim_leaves_it_corrected(self, engine: Engine) -> None:
        ident = by_content(engine, WALL)
        correct(engine, [ident], Correction(type=ClaimType.MIXED), ANNA)
        reject(engine, [ident], ANNA)
        accept(engine, [ident], ANNA)
        assert state(engine, ident) is ReviewState.CORRECTED

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
            (Correction(names=[], affiliations=[GivenAffiliation("mayor")]), "needs a speaker"),
            (
                Correction(names=["A", "B"], affiliations=[GivenAffiliation("mayor")]),
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
