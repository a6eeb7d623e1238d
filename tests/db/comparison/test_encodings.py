"""By which weights vectors were made."""

from __future__ import annotations

from sqlalchemy import Engine, update

from db.comparison.encodings import (
    encoding,
    has_vectors,
    has_vectors_of_before,
    known_encoding,
)
from db.comparison.rebuild import rebuild
from db.connection.engine import writing
from db.connection.reading import reading
from db.schema.comparison.threads import Encoding
from tests.db.archives import Desk


def vectors(engine: Engine) -> tuple[bool, bool]:
    """Whether there are vectors by the present weights, and by earlier ones."""
    with reading(engine) as connection:
        return has_vectors(connection), has_vectors_of_before(connection)


def test_vectors_of_earlier_weights_are_told_apart_until_all_are_made_anew(dam: Desk) -> None:
    assert vectors(dam.engine) == (True, False)
    with writing(dam.engine) as connection:
        connection.execute(update(Encoding).values(sha256="0" * 64))
    assert vectors(dam.engine) == (False, True)
    rebuild(dam.engine)
    assert vectors(dam.engine) == (True, False)


def test_the_weights_get_a_number_once(desk: Desk) -> None:
    with writing(desk.engine) as connection:
        assert known_encoding(connection) is None
        number = encoding(connection)
        assert encoding(connection) == known_encoding(connection) == number
