"""Any number of ids as one parameter."""

from __future__ import annotations

from sqlalchemy import Engine, select

from db.schema.core import Claim
from db.sql.id_list import among_given


def test_one_statement_takes_any_number_of_ids(library: Engine) -> None:
    asked = select(Claim.id).where(among_given(Claim.id)).order_by(Claim.id)
    with library.connect() as connection:
        everything = list(connection.scalars(select(Claim.id).order_by(Claim.id)))
        for ids in ([], everything[1:3], [*everything, 999_999]):
            found = list(connection.scalars(asked, {"ids": ids}))
            assert found == [one for one in everything if one in ids]
