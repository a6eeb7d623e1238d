"""``claims matrix``: how many claims each speaker has by article or by month."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

import click

from db.query.sentence import sentence
from tui.cli.options.common import check_csv_options, csv_options, db_option, format_option
from tui.cli.options.filters import article_filters
from tui.io.streams import data_output, json_text, tell
from tui.io.tables import Column, print_table
from tui.session.archive import open_to_read
from tui.text.words import NOTHING, counted, dated

if TYPE_CHECKING:
    from db.analysis.matrix import Matrix, MatrixBy, MatrixColumn
    from db.query.model import ClaimQuery

EPILOG: Final = """\b
Examples:
  claims matrix --topic pipeline
  claims matrix --by month --since 2023 --kind person
  claims matrix --by article --format csv --rows 100 --columns 50 > matrix.csv
"""

_NUMBER: Final = 7
"""Cells of a month's column."""
_TITLE: Final = 24
"""Cells of an article's column."""


@click.command("matrix", epilog=EPILOG)
@click.option(
    "--by",
    type=click.Choice(["article", "month"]),
    default="article",
    show_default=True,
    help="What each column counts the claims of.",
)
@article_filters
@click.option(
    "--rows",
    metavar="N",
    type=click.IntRange(min=1),
    default=20,
    show_default=True,
    help="Show at most this many speakers, those with most claims.",
)
@click.option(
    "--columns",
    metavar="N",
    type=click.IntRange(min=1, max=1000),
    default=12,
    show_default=True,
    help="Show at most this many articles, those with most claims, or months, the latest.",
)
@format_option("table", "json", "csv")
@csv_options
@db_option
def command(
    by: str,
    query: ClaimQuery,
    rows: int,
    columns: int,
    form: str,
    raw: bool,
    excel: bool,
    db: str | None,
) -> None:
    """Count claims by speaker and by article or month.

    A joint statement counts for each of its speakers. JSON has only the cells that have claims.
    """
    check_csv_options(form, raw=raw, excel=excel)
    from db.analysis.matrix import count_matrix
    from db.export import write_table

    found = count_matrix(open_to_read(db), query, _by(by), speakers=rows, columns=columns)
    if form == "json":
        data_output().write(json_text(record(found), indent=2) + "\n")
    elif form == "csv":
        # Two articles may share title and date, but columns of a table must differ.
        keys = [column.key or "undated" for column in found.columns]
        names = ("speaker_id", "speaker", "claims", *keys)
        write_table(flat_records(found, keys), data_output(), names, raw=raw, excel=excel)
    elif not found.speakers:
        tell(f"no {sentence(query)} have a speaker known by name")
    else:
        print_table(headings(found), [*cells(found)])
        tell(extent(found))


def record(matrix: Matrix) -> dict[str, object]:
    """A matrix as a JSON object."""
    return {
        "by": matrix.by,
        "speaker_total": matrix.speaker_total,
        "column_total": matrix.column_total,
        "columns": [_record_of_column(column, matrix.by) for column in matrix.columns],
        "speakers": [
            {
                "speaker_id": one.speaker.id,
                "speaker": one.speaker.label,
                "claims": one.claims,
                "cells": {
                    column.key: matrix.cells[row, place]
                    for place, column in enumerate(matrix.columns)
                    if (row, place) in matrix.cells
                },
            }
            for row, one in enumerate(matrix.speakers)
        ],
    }


def flat_records(matrix: Matrix, names: list[str]) -> Iterator[dict[str, object]]:
    """A matrix as CSV rows: a speaker each, with a number in each column."""
    for row, one in enumerate(matrix.speakers):
        numbers = {name: matrix.cells.get((row, n), 0) for n, name in enumerate(names)}
        yield {
            "speaker_id": one.speaker.id,
            "speaker": one.speaker.label,
            "claims": one.claims,
            **numbers,
        }


def headings(matrix: Matrix) -> list[Column]:
    """The columns of a table; on a narrow terminal the last ones go first."""
    first = [
        Column("Speaker", least=18, style="bold"),
        Column("Claims", least=6, right=True),
    ]
    return first + [
        Column(_heading(column, matrix.by), rank=1 + place, least=_least(matrix.by), right=True)
        for place, column in enumerate(matrix.columns)
    ]


def cells(matrix: Matrix) -> Iterator[list[str]]:
    """The rows of a table, under a row of totals."""
    yield ["all of these", "", *(f"{column.claims:,}" for column in matrix.columns)]
    for row, one in enumerate(matrix.speakers):
        numbers = [matrix.cells.get((row, place), 0) for place in range(len(matrix.columns))]
        yield [one.speaker.label, f"{one.claims:,}", *(f"{n:,}" if n else "·" for n in numbers)]


def extent(matrix: Matrix) -> str:
    """``20 of 123 speakers, 12 of 14 articles``."""
    parts = []
    for shown, total, noun in (
        (len(matrix.speakers), matrix.speaker_total, "speaker"),
        (len(matrix.columns), matrix.column_total, matrix.by),
    ):
        parts.append(
            f"{shown:,} of {counted(total, noun)}" if shown < total else counted(total, noun)
        )
    return ", ".join(parts)


def _record_of_column(column: MatrixColumn, by: str) -> dict[str, object]:
    found: dict[str, object] = {"key": column.key, "label": column.label, "claims": column.claims}
    if by == "article":
        found |= {"outlet": column.outlet, "published": dated(column.published)}
    return found


def _heading(column: MatrixColumn, by: str) -> str:
    if by == "month":
        return column.label
    title = column.label if len(column.label) <= _TITLE else f"{column.label[: _TITLE - 1]}…"
    when = dated(column.published)
    return title if when == NOTHING else f"{when} {title}"


def _least(by: str) -> int:
    return 12 if by == "article" else _NUMBER


def _by(name: str) -> MatrixBy:
    return "month" if name == "month" else "article"
