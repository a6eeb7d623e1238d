"""Claims by the identity that speaks them."""

from __future__ import annotations

from sqlalchemy import Engine, select

from db.query.by_speaker import month_of, per_mention, spoken_by
from db.query.model import ClaimQuery
from db.query.tables import article, claim, entity
from tests.db.library import rows

ALL = ClaimQuery()


def test_claims_are_counted_once_a_mention(library: Engine) -> None:
    counted = per_mention(ALL, library.dialect)
    with library.connect() as connection:
        numbers = connection.scalars(select(counted.c.claims)).all()
    assert sum(numbers) == sum(len(row.speakers) for row in rows(library, ALL))


def test_what_one_identity_says_is_what_the_filter_finds(library: Engine) -> None:
    with library.connect() as connection:
        named = select(entity.c.public_id).where(entity.c.name == "Ilse Brandt")
        ident = connection.execute(named).scalar_one()
        found = connection.scalars(
            select(claim.c.id).where(spoken_by([ident], ALL, library.dialect))
        ).all()
    asked = rows(library, ClaimQuery(speakers=("brandt",)))
    assert sorted(found) == sorted(row.id for row in asked)


def test_a_month_is_as_exact_as_its_article(library: Engine) -> None:
    with library.connect() as connection:
        months = connection.scalars(select(month_of(library.dialect)).select_from(article)).all()
    assert "2022-03" in months
    assert all(len(month) in (0, 4, 7) for month in months)
