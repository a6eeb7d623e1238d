"""Relations in an archive: found anew, judged by people, and kept so."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import Engine, delete, select

from claims.article import DatedFact
from claims.comparison.threads.candidates import Signs
from claims.partial_date import Precision
from claims.relation import Relation, RelationState
from db.articles.actions import set_known
from db.articles.undo import undo as undo_articles
from db.comparison.rebuild import rebuild
from db.comparison.relations.judgements import judge_relation
from db.comparison.relations.relations import Known
from db.connection.engine import writing
from db.review.actions import claim_numbers, reject, undo
from db.schema.choices import ArticleField
from db.schema.comparison.threads import ClaimMeaning
from tests.db.archives import Desk
from tests.db.comparison import related
from tests.db.comparison.related import FOUND, SAID, bring, in_words, listed
from tests.db.conftest import Filled, on_sqlite


@pytest.fixture
def orr(copied: Filled) -> Engine:
    return copied(related.orr)


@on_sqlite
def test_relations_are_found_in_order_of_time(orr: Engine) -> None:
    assert in_words(orr) == FOUND
    [update] = listed(orr, "", Relation.UPDATES)
    assert update.evidence == ("40", "52")
    assert update.state is RelationState.SUGGESTED
    assert rebuild(orr).relations == 3
    assert in_words(orr) == FOUND


@on_sqlite
def test_relations_are_found_as_articles_come(desk: Desk) -> None:
    for day in (3, 1, 4, 2):
        bring(desk, day, *SAID[day])
    assert in_words(desk.engine) == FOUND


@on_sqlite
def test_vectors_are_kept_of_claims_that_were_there_before(orr: Engine) -> None:
    table, known = ClaimMeaning, Known()
    signs = select(table.claim_id, table.signs, table.wordings).order_by(table.claim_id)
    with writing(orr) as connection:
        rows = [(row[0], row[1], row[2]) for row in connection.execute(signs)]
        *before, new = [row[0] for row in rows]
        known.signs.add(Signs.of(rows[:-1]))
        assert known.points(connection, [*before, new]).ids.tolist() == [*before, new]
        connection.execute(delete(table))
        assert known.points(connection, [*before, new]).ids.tolist() == before
        known.forget(before[:1])
        assert known.points(connection, before).ids.tolist() == before[1:]


@on_sqlite
def test_what_is_judged_holds_again_when_an_article_has_its_old_text(desk: Desk) -> None:
    orr = desk.engine
    for day, (who, what) in SAID.items():
        bring(desk, day, who, what)
    [update] = listed(orr, "", Relation.UPDATES)
    ids = update.left.claim_id, update.right.claim_id
    judge_relation(orr, *ids, RelationState.CONFIRMED, "anna")
    bring(desk, 1, *SAID[1], "\nThe river is quiet.\n")
    # Its claims are others in another text.
    assert in_words(orr, RelationState.CONFIRMED) == set()
    assert in_words(orr) == FOUND
    bring(desk, 1, *SAID[1])
    assert in_words(orr, RelationState.CONFIRMED) == {("3", "updates", "1")}
    assert in_words(orr) == FOUND


def test_relations_turn_round_when_a_date_is_corrected(orr: Engine) -> None:
    [update] = listed(orr, "", Relation.UPDATES)
    judge_relation(
        orr, update.left.claim_id, update.right.claim_id, RelationState.CONFIRMED, "anna"
    )
    later = DatedFact(date(2023, 5, 9), Precision.DAY)
    set_known(orr, {update.left.article_id: {ArticleField.PUBLISHED: later}}, "anna")
    assert in_words(orr) == {("2", "denies", "9"), ("2", "denies", "3"), ("9", "updates", "3")}
    assert in_words(orr, RelationState.CONFIRMED) == {("9", "updates", "3")}
    # So do the figures: that of the earlier claim stands first.
    assert [one.evidence for one in listed(orr, "", Relation.UPDATES)] == [("52", "40")]
    undo_articles(orr, "anna")
    assert in_words(orr) == FOUND


@on_sqlite
def test_a_rejected_claim_has_no_relations(orr: Engine) -> None:
    [update] = listed(orr, "", Relation.UPDATES)
    reject(orr, claim_numbers(orr, [update.left.claim_id]), "anna")
    assert in_words(orr) == {("2", "denies", "3")}
    assert rebuild(orr).relations == 1
    undo(orr, "anna")
    rebuild(orr)
    assert in_words(orr) == FOUND
