"""``claims similar``: who else says what a claim says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import click

from tui.cli.options.common import (
    WORDS,
    check_csv_options,
    csv_options,
    db_option,
    format_option,
    tell_cut,
)
from tui.cli.options.filters import claim_filters
from tui.io.records import write_json
from tui.io.streams import data_output, tell
from tui.io.tables import Column, print_table
from tui.session.archive import open_to_read
from tui.text.words import counted, published, speakers

if TYPE_CHECKING:
    from db.analysis.similar import SimilarRow
    from db.query.model import ClaimQuery

EPILOG: Final = """\b
Examples:
  claims similar c0d2f6b1a9e4c357
  claims similar c0d2f6b1a9e4c357 --speaker gabuev --format json
"""

COLUMNS: Final = (
    Column("Same", rank=1, least=4, right=True),
    Column("Published", rank=3, least=10),
    Column("Outlet", rank=4, least=12),
    Column("Speaker", rank=2, least=14, style="bold"),
    Column("Claim", rank=0, least=36),
    Column("Id", rank=5, least=17),
)

CSV_COLUMNS: Final = (
    *("claim_id", "article_id", "article_path", "published", "speaker", "content", "same"),
)


@click.command("similar", epilog=EPILOG)
@click.argument("ident", metavar="ID", type=WORDS)
@claim_filters
@format_option("table", "json", "jsonl", "csv")
@csv_options
@db_option
def command(
    ident: str, query: ClaimQuery, form: str, raw: bool, excel: bool, db: str | None
) -> None:
    """List the claims nearest in meaning to one, the nearest first, 20 unless --limit is given.

    ID is a claim's. Claims of the same text, or of a copy of it, are left out. "Same" is how likely
    a claim says the same, from 0 to 1; those from .7 on are mostly in one thread.
    """
    check_csv_options(form, raw=raw, excel=excel)
    from db.analysis.similar import list_similar
    from db.export import write_table

    found = list_similar(open_to_read(db), ident, query)
    if form == "table":
        if found:
            print_table(COLUMNS, [cells(one) for one in found], wrap=True)
        tell(counted(len(found), "claim") if found else "nothing like it in another article")
    elif form == "csv":
        rows = (
            {"article_path": one.pop("path"), "speaker": one.pop("speakers"), **one}
            for one in map(record, found)
        )
        tell_cut(write_table(rows, data_output(), CSV_COLUMNS, raw=raw, excel=excel))
    else:
        write_json(list(map(record, found)), data_output(), lines=form == "jsonl")


def cells(one: SimilarRow) -> list[str]:
    """A claim as the cells of ``COLUMNS``."""
    row = one.row
    return [
        f"{one.same:.2f}",
        published(row),
        row.outlet or "",
        speakers(row),
        row.content,
        row.claim_id,
    ]


def record(one: SimilarRow) -> dict[str, object]:
    """A claim as a JSON object."""
    return {
        "claim_id": one.row.claim_id,
        "article_id": one.row.article_id,
        "path": one.row.article_path,
        "published": one.row.published.as_known or None,
        "speakers": list(one.row.names),
        "content": one.row.content,
        "same": round(one.same, 4),
    }
