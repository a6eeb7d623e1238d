"""``claims compare --align``: columns face to face, by what several of them say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tui.io.streams import data_output, json_text, one_line, tell, width
from tui.text.words import counted, origin, shared, speakers

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.text import Text
    from sqlalchemy import Engine

    from db.analysis.alignment import AlignBy, AlignedClaims
    from db.analysis.comparison import By, Column
    from db.claims.view import ClaimRow
    from db.query.model import ClaimQuery

LEAST: Final = 30
"""Cells of a column below which fewer are aligned."""
MOST: Final = 4
"""Columns that are aligned."""
_GAP: Final = 3
_TITLE: Final = 40


def compare_aligned(
    engine: Engine, query: ClaimQuery, by: By, align: Sequence[AlignBy], form: str
) -> None:
    """Print what the columns of a query share, then what each has alone.

    Args:
        engine: Of the archive.
        query: Which claims.
        by: What makes a column.
        align: What claims are aligned by.
        form: ``json`` aligns all columns; ``table`` as many as fit.

    Raises:
        ArchiveError: The database failed.
    """
    from db.analysis.alignment import align_columns
    from db.analysis.comparison import compare_claims

    found_columns = compare_claims(engine, query, by).columns
    columns = [column for column in found_columns if column.key]
    shown = columns if form == "json" else _most(columns, max(2, min(MOST, width() // LEAST)))
    found = align_columns(engine, [column.rows for column in shown], align)
    if form == "json":
        data_output().write(json_text(record(shown, found), indent=2) + "\n")
        return
    if len(shown) < 2:
        tell(f"there is only one {by} to align" if shown else "no claims to align")
        return
    print_aligned(shown, found, by)
    cut = f", {len(shown)} of {counted(len(columns), by)}" if len(shown) < len(columns) else ""
    tell(f"{shared(one.subject.kind for one in found.shared)}{cut}")


def record(columns: Sequence[Column], found: AlignedClaims) -> dict[str, object]:
    """An alignment as a JSON object: claims of columns, in their order, by their ids."""
    return {
        "columns": [{"key": column.key, "label": column.label} for column in columns],
        "shared": [
            {
                f"{one.subject.kind}_id": one.subject.key,
                one.subject.kind: one.label,
                "claims": [_ids(rows) for rows in one.sides],
            }
            for one in found.shared
        ],
        "alone": [_ids(rows) for rows in found.alone],
    }


def print_aligned(columns: Sequence[Column], found: AlignedClaims, by: str) -> None:
    """Print sections below each other, the columns of each side by side."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console(highlight=False, width=width())
    each = (console.width + _GAP) // len(columns) - _GAP
    table = Table(box=None, padding=(0, _GAP, 1, 0), pad_edge=False)
    for column in columns:
        table.add_column(Text(one_line(column.label)), width=each, overflow="fold")
    sections = [(one.label, one.sides) for one in found.shared]
    for label, sides in [*sections, ("only here", found.alone)]:
        table.add_row(Text(f"▸ {one_line(label)}", "bold"))
        table.add_row(*(_side(rows, by) for rows in sides))
    console.print(table)


def _most(columns: Sequence[Column], many: int) -> list[Column]:
    """So many columns, those with most claims, in order."""
    most = sorted(columns, key=lambda column: -len(column.rows))[:many]
    return [column for column in columns if column in most]


def _side(rows: Sequence[ClaimRow], by: str) -> Text:
    from rich.text import Text

    return Text("\n").join([_claim(row, by) for row in rows]) if rows else Text("–")


def _claim(row: ClaimRow, by: str) -> Text:
    from rich.text import Text

    from tui.widgets.lines.wrapping import shortened

    *published, title = origin(row)
    where = ", ".join([*published, shortened(title, _TITLE)])
    who = speakers(row) if by == "article" else where
    return Text.assemble((f"{one_line(who)}: ", "cyan"), one_line(row.content))


def _ids(rows: Sequence[ClaimRow]) -> list[str]:
    return [row.claim_id for row in rows]
