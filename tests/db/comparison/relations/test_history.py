"""What people judged of relations, as it is listed."""

from __future__ import annotations

from datetime import date

import pytest

from claims.article import DatedFact
from claims.partial_date import Precision
from claims.relation import Relation, RelationState
from db.articles.actions import set_known
from db.comparison.relations.history import JudgementRow, list_judgements
from db.comparison.relations.judgements import judge_relation, undo_judgement
from db.schema.choices import ArticleField
from tests.db.archives import Desk
from tests.db.comparison.related import SAID, bring, listed


@pytest.fixture
def judged(desk: Desk) -> Desk:
    """An archive in which anna confirmed that one claim updates another."""
    for day in (1, 3):
        bring(desk, day, *SAID[day])
    [update] = listed(desk.engine, "", Relation.UPDATES)
    ids = update.left.claim_id, update.right.claim_id
    judge_relation(desk.engine, *ids, RelationState.CONFIRMED, "anna")
    return desk


def the_one(desk: Desk) -> JudgementRow:
    [row] = list_judgements(desk.engine)
    return row


def numbers(row: JudgementRow) -> tuple[str, str]:
    """What both claims say, by the farms they count."""
    left, right = row.left.content.split(), row.right.content.split()
    return left[left.index("farms") - 1], right[right.index("farms") - 1]


def test_a_judgement_has_both_claims(judged: Desk) -> None:
    row = the_one(judged)
    assert (row.author, row.state, row.undone) == ("anna", RelationState.CONFIRMED, False)
    assert numbers(row) == ("40", "52")
    assert (row.ordered, row.does) == (True, "updates")
    undo_judgement(judged.engine, row.number, "ben")
    assert the_one(judged).undone


def test_without_a_date_no_order_is_told(judged: Desk) -> None:
    article = the_one(judged).right.article_id
    set_known(judged.engine, {article: {ArticleField.PUBLISHED: None}}, "anna")
    row = the_one(judged)
    assert (row.ordered, row.does) == (False, "differs from")
    assert row.what == f"confirmed: {row.right.claim_id} differs from {row.left.claim_id}"


def test_the_later_claim_updates_after_dates_were_corrected(judged: Desk) -> None:
    article = the_one(judged).left.article_id
    when = DatedFact(date(2023, 5, 9), Precision.DAY)
    set_known(judged.engine, {article: {ArticleField.PUBLISHED: when}}, "anna")
    row = the_one(judged)
    assert (numbers(row), row.ordered) == (("52", "40"), True)


def test_a_claim_that_is_found_no_more_is_shown_as_it_was(judged: Desk) -> None:
    bring(judged, 1, "Lotte Brenner", "nothing has been flooded below the river Orr")
    assert numbers(the_one(judged)) == ("40", "52")
