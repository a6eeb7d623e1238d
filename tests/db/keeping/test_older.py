"""Archives whose claims were found by an older version."""

from __future__ import annotations

from sqlalchemy import Engine, text

from db.connection.engine import writing
from db.keeping.older import is_found_before


def test_claims_that_lack_what_is_told_now_are_noticed_while_they_show(own: Engine) -> None:
    assert not is_found_before(own)
    with writing(own) as connection:
        connection.execute(text("UPDATE claim SET statement = NULL WHERE id = 2"))
    assert is_found_before(own)
    with writing(own) as connection:
        connection.execute(text("UPDATE claim SET current = (1 = 0) WHERE id = 2"))
    assert not is_found_before(own)
