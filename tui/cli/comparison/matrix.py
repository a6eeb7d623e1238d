"""``claims matrix``: how many claims speakers, topics or threads have, by what they stand in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

import click

from db.query.fields.wording import either
from db.query.sentence import sentence
from tui.cli.options.common import db_option
from tui.cli.options.did_you_mean import hint
from tui.cli.options.filters import article_filters, tell_left_out
from tui.cli.options.output import Output, output_in, write_csv
from tui.io.streams import data_output, json_text, tell
from tui.io.tables import Column, print_table
from tui.session.archive import open_to_read
from tui.text.words import ALL_UNDATED, NOTHING, dated, left_out, part_of, position

if TYPE_CHECKING:
    from db.analysis.matrix import Matrix, MatrixBy, MatrixLine, MatrixOf
    from db.query.model import ClaimQuery

EPILOG: Final = """\b
Examples:
  claims matrix --topic pipeline
  claims matrix --by month --since 2023 --kind person
  claims matrix --by topic --columns 5
  claims matrix --of topic --by month
  claims matrix --of thread --by speaker
  claims matrix --by article --format csv --rows 100 --columns 50 > matrix.csv
"""

_LACKED: Final = {
    "speaker": "speaker known by name",
    "topic": "topic",
    "thread": "thread of several claims",
}
_TAKING_POSITIONS: Final = {"speaker", "thread"}
_NUMBER: Final = 7
"""Cells of a month's column."""
_TITLE: Final = 24
"""Cells of an article's column."""


@click.command("matrix", epilog=EPILOG)
@click.option(
    "--of",
    type=click.Choice(["speaker", "topic", "thread"]),
    default="speaker",
    show_default=True,
    help="What each row counts the claims of.",
)
@click.option(
    "--by",
    type=click.Choice(["article", "month", "topic", "thread", "speaker"]),
    help="What each column counts the claims of. [default: article; for topics month; for "
    "threads speaker]",
)
@article_filters
@click.option(
    "--rows",
    metavar="N",
    type=click.IntRange(min=1),
    default=20,
    show_default=True,
    help="Show at most this many rows, those with most claims.",
)
@click.option(
    "--columns",
    metavar="N",
    type=click.IntRange(min=1, max=1000),
    default=12,
    show_default=True,
    help="Show at most this many columns, those with most claims, or months, the latest.",
)
@output_in("table", "json", "csv")
@db_option
def command(
    of: MatrixOf,
    by: MatrixBy | None,
    query: ClaimQuery,
    rows: int,
    columns: int,
    output: Output,
    db: str | None,
) -> None:
    """Count claims of speakers, topics or threads by article, month and more.

    A joint statement counts for each of its speakers, a claim on two topics for each topic.
    Threads are those of two claims or more; speakers against threads show positions: ✓ how many
    claims agree with what others say there, ✗ how many deny it. JSON has only the cells that have
    claims.
    """
    from db.analysis.matrix import COLUMNS, count_matrix

    by = by or COLUMNS[of][0]
    if by == of:
        raise click.UsageError(f"--by {by}: rows are {of}s already; use {either(COLUMNS[of])}")
    engine = open_to_read(db)
    found = count_matrix(engine, query, by, of=of, rows=rows, columns=columns)
    if output.form == "json":
        data_output().write(json_text(record(found), indent=2) + "\n")
    elif output.form == "csv":
        # Two articles may share title and date, but columns of a table must differ.
        keys = [column.key or "undated" for column in found.columns]
        more = (f"{key} {kind}" for kind in _kinds_of_position(found) for key in keys)
        names = (f"{of}_id", of, "claims", *keys, *more)
        write_csv(flat_records(found, keys), names, output)
    elif not found.rows:
        tell(f"no {sentence(query)} have a {_LACKED[of]}{hint(engine, query)}")
    else:
        hidden = print_table(headings(found), [*cells(found)])
        tell(extent(found, hidden))
    tell_left_out(engine, query)


def record(matrix: Matrix) -> dict[str, object]:
    """A matrix as a JSON object."""
    return {
        "of": matrix.of,
        "by": matrix.by,
        f"{matrix.of}_total": matrix.row_total,
        "column_total": matrix.column_total,
        "columns": [_record_of_column(column, matrix.by) for column in matrix.columns],
        "left_out": dict(matrix.without),
        f"{matrix.of}s": [
            {
                f"{matrix.of}_id": one.key,
                matrix.of: one.label,
                "claims": one.claims,
                "cells": {
                    column.key: matrix.cells[row, index]
                    for index, column in enumerate(matrix.columns)
                    if (row, index) in matrix.cells
                },
                **_positions_of(matrix, row),
            }
            for row, one in enumerate(matrix.rows)
        ],
    }


