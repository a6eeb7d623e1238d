"""Any number of ids as one parameter, so that a page's statements are the same for every page.

``IN (?, ?, …)`` is written and parsed anew for each number of ids, which takes longer than finding
the rows, and databases limit how many there may be.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, Dialect, Integer, Text, TypeDecorator, bindparam
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.types import TypeEngine


class IdList(TypeDecorator[Iterable[int]]):
    """Ids as a JSON array on SQLite, as an array on PostgreSQL."""

    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        return ARRAY(Integer) if dialect.name == "postgresql" else Text()

    def process_bind_param(self, value: Iterable[int] | None, dialect: Dialect) -> Any:
        if dialect.name == "postgresql" or value is None:
            return value
        return f"[{','.join(map(str, value))}]"


class _Given(FunctionElement[int]):
    """The ids of an `IdList` as rows."""

    inherit_cache = True


@compiles(_Given, "sqlite")
def _given_on_sqlite(element: _Given, compiler: SQLCompiler, **kw: Any) -> str:
    return f"(SELECT value FROM json_each{compiler.process(element.clause_expr, **kw)})"


@compiles(_Given, "postgresql")
def _given_on_postgresql(element: _Given, compiler: SQLCompiler, **kw: Any) -> str:
    return f"(SELECT unnest{compiler.process(element.clause_expr, **kw)})"


def among_given(column: ColumnElement[int]) -> ColumnElement[bool]:
    """The column is one of the ids that are given as parameter ``ids`` when the statement runs."""
    return column.bool_op("IN")(_Given(bindparam("ids", type_=IdList())))
