"""Which content is most typical of a thread."""

from __future__ import annotations

from sqlalchemy import select

from claims.comparison.threads.labels import Worded
from db.comparison.threads.typical import typical
from db.query.tables import claim
from tests.db.archives import Desk
from tests.db.comparison.threaded import TOGETHER


def test_it_is_one_of_its_claims_and_there_is_none_without_vectors(dam: Desk) -> None:
    with dam.engine.connect() as connection:
        named = select(claim.c.id, claim.c.content).where(claim.c.content.in_(TOGETHER[0]))
        said = {number: Worded(content, "said") for number, content in connection.execute(named)}
        unknown = {max(said) + 1_000: Worded("the dam is never compared", "said")}
        found = typical(connection, {7: said, 8: unknown})
    assert found.keys() == {7}
    assert found[7] in TOGETHER[0]
