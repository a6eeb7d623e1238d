"""Undoing a decision on who is who."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Final

from sqlalchemy import Connection, Engine, delete, select, update

from db.identity.acts import Done, to_undo, undo_rows
from db.identity.clusters import cluster
from db.identity.decisions import acting
from db.identity.linking import relink
from db.identity.reassign import refresh_affiliations, take_back
from db.schema.identity import (
    EntityIdentifier,
    EntityLabel,
    IdentityAct,
    Judgement,
    KnownAffiliation,
    Naming,
    OrganizationParent,
)

_RETIRABLE: Final = (Judgement, EntityLabel, Naming)
_ENTITIES: Final = ("left_id", "right_id", "entity_id")
_DELETABLE: Final = (KnownAffiliation, EntityIdentifier, OrganizationParent)


def undo(engine: Engine, number: int | None, author: str) -> Done:
    """Undo an act: its rows are retired, and what they took the place of holds again.

    Args:
        engine: Of the archive.
        number: Of the act; None for the last of this author's that is not undone.
        author: Who undoes it.

    Raises:
        QueryError: There is no such act, or it is undone already.
        ArchiveError: The database failed.
    """
    with acting(engine, author) as connection:
        act = to_undo(connection, IdentityAct, number, author)
        now = datetime.now(UTC)
        touched: set[int] = set()
        for table in _RETIRABLE:
            for row in undo_rows(connection, table, act.number, now):
                touched |= {row[column] for column in _ENTITIES if column in row}
        for deletable in _DELETABLE:
            touched |= _forget(connection, deletable, act.number)
        connection.execute(
            update(IdentityAct).where(IdentityAct.id == act.number).values(undone_at=now)
        )
        touched |= take_back(connection, act.number, now)
        refresh_affiliations(connection, touched)
        relink(connection, touched, now=now)
        cluster(connection, touched)
        return act


def _forget(
    connection: Connection,
    table: type[KnownAffiliation | EntityIdentifier | OrganizationParent],
    act: int,
) -> set[int]:
    """Delete what an act brought in from a file."""
    ident = table.child_id if table is OrganizationParent else table.entity_id  # type: ignore[union-attr]
    touched = set(connection.scalars(select(ident).where(table.act_id == act)))
    connection.execute(delete(table).where(table.act_id == act))
    return touched
