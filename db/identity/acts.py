"""Acts: what a person judged in one go, be it who is who or what says the same. Rows of an act hold
until it is undone or another act retires them; nothing is rewritten."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, insert, select, update

from db.query.grammar import QueryError
from db.schema.comparison.threads import ThreadAct, ThreadJudgement, ThreadLabel
from db.schema.identity import EntityLabel, IdentityAct, Judgement, Naming
from db.sql.insert import add

Acts = type[IdentityAct | ThreadAct]
Rows = type[Judgement | EntityLabel | Naming | ThreadJudgement | ThreadLabel]


@dataclass(frozen=True, slots=True)
class Done:
    """An act that was done: its number, to undo it with, and what it was in words."""

    number: int
    what: str


@dataclass(frozen=True, slots=True)
class ActRow:
    """An act as it is listed; ``undone`` ones hold no more."""

    number: int
    author: str
    what: str
    when: datetime
    undone: bool


class Act:
    """One act in its transaction."""

    def __init__(self, connection: Connection, table: Acts, author: str, in_words: str) -> None:
        self.connection, self.author, self.what = connection, author, in_words
        self.now = datetime.now(UTC)
        self.number = connection.execute(
            insert(table).returning(table.id),
            {"author": author, "told": in_words, "created_at": self.now},
        ).scalar_one()

    @property
    def done(self) -> Done:
        """The act, as who did it is told."""
        return Done(self.number, self.what)

    def retire(self, table: Rows, *which: object) -> None:
        """Have live rows hold no more."""
        self.connection.execute(
            update(table)
            .where(table.retired_at.is_(None), *which)  # type: ignore[arg-type]
            .values(retired_at=self.now, retired_act=self.number)
        )


def acts_of(connection: Connection, table: Acts, *which: ColumnElement[bool]) -> list[ActRow]:
    """All acts, or some, the newest first."""
    columns = table.id, table.author, table.told, table.created_at, table.undone_at
    rows = connection.execute(select(*columns).where(*which).order_by(table.id.desc()))
    return [ActRow(*row[:4], row[4] is not None) for row in rows]


def to_undo(connection: Connection, table: Acts, number: int | None, author: str) -> Done:
    """The act of a number, whoever did it; of None the last of the author's that is not undone.

    Raises:
        QueryError: There is no such act, or it is undone already.
    """
    acts = select(table.id, table.told, table.undone_at)
    if number is None:
        own = acts.where(table.author == author.strip(), table.undone_at.is_(None))
        row = connection.execute(own.order_by(table.id.desc()).limit(1)).first()
        if row is None:
            raise QueryError("there is nothing of yours to undo")
    else:
        row = connection.execute(acts.where(table.id == number)).first()
        if row is None:
            raise QueryError(f"there is no act {number}")
        if row.undone_at is not None:
            raise QueryError(f"act {number} is undone already")
    return Done(row.id, row.told)


def undo_rows(
    connection: Connection, table: Rows, act: int, now: datetime
) -> list[Mapping[Any, Any]]:
    """Retire the live rows of an act, and add again the people's rows that it retired.

    Returns:
        Both.
    """
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
    return [*rows, *again]
