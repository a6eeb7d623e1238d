"""The file, the references between rows, and the indexes: what the database itself should keep."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from functools import cache
from typing import Any, Final

from sqlalchemy import (
    Boolean,
    Column,
    ColumnElement,
    Connection,
    Engine,
    ForeignKeyConstraint,
    LargeBinary,
    Select,
    Table,
    Text,
    TypeDecorator,
    and_,
    case,
    cast,
    delete,
    func,
    inspect,
    literal,
    or_,
    select,
    type_coerce,
    update,
)
from sqlalchemy.exc import DBAPIError
from sqlalchemy.schema import AddConstraint
from sqlalchemy.types import NullType

from db.connection.engine import writing
from db.connection.errors import reason
from db.keeping.problems import Mend, Problem
from db.schema import fulltext
from db.schema.articles import ArticleAsRead, ArticleEvent, ArticleStep
from db.schema.base import Base, is_on
from db.schema.comparison.relations import RelationJudgement
from db.schema.comparison.threads import ThreadAct, ThreadJudgement, ThreadLabel
from db.schema.fulltext import INDEXES
from db.schema.identity import (
    EntityIdentifier,
    EntityLabel,
    IdentityAct,
    Judgement,
    KnownAffiliation,
    Naming,
    OrganizationParent,
)
from db.schema.review import ClaimNote, ClaimOriginal, ClaimTag, ReviewEvent, ReviewStep
from db.schema.saved_views import SavedView

DECIDED: Final = frozenset(
    each.__tablename__
    for each in (
        *(ArticleAsRead, ArticleEvent, ArticleStep),
        *(EntityIdentifier, EntityLabel, IdentityAct, Judgement, KnownAffiliation, Naming),
        *(OrganizationParent, RelationJudgement, SavedView),
        *(ClaimNote, ClaimOriginal, ClaimTag, ReviewEvent, ReviewStep),
        *(ThreadAct, ThreadJudgement, ThreadLabel),
    )
)
"""The tables of what people decided, from which nothing is ever deleted."""

_READ_ONLY: Final = "it is read-only"

_STORED_AS: Final[dict[type, tuple[str, ...]]] = {
    bool: ("integer",),
    int: ("integer",),
    float: ("real", "integer"),
    str: ("text",),
    bytes: ("blob",),
    date: ("text",),
    datetime: ("text",),
}
"""What SQLite calls values of columns."""

_DATE: Final = "[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]*"
_ANY_DATE: Final = "2000-01-01"


def check_file(connection: Connection) -> Iterator[Problem]:
    """SQLite's own check of its file; what only an index lacks is made anew."""
    if connection.dialect.name != "sqlite":
        return
    for (answer,) in connection.exec_driver_sql("PRAGMA integrity_check"):
        if answer != "ok":
            of_index = " index " in answer
            yield Problem("database file", answer, Mend(_reindex) if of_index else None)


def check_values(connection: Connection) -> Iterator[Problem]:
    """Values are of the kinds of their columns; SQLite keeps whatever it is given."""
    if connection.dialect.name != "sqlite":
        return
    driver: Any = connection.connection.driver_connection
    driver.create_function("is_utf8", 1, _is_utf8, deterministic=True)
    for table in Base.metadata.sorted_tables:
        for *which, name in connection.execute(_odd_values(table)):
            numbers = " ".join(str(each) for each in which)
            yield Problem(f"{table.name} {numbers}", f"has no {name} that can be read")


@cache
def _odd_values(table: Table) -> Select[Any]:
    """The rows with a value that is none of its column's, and the first such column."""
    key = list(table.primary_key.columns)
    wrong = case(*((_is_odd(one), literal(one.name)) for one in table.columns))
    return select(*map(_as_stored, key), wrong).where(wrong.is_not(None)).order_by(*key)


def _as_stored(column: Column[Any]) -> ColumnElement[Any]:
    """A column as SQLite has it, whatever it ought to hold."""
    return type_coerce(column, NullType())


def _is_odd(column: Column[Any]) -> ColumnElement[bool]:
    """Whether a value is of another kind than those of its column."""
    decorated = column.type
    holds = (
        decorated.impl_instance if isinstance(decorated, TypeDecorator) else decorated
    ).python_type
    odd = func.typeof(column).not_in(("null", *_STORED_AS[holds]))
    if holds is str:
        return or_(odd, ~func.is_utf8(cast(column, LargeBinary), type_=Boolean))
    if not issubclass(holds, date):
        return odd
    written = func.coalesce(cast(column, Text), _ANY_DATE)
    return or_(odd, written.op("NOT GLOB")(_DATE), func.julianday(written).is_(None))


def _is_utf8(stored: bytes | None) -> bool:
    """Whether text can be read as SQLite has it, which takes any bytes for text."""
    try:
        (stored or b"").decode()
    except UnicodeDecodeError:
        return False
    return True


def check_references(connection: Connection) -> Iterator[Problem]:
    """Rows that refer to rows that are not there."""
    for table in Base.metadata.sorted_tables:
        for constraint in sorted(table.foreign_key_constraints, key=lambda one: str(one.name)):
            yield from _dangling(connection, table, constraint)


