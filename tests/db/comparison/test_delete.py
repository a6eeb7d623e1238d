"""Threads of articles that are deleted."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from claims.relation import RelationState
from db.analysis.matrix import count_matrix
from db.analysis.relations import list_relations
from db.analysis.threads import list_threads, read_thread
from db.articles.delete import delete_articles
from db.comparison.rebuild import rebuild
from db.comparison.relations.judgements import judge_relation, undo_judgement
from db.comparison.threads.judgements import join, list_acts
from db.keeping.check import verify
from db.query.grammar import QueryError
from db.query.line import parse_filter
from db.review.actions import claim_numbers, reject
from db.schema.core import Article
from tests.db.archives import Desk
from tests.db.comparison.related import SAID
from tests.db.comparison.threaded import said
from tests.db.comparison.threads.test_judgements import BAKERY, HAS_TO, HOLDS, LASTS, MUST, claim_of
from tests.db.conftest import on_sqlite


def remove(desk: Desk, *days: int) -> None:
    names = [f"%/{day}.txt" for day in days]
    with desk.engine.connect() as connection:
        ids = [
            connection.scalars(select(Article.public_id).where(Article.path.like(name))).one()
            for name in names
        ]
    delete_articles(desk.engine, ids, "ines")


@on_sqlite
def test_the_rest_of_a_thread_stays_and_its_id_with_it(dam: Desk) -> None:
    before = read_thread(dam.engine, claim_of(dam.engine, MUST)).row
    assert (before.claims, before.label) == (2, MUST)
    remove(dam, 2)
    after = read_thread(dam.engine, before.thread).row
    assert (after.claims, after.label) == (1, HAS_TO)
    assert after.thread == before.thread


@on_sqlite
def test_a_thread_without_claims_is_forgotten_and_so_is_what_was_judged(dam: Desk) -> None:
    before = read_thread(dam.engine, claim_of(dam.engine, MUST)).row
    join(dam.engine, claim_of(dam.engine, HAS_TO), claim_of(dam.engine, BAKERY), "anna")
    remove(dam, 2, 4, 5)
    assert list_acts(dam.engine) == []
    with pytest.raises(QueryError, match="no thread"):
        read_thread(dam.engine, before.thread)
    assert [row.claims for row in list_threads(dam.engine, parse_filter(""))] == [2]


def test_a_thread_with_one_claim_that_counts_has_a_name_in_a_matrix(dam: Desk) -> None:
    reject(dam.engine, claim_numbers(dam.engine, [claim_of(dam.engine, HOLDS)]), "ines")
    remove(dam, 3)
    rows = count_matrix(dam.engine, parse_filter(""), "month", of="thread").rows
    assert {(row.label, row.claims) for row in rows} == {(MUST, 2), (LASTS, 1)}


@on_sqlite
def test_an_id_that_was_merged_still_leads_to_what_is_left(dam: Desk) -> None:
    school, bakery = (
        read_thread(dam.engine, claim_of(dam.engine, of)).row for of in (MUST, BAKERY)
    )
    join(dam.engine, claim_of(dam.engine, HAS_TO), claim_of(dam.engine, BAKERY), "anna")
    remove(dam, 5)
    left = read_thread(dam.engine, school.thread)
    assert {one.row.content for one in left.claims} == {MUST, BAKERY}
    assert read_thread(dam.engine, bakery.thread) == left
    remove(dam, 2, 4)
    for row in (school, bakery):
        with pytest.raises(QueryError, match="no thread"):
            read_thread(dam.engine, row.thread)
    assert verify(dam.engine) == []


@on_sqlite
def test_what_was_judged_of_relations_goes(desk: Desk) -> None:
    for day, (who, what) in SAID.items():
        text = f"Valley news {day}\n\nBy Ines Calder\nMay {day}, 2023\n\n{who} said {what}.\n"
        desk.prepare(text, said(text, who, what))
        desk.write(f"{day}.txt", text)
    desk.ingest()
    rebuild(desk.engine)
    for row in list_relations(desk.engine, parse_filter("")):
        ids = row.left.claim_id, row.right.claim_id
        judge_relation(desk.engine, *ids, RelationState.CONFIRMED, "anna")
    remove(desk, 1)
    [left] = list_relations(desk.engine, parse_filter(""))
    assert left.state is RelationState.CONFIRMED
    undo_judgement(desk.engine, None, "anna")
    with pytest.raises(QueryError, match="no judgement of yours to undo"):
        undo_judgement(desk.engine, None, "anna")
    assert verify(desk.engine) == []
