"""``claims history``: all that happened to a claim."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import click

from tui.cli.options.common import WORDS, db_option, format_option
from tui.io.records import Record, write_json
from tui.io.streams import data_output
from tui.io.tables import Column, print_table
from tui.session.archive import open_to_read

if TYPE_CHECKING:
    from db.sql.steps import HistoryEvent

EPILOG: Final = """\b
Examples:
  claims history c0d2f6b1a9e4c357
  claims history c0d2f6b1a9e4c357 --format json
"""

COLUMNS: Final = (
    Column("When", rank=1, least=16),
    Column("Who", rank=2, least=8),
    Column("What", rank=0, least=8),
    Column("Field", rank=3, least=7),
    Column("From", rank=4, least=14),
    Column("To", rank=0, least=14),
    Column("Why", rank=5, least=10),
)


@click.command("history", epilog=EPILOG)
@click.argument("ids", metavar="ID…", nargs=-1, required=True, type=WORDS)
@format_option("table", "json", "jsonl")
@db_option
def command(ids: tuple[str, ...], form: str, db: str | None) -> None:
    """Show the history of a claim: who changed what, when and why.

    The runs that found it come first in time; then each value that a person changed, from what to
    what. Nothing of it is ever overwritten: an undo is one more line.
    """
    from db.review.history import history

    engine = open_to_read(db)
    found = [(ident, event) for ident in dict.fromkeys(ids) for event in history(engine, ident)]
    if form == "table":
        print_table(COLUMNS, [cells(event) for _, event in found])
    else:
        records = [{"claim_id": ident, **record(event)} for ident, event in found]
        write_json(records, data_output(), lines=form == "jsonl")


def cells(event: HistoryEvent) -> list[str]:
    """An event as the cells of ``COLUMNS``; an undone one says so."""
    return [
        event.when.strftime("%Y-%m-%d %H:%M"),
        event.who,
        f"{event.what} (undone)" if event.undone else event.what,
        event.field or "",
        event.before,
        event.after,
        event.why or "",
    ]


def record(event: HistoryEvent) -> Record:
    """An event as data."""
    return {
        "when": event.when.isoformat(timespec="seconds"),
        "who": event.who,
        "what": event.what,
        "field": event.field,
        "from": event.before,
        "to": event.after,
        "why": event.why,
        "undone": event.undone,
    }
