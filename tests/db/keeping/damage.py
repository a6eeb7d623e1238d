"""Damage that is planted in an archive, found and mended: in one transaction, then taken back."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain

from sqlalchemy import Connection, Engine, text

from db.keeping.check import CHECKS
from db.keeping.problems import Problem, by_mending


@dataclass(frozen=True, slots=True)
class Damage:
    """One damage.

    Args:
        sql: Does it; statements with a semicolon between.
        where: A part of where it is found.
        what: A part of what is told of it.
        mends: Whether a repair leaves nothing wrong.
        only: The one database that it can happen on.
    """

    sql: str
    where: str
    what: str
    mends: bool = True
    only: str | None = None


def all_problems(connection: Connection) -> list[Problem]:
    """What is wrong as one connection sees it."""
    return list(chain.from_iterable(check(connection) for check in CHECKS))


def plant(engine: Engine, damage: Damage) -> None:
    """Plant a damage, look for it, mend what can be, look again; then nothing has happened."""
    with engine.connect() as connection:
        if connection.dialect.name == "sqlite":
            connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
        else:
            connection.exec_driver_sql("SET LOCAL session_replication_role = replica")
        for statement in damage.sql.split(";"):
            assert connection.execute(text(statement)).rowcount, statement
        found = all_problems(connection)
        assert any(damage.where in one.where and damage.what in one.what for one in found), found
        for run, those in by_mending(found).items():
            run(connection, those)
        left = all_problems(connection)
        assert (left == []) is damage.mends, left
        connection.rollback()
