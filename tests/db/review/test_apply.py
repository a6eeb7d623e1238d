"""What a claim shows once it is corrected, with the extracted kept."""

from __future__ import annotations

from sqlalchemy import Engine, select

from claims.claim import ClaimType, CueClass, Span, SpeakerKind
from claims.review import ReviewState
from db.analysis.summary import list_speakers
from db.claims.article_page import claim_detail
from db.keeping.check import verify
from db.query.line import parse_filter
from db.review.actions import Correction, correct
from db.schema import review as review_schema
from tests.db.conftest import on_sqlite
from tests.db.review.found import BREAD, WALL, found
from tests.db.reviewing import ANNA, by_content, now, span, state
from tests.db.stories import FERRY, HARBOUR


@on_sqlite
def test_content_follows_its_new_ends(engine: Engine) -> None:
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


def test_the_full_text_index_follows(engine: Engine) -> None:
    ident = by_content(engine, BREAD)
    assert found(engine, "bread") == [BREAD]
    correct(engine, [ident], Correction(content=[span(FERRY, "Nine days")]), ANNA)
    assert found(engine, "bread") == []
    assert found(engine, "nine article:ferry type:direct") == ["Nine days"]


def test_a_claim_may_have_several_pieces(engine: Engine) -> None:
    ident = by_content(engine, BREAD)
    pieces = [span(FERRY, "Nine days"), span(FERRY, "bread")]
    correct(engine, [ident], Correction(content=pieces), ANNA)
    assert now(engine, ident).shown.content[1].words == "bread"
    assert found(engine, "bread") == ["Nine days; bread"]


def test_cue_and_source(engine: Engine) -> None:
    ident = by_content(engine, WALL)
    change = Correction(cue=[span(HARBOUR, "added that")], source=[span(HARBOUR, "The council")])
    correct(engine, [ident], change, ANNA)
    detail = claim_detail(engine, ident)
    assert detail is not None
    row = detail.row
    assert (row.cue, row.source) == ("added that", "The council")
    assert (row.cue_lemma, row.cue_class) == ("add", CueClass.STATEMENT)
    assert WALL in found(engine, "cue:add")


def test_a_cue_can_be_taken_away_and_comes_back_with_what_it_told(engine: Engine) -> None:
    ident = by_content(engine, WALL)
    before = now(engine, ident)
    correct(engine, [ident], Correction(cue=[]), ANNA)
    assert now(engine, ident).shown.nature.cue_lemma is None
    places = [Span(piece.start, piece.end) for piece in before.shown.cue]
    correct(engine, [ident], Correction(cue=places), ANNA)
    assert now(engine, ident).shown.nature == before.shown.nature
    assert state(engine, ident) is ReviewState.ACCEPTED, "it is as extracted again"


def test_a_speaker_whom_the_article_names_comes_with_its_affiliations(engine: Engine) -> None:
    ident = by_content(engine, "ferries lose nine days a year")
    correct(engine, [ident], Correction(names=["Émile Örn"]), ANNA)
    assert found(engine, "speaker:orn sort:confidence") == [
        "ferries lose nine days a year",
        BREAD,
    ]
    assert "ferries lose nine days a year" in found(engine, "org:bakers")
    (row,) = list_speakers(engine, parse_filter("speaker:orn"))
    assert (row.claims, row.articles) == (2, 1)


def test_a_new_speaker_is_a_mention_like_any_other(engine: Engine) -> None:
    ident = by_content(engine, WALL)
    change = Correction(
        names=["Port Institute"],
        kind=SpeakerKind.ORGANIZATION,
        affiliations=[("owner", "Coastal Holding")],
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


def test_the_other_claims_of_the_speaker_are_left_alone(engine: Engine) -> None:
    ident = by_content(engine, WALL)
    correct(engine, [ident], Correction(affiliations=[("diver", "")]), ANNA)
    assert found(engine, "speaker:lindqvist org:port article:harbour") == [
        "We have run out of dry winters; and out of excuses",
        '"the money is there" once the council votes',
    ]


def test_what_was_extracted_stays_beside_it(engine: Engine) -> None:
    ident = by_content(engine, WALL)
    correct(engine, [ident], Correction(type=ClaimType.MIXED), ANNA)
    correct(engine, [ident], Correction(type=ClaimType.DIRECT), ANNA)
    with engine.connect() as connection:
        kept = connection.scalars(select(review_schema.ClaimOriginal.extracted)).one()
    assert '"type": "indirect"' in kept
