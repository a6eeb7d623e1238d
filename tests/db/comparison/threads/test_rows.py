"""Threads are begun by claims, given claims and merged."""

from __future__ import annotations

from sqlalchemy import Connection, Engine, select, update

from db.comparison.threads.rows import begun_by, merge, put
from db.connection.engine import writing
from db.schema import core as schema
from db.schema.comparison.threads import ClaimMeaning, Thread
from tests.db.comparison import threaded
from tests.db.conftest import Filled


def thread_of(connection: Connection, claim: int) -> int | None:
    return connection.scalar(select(ClaimMeaning.thread_id).where(ClaimMeaning.claim_id == claim))


def public_ids(engine: Engine) -> dict[int, str]:
    """Of the claims that show, by number."""
    claim = schema.Claim
    with engine.connect() as connection:
        rows = connection.execute(select(claim.id, claim.public_id).where(claim.current))
        return {row[0]: row[1] for row in rows}


def test_claims_go_into_the_thread_that_one_begins_and_with_it_into_another(
    copied: Filled,
) -> None:
    engine = copied(threaded.dam)
    one, other, *_ = ids = public_ids(engine)
    with writing(engine) as connection:
        new = begun_by(connection, {one: f"{ids[one]}x"})[one]
        put(connection, {one: new, other: new})
        assert thread_of(connection, one) == thread_of(connection, other) == new
        into = begun_by(connection, {one: f"{ids[one]}y"})[one]
        merge(connection, {new: into})
        assert thread_of(connection, one) == thread_of(connection, other) == into
        assert connection.scalar(select(Thread.merged_into).where(Thread.id == new)) == into


def test_a_thread_that_lives_again_is_called_as_a_person_said_or_by_its_claim(
    copied: Filled,
) -> None:
    engine = copied(threaded.dam)
    claim, public = next(iter(public_ids(engine).items()))
    with writing(engine) as connection:
        number = begun_by(connection, {claim: f"{public}x"})[claim]
        of_it = Thread.id == number
        for labelled in (False, True):
            called = {"label": "Gates", "label_key": "gates", "labelled": labelled}
            connection.execute(update(Thread).where(of_it).values(called))
            assert begun_by(connection, {claim: f"{public}x"}) == {claim: number}
            label = connection.scalar(select(Thread.label).where(of_it))
            assert label == ("Gates" if labelled else None)