def _dangling(
    connection: Connection, table: Table, constraint: ForeignKeyConstraint
) -> Iterator[Problem]:
    [element] = constraint.elements
    column = element.parent
    for *which, _ in connection.execute(_who_dangles(table, constraint)):
        numbers = " ".join(str(each) for each in which)
        yield Problem(
            f"{table.name} {numbers}",
            f"refers to no {element.column.table.name} in {column.name}",
            _unhinge(table, constraint, column.name, which),
        )


@cache
def _who_dangles(table: Table, constraint: ForeignKeyConstraint) -> Select[Any]:
    [element] = constraint.elements
    column, other = element.parent, element.column.table.alias("other")
    key = list(table.primary_key.columns)
    there = select(other.c.id).where(other.c[element.column.name] == column).exists()
    return select(*key, column.label("refers_to")).where(column.is_not(None), ~there).order_by(*key)


def _unhinge(
    table: Table, constraint: ForeignKeyConstraint, column: str, which: Sequence[Any]
) -> Mend | None:
    """What would have become of a row had its owner been deleted in order."""
    if constraint.ondelete == "SET NULL":
        return Mend(_forget, (table.name, column, *which))
    if constraint.ondelete == "CASCADE" and table.name not in DECIDED:
        return Mend(_delete, (table.name, *which))
    return None


def _forget(connection: Connection, those: Sequence[tuple[Any, ...]]) -> None:
    for name, column, *which in those:
        table = Base.metadata.tables[name]
        connection.execute(update(table).where(_is(table, which)).values({column: None}))


def _delete(connection: Connection, those: Sequence[tuple[Any, ...]]) -> None:
    for name, *which in those:
        table = Base.metadata.tables[name]
        connection.execute(delete(table).where(_is(table, which)))


def _is(table: Table, which: Sequence[Any]) -> Any:
    return and_(
        *(column == value for column, value in zip(table.primary_key.columns, which, strict=True))
    )


def check_indexes(connection: Connection) -> Iterator[Problem]:
    """Indexes, references that are enforced, and what keeps the full-text indexes: all there."""
    inspector, tables = inspect(connection), Base.metadata.sorted_tables
    names = [table.name for table in tables]
    # All at once, as a server takes nearly as long to tell those of one table.
    indexes = inspector.get_multi_indexes(filter_names=names)
    references = (
        inspector.get_multi_foreign_keys(filter_names=names)
        if connection.dialect.name == "postgresql"
        else {}
    )
    for table in tables:
        there = {one["name"] for one in indexes[None, table.name]}
        for index in sorted(table.indexes, key=lambda one: str(one.name)):
            if index.name not in there and is_on(index, connection.dialect):
                mend = Mend(_create, (table.name, index.name))
                yield Problem(str(index.name), "is not there: reading is slow", mend)
        if connection.dialect.name == "postgresql":
            enforced = {one["name"] for one in references[None, table.name]}
            for constraint in sorted(table.foreign_key_constraints, key=lambda one: str(one.name)):
                if constraint.name not in enforced:
                    mend = Mend(_enforce, (table.name, constraint.name))
                    yield Problem(str(constraint.name), "is not enforced", mend)
    searched = _full_text(connection)
    for each in INDEXES:
        sqlite = connection.dialect.name == "sqlite"
        for name in (each.fts, *each.triggers) if sqlite else (each.gin,):
            if name not in searched:
                what = "is not there: the full-text search lacks what is new"
                yield Problem(name, what, Mend(_make_searchable))


def _full_text(connection: Connection) -> set[str]:
    sql = "SELECT name FROM sqlite_master"
    if connection.dialect.name == "postgresql":
        sql = "SELECT indexname FROM pg_indexes"
    return set(connection.exec_driver_sql(sql).scalars())


def check_search(engine: Engine) -> list[Problem]:
    """The full-text indexes against the rows; PostgreSQL's cannot differ from them.

    SQLite's comparison takes the write lock for a moment, though it writes nothing.
    """
    found: list[Problem] = []
    if engine.dialect.name != "sqlite":
        return found
    for index in INDEXES:
        try:
            with writing(engine) as connection:
                # Rank 1 makes FTS5 compare with the indexed table, not only within itself.
                connection.exec_driver_sql(
                    f"INSERT INTO {index.fts}({index.fts}, rank) VALUES ('integrity-check', 1)"
                )
        except DBAPIError as error:
            problem = reason(error)
            if problem != _READ_ONLY and "no such table" not in problem:
                what = f"does not have the words of {index.table}"
                found.append(Problem(index.fts, what, Mend(_make_searchable)))
    return found


def _reindex(connection: Connection, _: Sequence[Any]) -> None:
    connection.exec_driver_sql("REINDEX")


def _create(connection: Connection, those: Sequence[tuple[str, str]]) -> None:
    for table, name in those:
        for index in Base.metadata.tables[table].indexes:
            if index.name == name:
                index.create(connection, checkfirst=True)


def _enforce(connection: Connection, those: Sequence[tuple[str, str]]) -> None:
    for table, name in those:
        for constraint in Base.metadata.tables[table].foreign_key_constraints:
            if constraint.name == name:
                connection.execute(AddConstraint(constraint, isolate_from_table=False))


def _make_searchable(connection: Connection, _: Sequence[Any]) -> None:
    """Make what is missing of the full-text indexes, and all of their words anew."""
    there = _full_text(connection)
    fulltext.create_missing(connection, there)
    fulltext.rebuild(connection)
