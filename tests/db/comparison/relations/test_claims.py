"""Claims are read as their relations are judged."""

from __future__ import annotations

from sqlalchemy import select

from db.comparison.relations.claims import read_relatable
from db.review.actions import claim_numbers, reject
from db.schema import core as schema
from tests.db.archives import Desk
from tests.db.comparison.threaded import ARTICLES, article


def test_claims_have_who_says_them_and_when_and_rejected_ones_are_left_out(desk: Desk) -> None:
    text, *claims = article(ARTICLES[0])
    desk.prepare(text, *claims)
    desk.write("1.txt", text)
    desk.ingest()
    with desk.engine.connect() as connection:
        [number] = connection.scalars(select(schema.Article.id)).all()
        found = read_relatable(connection, [number])
    assert [one.compared.statement.speakers for one in found] == [("Lotte Brenner",)] * 2
    assert len({one.compared.speakers for one in found}) == 1
    assert {one.compared.published.isoformat() for one in found if one.compared.published} == {
        "2023-05-01"
    }
    reject(desk.engine, claim_numbers(desk.engine, [found[0].public_id]), "anna")
    with desk.engine.connect() as connection:
        assert [one.number for one in read_relatable(connection, [number])] == [found[1].number]
