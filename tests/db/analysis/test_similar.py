"""Claims nearest in meaning to one."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine, update

from db.analysis.similar import LEAST, SimilarRow, list_similar
from db.claims.view import open_view
from db.comparison.rebuild import rebuild
from db.comparison.threads.counts import count_uncompared
from db.connection.engine import writing
from db.connection.reading import reading
from db.query.grammar import QueryError
from db.query.line import parse_filter
from db.schema.comparison.threads import ClaimMeaning, Encoding
from tests.db.archives import count
from tests.db.comparison import threaded
from tests.db.comparison.threaded import open_thread
from tests.db.conftest import Filled, on_sqlite


@pytest.fixture
def dam(shared: Filled) -> Engine:
    return shared(threaded.dam)


HOLDS = "the dam will hold through the winter"


def similar(engine: Engine, line: str = "") -> list[SimilarRow]:
    claims = open_thread(engine, HOLDS).claims
    [ident] = (one.row.claim_id for one in claims if one.row.content == HOLDS)
    return list_similar(engine, ident, parse_filter(line))


@on_sqlite
def test_the_nearest_come_first_and_none_of_the_same_article(dam: Engine) -> None:
    found = similar(dam)
    assert {one.row.content for one in found[:2]} == threaded.TOGETHER[0] - {HOLDS}
    assert [one.same for one in found] == sorted((one.same for one in found), reverse=True)
    assert all(one.same >= LEAST for one in found)
    assert not {one.row.content for one in found} & {what for _, what in threaded.SAID[1]}


def test_filters_say_among_which_and_how_many(dam: Engine) -> None:
    assert {name for one in similar(dam, "speaker:brandt") for name in one.row.names} == {
        "Tomas Brandt"
    }
    assert len(similar(dam, "limit:1")) == 1


def test_what_was_compared_by_weights_of_before_is_told(copied: Filled) -> None:
    dam = copied(threaded.dam)
    with writing(dam) as connection:
        connection.execute(update(Encoding).values(sha256="0" * 64))
    [row] = open_view(dam, parse_filter("limit:1")).rows(0, 1)
    with pytest.raises(QueryError, match="was not compared yet; 'claims compare --rebuild' does"):
        list_similar(dam, row.claim_id, parse_filter(""))
    with reading(dam) as connection:
        assert count_uncompared(connection) == count(dam, ClaimMeaning)
    rebuild(dam)
    list_similar(dam, row.claim_id, parse_filter(""))
    with reading(dam) as connection:
        assert count_uncompared(connection) == 0


def test_what_is_unknown_or_was_never_compared_is_told(dam: Engine, library: Engine) -> None:
    with pytest.raises(QueryError, match="there is no claim c0"):
        list_similar(dam, "c0", parse_filter(""))
    [row] = open_view(library, parse_filter("limit:1")).rows(0, 1)
    with pytest.raises(QueryError, match="was not compared yet"):
        list_similar(library, row.claim_id, parse_filter(""))
