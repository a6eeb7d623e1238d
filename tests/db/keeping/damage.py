"""Damage that is planted in an archive, found and mended: in one transaction, then taken back.

Each is planted alone on SQLite, and all of a kind together on PostgreSQL.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

import pytest
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
    """

    sql: str
    where: str
    what: str
    mends: bool = True

    def is_told(self, problems: Sequence[Problem]) -> bool:
        return any(self.where in one.where and self.what in one.what for one in problems)


def on_sqlite(damages: Sequence[Damage]) -> pytest.MarkDecorator:
    """Gives a test the archive on SQLite and each of these."""
    names = [f"{one.where} {one.what}" for one in damages]
    each = [("sqlite", one) for one in damages]
    return pytest.mark.parametrize(("backend", "damage"), each, indirect=["backend"], ids=names)


on_postgresql = pytest.mark.parametrize("backend", ["postgresql"], indirect=True)


def all_problems(connection: Connection) -> list[Problem]:
    """What is wrong as one connection sees it."""
    return list(chain.from_iterable(check(connection) for check in CHECKS))


def plant_together(engine: Engine, damages: Sequence[Damage]) -> None:
    """Plant all that can be mended, then all that cannot."""
    plant(engine, *(damage for damage in damages if damage.mends))
    plant(engine, *(damage for damage in damages if not damage.mends))


def plant(engine: Engine, *damages: Damage) -> None:
    """Plant damages, look for them, mend what can be, look again; then nothing has happened."""
    with engine.connect() as connection:
        if connection.dialect.name == "sqlite":
            connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
        else:
            connection.exec_driver_sql("SET LOCAL session_replication_role = replica")
        for statement in chain.from_iterable(damage.sql.split(";") for damage in damages):
            assert connection.execute(text(statement)).rowcount, statement
        found = all_problems(connection)
        assert [damage for damage in damages if not damage.is_told(found)] == [], found
        for run, those in by_mending(found).items():
            run(connection, those)
        left = all_problems(connection)
        for_good = [damage for damage in damages if not damage.mends]
        assert [damage for damage in for_good if not damage.is_told(left)] == [], left
        assert for_good or left == []
        connection.rollback()
