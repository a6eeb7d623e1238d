"""Speakers of claims by the names that their articles give."""

from __future__ import annotations

from sqlalchemy import Engine

from db.claims.as_named import names_as_given
from db.query.model import ClaimQuery
from tests.db.library import rows


def test_claims_have_the_names_of_all_who_speak_them(library: Engine) -> None:
    found = rows(library, ClaimQuery(everything=True))
    with library.connect() as connection:
        names = names_as_given(connection, [row.id for row in found])
        assert names == {row.id: [*row.names] for row in found if row.names}
        assert names_as_given(connection, []) == {}