def _positions_of(matrix: Matrix, row: int) -> dict[str, object]:
    """What JSON tells of who agrees and who denies in a row of threads and speakers."""
    if {matrix.of, matrix.by} != _TAKING_POSITIONS:
        return {}
    return {
        "positions": {
            column.key: {"agrees": one.agrees, "denies": one.denies}
            for index, column in enumerate(matrix.columns)
            if (one := matrix.positions.get((row, index))) is not None
        }
    }


def flat_records(matrix: Matrix, names: list[str]) -> Iterator[dict[str, object]]:
    """A matrix as CSV rows, each with a number in each column."""
    for row, one in enumerate(matrix.rows):
        numbers = {name: matrix.cells.get((row, n), 0) for n, name in enumerate(names)}
        yield {
            f"{matrix.of}_id": one.key,
            matrix.of: one.label,
            "claims": one.claims,
            **numbers,
            **{
                f"{name} {kind}": getattr(matrix.positions.get((row, n)), kind, 0)
                for kind in _kinds_of_position(matrix)
                for n, name in enumerate(names)
            },
        }


def _kinds_of_position(matrix: Matrix) -> tuple[str, ...]:
    """The kinds of positions that CSV has a column of for each column."""
    return ("agrees", "denies") if {matrix.of, matrix.by} == _TAKING_POSITIONS else ()


def headings(matrix: Matrix) -> list[Column]:
    """The columns of a table; on a narrow terminal the last ones go first."""
    first = [
        Column(matrix.of.capitalize(), least=18, style="bold"),
        Column("Claims", least=6, right=True),
    ]
    return first + [
        Column(_heading(column, matrix.by), rank=1 + index, least=_least(matrix.by), right=True)
        for index, column in enumerate(matrix.columns)
    ]


def cells(matrix: Matrix) -> Iterator[list[str]]:
    """The rows of a table, under a row of totals."""
    yield [
        "all of these",
        f"{matrix.total:,}",
        *(f"{column.claims:,}" for column in matrix.columns),
    ]
    for row, one in enumerate(matrix.rows):
        yield [
            one.label,
            f"{one.claims:,}",
            *(_cell(matrix, row, index) for index in range(len(matrix.columns))),
        ]


def _cell(matrix: Matrix, row: int, index: int) -> str:
    """A number with who agrees and who denies: "2 ✓1 ✗1"."""
    number = matrix.cells.get((row, index), 0)
    taken = matrix.positions.get((row, index))
    marks = position(taken.agrees, taken.denies) if taken else ""
    return " ".join(filter(None, [f"{number:,}" if number else "" if marks else "·", marks]))


def extent(matrix: Matrix, hidden: int = 0) -> str:
    """``20 of 123 speakers, 12 of 14 articles; left out: 3 without speaker``.

    Args:
        matrix: What is shown of all there is.
        hidden: How many of its columns the terminal has no room for.
    """
    rows = part_of(len(matrix.rows), matrix.row_total, matrix.of)
    shown = len(matrix.columns) - hidden
    # The column without a date is the last, and so the first that a narrow terminal hides.
    if matrix.has_undated and hidden:
        columns = part_of(shown, matrix.column_total, "column")
    else:
        columns = part_of(shown, matrix.column_total, matrix.by, undated=matrix.has_undated)
    hint = "'claims articles dates' suggests dates" if columns == ALL_UNDATED else ""
    return "; ".join(filter(None, [f"{rows}, {columns}", left_out(matrix.without), hint]))


def _record_of_column(column: MatrixLine, by: str) -> dict[str, object]:
    found: dict[str, object] = {"key": column.key, "label": column.label, "claims": column.claims}
    if by == "article":
        found |= {"outlet": column.outlet, "published": dated(column.published)}
    return found


def _heading(column: MatrixLine, by: str) -> str:
    if by == "month":
        return column.label
    title = column.label if len(column.label) <= _TITLE else f"{column.label[: _TITLE - 1]}…"
    if by != "article":
        return title
    when = dated(column.published)
    return title if when == NOTHING else f"{when} {title}"


def _least(by: str) -> int:
    return _NUMBER if by == "month" else 12
