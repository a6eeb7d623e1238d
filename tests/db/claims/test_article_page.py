"""Articles as they are read, with their claims marked."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine, text

from claims.article import SegmentKind
from claims.claim import Span
from db.analysis.summary import list_articles
from db.claims.article_page import claim_detail, read_page
from db.connection.engine import writing
from db.query.model import ClaimQuery, QueryError
from db.review.actions import Correction, correct
from tests.db.comparison import told_again
from tests.db.conftest import Filled
from tests.db.library import BRIDGE, DEPOT, NIGHT, rows


def article_id(engine: Engine, title: str) -> str:
    return rows(engine, ClaimQuery(articles=(title,)))[0].article_id


def test_a_text_that_is_not_the_one_that_was_stored_is_told(own_library: Engine) -> None:
    ident = article_id(own_library, "Depot")
    assert not read_page(own_library, ident).altered
    with writing(own_library) as connection:
        connection.execute(text("UPDATE article_text SET text = replace(text, '%', '$')"))
    assert read_page(own_library, ident).altered


def words(whole: str, spans: tuple[Span, ...]) -> list[str]:
    return [whole[span.start : span.end] for span in spans]


def test_a_page_has_the_text_its_segments_and_what_is_known(library: Engine) -> None:
    page = read_page(library, article_id(library, "Depot"))

    assert page.text == DEPOT
    assert page.article.title == "Depot costs climb again"
    assert page.article.byline == ("Jonas Vik", "Lu Ferro")
    assert (page.article.claims, page.article.speakers) == (3, 3)
    assert [segment.kind for segment in page.segments] == [SegmentKind.TITLE, SegmentKind.PARAGRAPH]
    assert DEPOT[: page.segments[0].end] == "Depot costs climb again"
    assert [page.claim(one.row.id) for one in page.claims] == [*page.claims]
    assert page.claim(-1) is None


def test_a_speaker_with_other_affiliations_after_a_correction_is_one(own_library: Engine) -> None:
    depot = article_id(own_library, "Depot")
    brandt, economist, _office = (claim.row for claim in read_page(own_library, depot).claims)
    assert brandt.roles == ("director",)
    another = Correction(names=["Ilse Brandt"], affiliations=[("economist", "")])
    correct(own_library, [economist.id], another, "anna")

    page = read_page(own_library, depot)
    assert [claim.row.names for claim in page.claims[:2]] == [("Ilse Brandt",)] * 2
    assert [claim.row.roles for claim in page.claims[:2]] == [("director",), ("economist",)]
    assert page.article.speakers == 2
    (listed,) = list_articles(own_library, ClaimQuery(articles=("Depot",)))
    assert listed.speakers == 2


def test_its_claims_stand_by_position_with_their_spans_in_the_text(library: Engine) -> None:
    page = read_page(library, article_id(library, "Night"))

    split = page.claims[1]
    assert [one.row.content_start for one in page.claims] == sorted(
        one.row.content_start for one in page.claims
    )
    assert words(NIGHT, split.content) == [
        "Nobody cycles home from a night shift in February",
        "not twice",
    ]
    assert words(NIGHT, split.cue) == ["said, "]
    assert words(NIGHT, split.source) == ["Ms. Brandt"]
    ((speaker, stated),) = split.row.in_line
    assert stated is not None
    assert (speaker.name, stated.in_words) == ("Ilse Brandt", "planner, Transit Study Group")
    assert stated.evidence.words == "a planner at the Transit Study Group"
    assert NIGHT[stated.evidence.start : stated.evidence.end] == stated.evidence.words


def test_a_claim_alone_has_the_same_detail(library: Engine) -> None:
    page = read_page(library, article_id(library, "Bridge"))

    joint = page.claims[0]
    assert claim_detail(library, joint.row.id) == joint
    assert [(one.name, stated and stated.former) for one, stated in joint.row.in_line] == [
        ("Ilse Brandt", False),
        ("Tom Achterberg", True),
    ]
    assert words(BRIDGE, joint.cue) == ["argued\nthat"]
    assert claim_detail(library, 999_999) is None


def test_an_article_that_is_not_there_is_told(library: Engine) -> None:
    with pytest.raises(QueryError, match=r"^there is no article a0$"):
        read_page(library, "a0")


def test_a_page_tells_how_many_articles_its_story_has(shared: Filled) -> None:
    shelf = shared(told_again.shelf)
    ids = [row.article_id for row in list_articles(shelf, ClaimQuery())]
    assert sorted(read_page(shelf, ident).of_story for ident in ids) == [1, 3, 3, 3]
