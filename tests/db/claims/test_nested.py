"""The claims within a claim."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import update

from db.claims.nested import nested_in
from db.claims.view import rows_by_id
from db.connection.engine import writing
from db.query.tables import claim
from db.review.actions import reject
from tests.tui.archives import ARTICLES, make_archive


def test_those_that_show_by_position(tmp_path: Path) -> None:
    engine = make_archive(tmp_path / "nested.db", ARTICLES)
    with writing(engine) as connection:
        within = claim.c.id.in_((2, 3, 4))
        connection.execute(update(claim).where(within).values(parent_id=1))
    reject(engine, [3], "ines")
    assert nested_in(engine, 1) == [2, 4]
    assert nested_in(engine, 2) == []
    outer, inner = rows_by_id(engine, [1, 2])
    assert (outer.nested, outer.parent, inner.nested, inner.parent) == (2, None, 0, 1)
    engine.dispose()
