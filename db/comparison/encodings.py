"""By which weights an archive's vectors were made: those of the present, or earlier ones."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Connection, or_, select

from claims.comparison.meaning.storage import FORM, SHA256
from db.schema.comparison.threads import Encoding, TextVector
from db.sql.insert import insert_new

_ENCODING: Final = select(Encoding.id).where(Encoding.sha256 == SHA256, Encoding.form == FORM)


def has_vectors(connection: Connection) -> bool:
    """Whether any vectors by the present weights are stored."""
    of_them = TextVector.encoding_id == known_encoding(connection)
    return connection.scalar(select(TextVector.id).where(of_them).limit(1)) is not None


def has_vectors_of_before(connection: Connection) -> bool:
    """Whether any vectors by other weights are stored."""
    of_them = select(TextVector.id).where(TextVector.encoding_id == Encoding.id).exists()
    others = or_(Encoding.sha256 != SHA256, Encoding.form != FORM)
    return connection.scalar(select(Encoding.id).where(others, of_them).limit(1)) is not None


def encoding(connection: Connection) -> int:
    """The number of the weights and form that vectors are made with, stored if it is new."""
    number = known_encoding(connection)
    if number is None:
        row = {"sha256": SHA256, "form": FORM}
        connection.execute(insert_new(connection, Encoding), row)
        number = known_encoding(connection)
        assert number is not None, "it was stored"
    return number


def known_encoding(connection: Connection) -> int | None:
    """The same; None if nothing was made with them yet."""
    return connection.scalar(_ENCODING)
