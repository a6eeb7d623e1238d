"""Any number of ids as one parameter, so that a page's statements are the same for every page.

``IN (?, ?, …)`` is written and parsed anew for each number of ids, which takes longer than finding
the rows, and databases limit how many there may be.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Dialect,
    Integer,
    SQLColumnExpression,
    Text,
    TypeDecorator,
    bindparam,
)
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.types import TypeEngine


class IdList(TypeDecorator[Iterable[int]]):
    """Ids as a JSON array on SQLite, as an array on PostgreSQL."""

    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        if dialect.name != "postgresql":
            return Text()
        # Imported late: the dialect of PostgreSQL, for which commands on SQLite would wait.
        from sqlalchemy.dialects.postgresql import ARRAY

        return ARRAY(Integer)

    def process_bind_param(self, value: Iterable[int] | None, dialect: Dialect) -> Any:
        if dialect.name == "postgresql" or value is None:
            return value
        return f"[{','.join(map(str, value))}]"


class _Among(FunctionElement[int]):
    """Whether the first argument is in the second, an `IdList`.

    Not of type boolean: on SQLite that would be compared with 1, and no index used.
    """

    type = Integer()
    inherit_cache = True


@compiles(_Among, "sqlite")
def _on_sqlite(element: _Among, compiler: SQLCompiler, **kw: Any) -> str:
    column, ids = (compiler.process(one, **kw) for one in element.clauses)
    return f"{column} IN (SELECT value FROM json_each({ids}))"


@compiles(_Among, "postgresql")
def _on_postgresql(element: _Among, compiler: SQLCompiler, **kw: Any) -> str:
    column, ids = (compiler.process(one, **kw) for one in element.clauses)
    return f"{column} = ANY ({ids})"


def among_given(column: SQLColumnExpression[int]) -> ColumnElement[bool]:
    """The column is one of the ids that are given as parameter ``ids`` when the statement runs."""
    among: ColumnElement[Any] = _Among(column, bindparam("ids", type_=IdList()))
    return among
