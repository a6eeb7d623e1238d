"""``claims speakers history``: what people have decided, the newest first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import click

from tui.cli.options.common import db_option, format_option
from tui.io.records import write_json
from tui.io.streams import data_output, tell
from tui.io.tables import Column, print_table
from tui.session.archive import open_to_read

if TYPE_CHECKING:
    from db.speakers.page_parts import ActRow

COLUMNS: Final = (
    Column("Act", rank=0, least=4, right=True),
    Column("When", rank=2, least=16),
    Column("Author", rank=1, least=8),
    Column("State", rank=1, least=6),
    Column("What", rank=0, least=30),
)


@click.command("history")
@format_option("table", "json", "jsonl")
@db_option
def command(form: str, db: str | None) -> None:
    """List merges, splits, new names and imports with their authors, the newest first."""
    from db.speakers.page import list_acts

    rows = list_acts(open_to_read(db))
    if form != "table":
        write_json([record(row) for row in rows], data_output(), lines=form == "jsonl")
    elif rows:
        print_table(COLUMNS, [cells(row) for row in rows], wrap=True)
    else:
        tell("nothing was judged yet")


def record(row: ActRow) -> dict[str, object]:
    """An act as a JSON object."""
    return {
        "act": row.number,
        "author": row.author,
        "what": row.told,
        "when": row.when.isoformat(timespec="seconds"),
        "undone": row.undone,
    }


def cells(row: ActRow) -> list[str | list[str]]:
    """An act as the cells of ``COLUMNS``."""
    when = row.when.isoformat(sep=" ", timespec="minutes")[:16]
    return [f"{row.number}", when, row.author, "undone" if row.undone else "holds", row.told]
