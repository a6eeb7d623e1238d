"""Finding text in the rows of a view without leaving any out."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import compress
from typing import Any, Final

from sqlalchemy import (
    ColumnElement,
    Connection,
    Dialect,
    Engine,
    Select,
    Text,
    and_,
    cast,
    or_,
    select,
)

from db.connection.cancel import Cancel
from db.connection.reading import reading
from db.query.tables import (
    affiliation,
    article,
    claim,
    claim_speaker,
    entity,
    is_current,
    is_live,
    mention_entity,
    outlet,
    shown_name,
    shown_title,
)
from db.sql.chunks import chunks
from db.sql.id_list import among_given
from db.sql.ids import ids_of

_STEP: Final = 20_000
_FEW: Final = 5_000
"""Claims that are looked at one by one; of more, all that have the text are found first."""


def positions_of(
    engine: Engine,
    ids: Sequence[int],
    text: str,
    columns: Collection[str],
    cancel: Cancel | None = None,
) -> array[int]:
    """Which rows of a view hold a text, whatever its case, in what their columns show.

    Args:
        engine: Of the archive.
        ids: Of the claims of the view, in order.
        text: Stands in one column, as it is.
        columns: Keys of those to look in: of `SEARCHED`; others are left out.
        cancel: Stops it from another thread.

    Returns:
        Their positions, ascending.

    Raises:
        Cancelled: It was stopped.
        ArchiveError: The database failed.
    """
    cancel = cancel or Cancel()
    if not text or not len(ids):
        return array("q")
    with reading(engine) as connection, cancel.watch(connection):
        statement = _holding(text, columns, connection.dialect)
        found = _found(connection, statement, ids, cancel)
    indices = array("q")
    for start in range(0, len(ids), _STEP):
        part = ids[start : start + _STEP]
        indices.extend(compress(range(start, start + len(part)), map(found.__getitem__, part)))
        cancel.check()
    return indices


def _found(
    connection: Connection, statement: Select[Any], ids: Sequence[int], cancel: Cancel
) -> bytearray:
    """For each number up to the highest of ``ids``, 1 if a statement finds the claim of it."""
    found = bytearray(max(ids) + 1)
    if len(ids) <= _FEW:
        some = statement.where(among_given(claim.c.id))
        for chunk in chunks(ids):
            for ident in connection.scalars(some, {"ids": chunk}):
                found[ident] = 1
        return found
    most = len(found)
    for ident in ids_of(connection, statement.where(is_current()), cancel):
        if ident < most:
            found[ident] = 1
    return found


def _holding(text: str, columns: Collection[str], dialect: Dialect) -> Select[Any]:
    conditions = [
        condition(_like(text, dialect)) for key, condition in SEARCHED.items() if key in columns
    ]
    return select(claim.c.id).where(or_(*conditions))


Like = Callable[[ColumnElement[Any]], ColumnElement[bool]]


def _like(text: str, dialect: Dialect) -> Like:
    """A condition that a column holds the text."""

    def holds(column: ColumnElement[Any]) -> ColumnElement[bool]:
        if dialect.name != "sqlite":
            return column.icontains(text, autoescape=True)
        # SQLite's LIKE takes the case of ASCII letters only for the same.
        return or_(*(column.contains(one, autoescape=True) for one in dict.fromkeys(_cases(text))))

    return holds


def _cases(text: str) -> Iterator[str]:
    yield text
    if not text.isascii():
        yield from (text.lower(), text.upper(), text.title(), text.capitalize())


def _of_speaker(holds: Like) -> ColumnElement[bool]:
    named = (
        select(mention_entity.c.mention_id)
        .join(entity, entity.c.id == mention_entity.c.entity_id)
        .where(is_live(), holds(shown_name()))
    )
    return _spoken_by(named)


def _of_affiliation(holds: Like) -> ColumnElement[bool]:
    stated = select(affiliation.c.mention_id).where(
        or_(holds(affiliation.c.role), holds(affiliation.c.organization))
    )
    return _spoken_by(stated)


def _spoken_by(mentions: Select[Any]) -> ColumnElement[bool]:
    spoken = select(claim_speaker.c.claim_id).where(claim_speaker.c.mention_id.in_(mentions))
    return claim.c.id.in_(spoken)


def _in_articles(condition: ColumnElement[bool]) -> ColumnElement[bool]:
    return claim.c.article_id.in_(select(article.c.id).where(condition))


SEARCHED: Final[dict[str, Callable[[Like], ColumnElement[bool]]]] = {
    "date": lambda holds: _in_articles(
        and_(article.c.published.is_not(None), holds(cast(article.c.published, Text)))
    ),
    "speaker": _of_speaker,
    "affiliation": _of_affiliation,
    "outlet": lambda holds: _in_articles(
        article.c.outlet_id.in_(select(outlet.c.id).where(holds(outlet.c.name)))
    ),
    "type": lambda holds: holds(claim.c.type),
    "class": lambda holds: holds(claim.c.cue_class),
    "content": lambda holds: holds(claim.c.content),
    "article": lambda holds: _in_articles(holds(shown_title())),
    "source": lambda holds: holds(claim.c.source),
    "cue": lambda holds: holds(claim.c.cue),
}
"""What is looked at for each column of a table of claims, by its key."""
