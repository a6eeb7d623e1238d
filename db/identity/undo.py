"""Undoing a decision on who is who."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Final

from sqlalchemy import Connection, Engine, delete, insert, select, update

from db.identity.clusters import cluster
from db.identity.decisions import Done, acting
from db.identity.linking import relink
from db.identity.reassign import refresh_affiliations, take_back
from db.query.model import QueryError
from db.schema.identity import (
    EntityIdentifier,
    EntityLabel,
    IdentityAct,
    Judgement,
    KnownAffiliation,
    Naming,
    OrganizationParent,
)
from db.sql.insert import add

_RETIRABLE: Final = (Judgement, EntityLabel, Naming)


_DELETABLE: Final = (KnownAffiliation, EntityIdentifier, OrganizationParent)


def undo(engine: Engine, number: int | None, author: str) -> Done:
    """Undo an act: its rows are retired, and what they took the place of holds again.

    Args:
        engine: Of the archive.
        number: Of the act; None for the last one that is not undone.
        author: Who undoes it.

    Raises:
        QueryError: There is no such act, or it is undone already.
        ArchiveError: The database failed.
    """
    with acting(engine, author) as connection:
        act = _act_to_undo(connection, number)
        now = datetime.now(UTC)
        touched: set[int] = set()
        for table in _RETIRABLE:
            touched |= _retire_act(connection, table, act.id, now)
        for deletable in _DELETABLE:
            touched |= _forget(connection, deletable, act.id)
        connection.execute(
            update(IdentityAct).where(IdentityAct.id == act.id).values(undone_at=now)
        )
        touched |= take_back(connection, act.id, now)
        refresh_affiliations(connection, touched)
        relink(connection, touched, now=now)
        cluster(connection, touched)
        return Done(act.id, act.told)


def _act_to_undo(connection: Connection, number: int | None) -> IdentityAct:
    acts = select(IdentityAct.id, IdentityAct.told, IdentityAct.undone_at)
    if number is None:
        latest = acts.where(IdentityAct.undone_at.is_(None)).order_by(IdentityAct.id.desc())
        row = connection.execute(latest.limit(1)).first()
        if row is None:
            raise QueryError("there is nothing to undo")
    else:
        row = connection.execute(acts.where(IdentityAct.id == number)).first()
        if row is None:
            raise QueryError(f"there is no act {number}")
        if row.undone_at is not None:
            raise QueryError(f"act {number} is undone already")
    return row  # type: ignore[return-value]


def _retire_act(
    connection: Connection,
    table: type[Judgement | EntityLabel | Naming],
    act: int,
    now: datetime,
) -> set[int]:
    """Retire the live rows of an act, and add again the people's rows that it retired."""
    live = table.act_id == act, table.retired_at.is_(None)
    rows = connection.execute(select(table.__table__).where(*live)).mappings().all()
    replaced = select(table.__table__).where(table.retired_act == act, table.act_id.is_not(None))
    again = connection.execute(replaced).mappings().all()
    connection.execute(update(table).where(*live).values(retired_at=now))
    left_out = ("id", "retired_at", "retired_act")
    add(
        connection,
        insert(table),
        [{key: row[key] for key in row if key not in left_out} for row in again],
    )
    columns = ("left_id", "right_id", "entity_id")
    return {row[column] for row in [*rows, *again] for column in columns if column in row}


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
