"""What all tables are made with: names of constraints, types of columns, their root."""

from __future__ import annotations

from datetime import UTC, datetime
from enum import StrEnum
from typing import Annotated, Any, ClassVar, Final

from sqlalchemy import (
    CheckConstraint,
    DateTime,
    Dialect,
    Index,
    MetaData,
    Text,
    TypeDecorator,
    false,
    text,
)
from sqlalchemy.orm import DeclarativeBase, mapped_column

NAMING: Final = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


_ONLY_ON: Final = "only_on"
_WHERE: Final = "where"


class UtcDateTime(TypeDecorator[datetime]):
    """An aware moment, stored in UTC; SQLite, which knows no zones, keeps it naive."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return None if value is None else value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def one_of(column: str, values: type[StrEnum]) -> CheckConstraint:
    """A named CHECK that ``column`` holds one of the values of an enumeration."""
    listed = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{column} IN ({listed})", name=f"{column}_known")


def proper_span() -> CheckConstraint:
    """A named CHECK that a span has a length and lies at or after the text's first character."""
    return CheckConstraint('0 <= "start" AND "start" < "end"', name="span_proper")


def on_postgresql(index: Index) -> Index:
    """An index that SQLite has no use for."""
    index.info[_ONLY_ON] = "postgresql"
    return index.ddl_if(dialect="postgresql")


def partial_index(
    name: str, *columns: str, where: str, on_sqlite: str | None = None, unique: bool = False
) -> Index:
    """A named index over some rows only; PostgreSQL learns of which by `complete_for_postgresql`.

    Args:
        name: Of the index.
        columns: That it has.
        where: Which rows.
        on_sqlite: The same as SQLite has it, where that is something else.
        unique: Whether no two of the rows may have the same.
    """
    index = Index(name, *columns, unique=unique, sqlite_where=text(on_sqlite or where))
    index.info[_WHERE] = where
    return index


def complete_for_postgresql() -> None:
    """Give the indexes what only PostgreSQL asks for.

    Not at once, as an argument of its loads all of its dialect, for which commands on SQLite would
    wait.
    """
    for table in Base.metadata.tables.values():
        for index in table.indexes:
            if _WHERE in index.info:
                index.dialect_kwargs["postgresql_where"] = text(index.info[_WHERE])


def is_on(index: Index, dialect: Dialect) -> bool:
    """Whether a database is to have an index."""
    return bool(index.info.get(_ONLY_ON, dialect.name) == dialect.name)


# Rows that are only ever reached through their owner lie beside its other rows on SQLite.
CLUSTERED: Final = {"sqlite_with_rowid": False}


Id = Annotated[int, mapped_column(primary_key=True)]


Words = Annotated[str, mapped_column(Text)]


Flag = Annotated[bool, mapped_column(server_default=false())]


class Base(DeclarativeBase):
    """The root of all tables; every constraint has a name, which batch migrations need."""

    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map: ClassVar[dict[type, Any]] = {str: Text, datetime: UtcDateTime}
