"""Diagrams of the tables, from the mapped classes."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from typing import Final

from sqlalchemy import Column, ForeignKey, Table, UniqueConstraint

from db.schema import articles, core, failures, identity, review, saved_views
from db.schema.base import Base
from db.schema.comparison import quotations, relations, stories, threads, topics
from db.schema.views import VIEWS
from tui.reference.markdown import code, table

_PARTS: Final = {
    "Articles and claims": core,
    "Who is who": identity,
    "Review": review,
    "What people know of articles": articles,
    "Stories": stories,
    "Quotations": quotations,
    "Topics": topics,
    "Threads": threads,
    "Relations": relations,
    "Saved views": saved_views,
    "Files that failed": failures,
}


def schema() -> str:
    """For each module of the schema a diagram, and what a row of each table is."""
    return "\n\n".join(_part(title, module.__name__) for title, module in _PARTS.items())


def views() -> str:
    """For each view its columns."""
    return "\n\n".join(
        f"### {name}\n\nA row is {view.meaning}.\n\n"
        + table(
            ("column", "holds"),
            ((code(one), meaning) for one, (meaning, _) in view.columns.items()),
        )
        for name, view in VIEWS.items()
    )


def tables_of(module: str) -> dict[Table, str]:
    """The tables that a module maps, each with the first paragraph of its class's docstring."""
    return {
        mapper.local_table: " ".join(
            (inspect.getdoc(mapper.class_) or "").partition("\n\n")[0].split()
        )
        for mapper in sorted(Base.registry.mappers, key=lambda one: one.class_.__name__)
        if mapper.class_.__module__ == module and isinstance(mapper.local_table, Table)
    }


def _part(title: str, module: str) -> str:
    tables = tables_of(module)
    diagram = "\n".join(line for one in tables for line in _drawn(one))
    rows = ((code(one.name), meaning) for one, meaning in tables.items())
    return (
        f"## {title}\n\n```mermaid\nerDiagram\n{diagram}\n```\n\n"
        f"{table(('table', 'a row is'), rows)}"
    )


def _drawn(one: Table) -> Iterator[str]:
    yield f"    {one.name} {{"
    for column in one.columns:
        yield f"        {_typed(column)}"
    yield "    }"
    for key in sorted(one.foreign_keys, key=lambda key: key.parent.name):
        yield f"    {_line(one, key)}"


def _typed(column: Column[object]) -> str:
    marks = [
        *(["PK"] if column.primary_key else []),
        *(["FK"] if column.foreign_keys else []),
    ]
    kind = type(column.type).__name__.lower()
    return " ".join(filter(None, [kind, column.name, ", ".join(marks)]))


def _line(one: Table, key: ForeignKey) -> str:
    """From the table that is pointed at to this one, with the crow's feet of mermaid."""
    left = "|o" if key.parent.nullable else "||"
    right = "o|" if _is_unique(one, key.parent.name) else "o{"
    return f"{key.column.table.name} {left}--{right} {one.name} : {key.parent.name}"


def _is_unique(one: Table, column: str) -> bool:
    keys = [one.primary_key, *(c for c in one.constraints if isinstance(c, UniqueConstraint))]
    return any([each.name for each in key.columns] == [column] for key in keys)
