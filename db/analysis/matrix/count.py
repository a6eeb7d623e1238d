"""Counting the claims of a query by row and column."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Engine

from db.analysis.matrix.by_links import counted_by_links, number_without
from db.analysis.matrix.by_speaker import counted_by_speaker
from db.analysis.matrix.links import labelled
from db.analysis.matrix.model import (
    MOST_COLUMNS,
    MOST_ROWS,
    Counted,
    Matrix,
    MatrixBy,
    MatrixLine,
    MatrixOf,
    Position,
)
from db.analysis.matrix.positions import positions
from db.connection.cancel import Cancel
from db.connection.reading import reading
from db.query.model import ClaimQuery


def count_matrix(
    engine: Engine,
    query: ClaimQuery,
    by: MatrixBy,
    *,
    of: MatrixOf = "speaker",
    rows: int = MOST_ROWS,
    columns: int = MOST_COLUMNS,
    cancel: Cancel | None = None,
) -> Matrix:
    """Count the claims of a query by row and column.

    Args:
        engine: Of the archive.
        query: Which claims are counted; what it asks of a speaker is asked of each one. Order and
            limit do not matter.
        by: What makes a column.
        of: What makes a row.
        rows: List at most so many, those with most claims.
        columns: List at most so many: those with most claims, or the latest months.
        cancel: Stops it from another thread.

    Raises:
        Cancelled: It was stopped.
        ArchiveError: The database cannot be read.
    """
    cancel = cancel or Cancel()
    with reading(engine) as connection, cancel.watch(connection):
        found = _counted(connection, query, of, by, (rows, columns), cancel)
        cancel.check()
        taken: dict[tuple[Any, Any], Position] = {}
        if {of, by} == {"thread", "speaker"}:
            found, taken = _with_positions(connection, query, found, by, columns)
        lacking = {
            kind: number_without(connection, query, kind)
            for kind in (of, by)
            if kind not in ("article", "month")
        }
    shown = [(key, replace(one, claims=found.totals[key])) for key, one in found.columns.items()]
    if by != "month":
        shown.sort(key=lambda each: (-each[1].claims, -_day(each[1]), each[1].label.casefold()))
    row_of = {key: index for index, key in enumerate(found.rows)}
    column_of = {key: index for index, (key, _) in enumerate(shown)}
    return Matrix(
        of=of,
        by=by,
        rows=tuple(found.rows.values()),
        columns=tuple(column for _, column in shown),
        cells={(row_of[one], column_of[other]): n for (one, other), n in found.cells.items()},
        row_total=found.row_total,
        column_total=found.column_total,
        total=found.total,
        without={kind: number for kind, number in lacking.items() if number},
        positions={
            (row_of[one], column_of[other]): position
            for (one, other), position in taken.items()
            if one in row_of and other in column_of
        },
    )


def _with_positions(
    connection: Connection, query: ClaimQuery, found: Counted, by: MatrixBy, most: int
) -> tuple[Counted, dict[tuple[Any, Any], Position]]:
    """A matrix of threads and speakers with its positions by row and column; where columns are
    speakers, with those as well who only deny what the threads say, as far as there is room."""
    if by == "thread":
        taken = positions(connection, query, list(found.columns))
        return found, {(speaker, thread): one for (thread, speaker), one in taken.items()}
    taken = positions(connection, query, list(found.rows))
    others = sorted({speaker for _, speaker in taken} - found.columns.keys())
    room = max(0, most - len(found.columns))
    more = labelled(connection, "speaker", others[:room])
    return (
        replace(
            found,
            columns={**found.columns, **more},
            totals={**found.totals, **dict.fromkeys(more, 0)},
            column_total=found.column_total + len(others),
        ),
        dict(taken),
    )


def _counted(
    connection: Connection,
    query: ClaimQuery,
    of: MatrixOf,
    by: MatrixBy,
    most: tuple[int, int],
    cancel: Cancel,
) -> Counted:
    if of == "speaker" and (by == "article" or by == "month"):
        # Adding up mentions, which are of one article each, is several times quicker.
        return counted_by_speaker(connection, query, by, most, cancel)
    return counted_by_links(connection, query, of, by, most, cancel)


def _day(column: MatrixLine) -> int:
    """When an article was published, as a number; 0 if that is not known."""
    return column.published.value.toordinal() if column.published.value is not None else 0
