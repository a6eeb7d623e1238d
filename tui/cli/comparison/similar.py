"""``claims similar``: who else says what a claim says."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

import click

from tui.cli.options.common import WORDS, db_option
from tui.cli.options.filters import claim_filters
from tui.cli.options.output import Layout, Output, output_options, write_found
from tui.io.records import Record, claim_record, json_names
from tui.io.tables import Column
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
@output_options
@db_option
def command(ident: str, query: ClaimQuery, output: Output, db: str | None) -> None:
    """List the claims nearest in meaning to one, the nearest first, 20 unless --limit is given.

    ID is a claim's. Claims of the same text, or of a copy of it, are left out. "Same" is how likely
    a claim says the same, from 0 to 1; those from .75 on are mostly in one thread.
    """
    from db.analysis.similar import list_similar

    found = list_similar(open_to_read(db), ident, query)
    layout = Layout(COLUMNS, lambda one: [cells(one)], record, CSV_COLUMNS, flat, wrap=True)
    amount = counted(len(found), "claim") if found else "nothing like it in another article"
    write_found(found, layout, output, amount)


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


def record(one: SimilarRow) -> Record:
    """A claim as a JSON object."""
    return json_names(_record(one))


def flat(one: SimilarRow) -> Iterator[Record]:
    """A claim as its row of ``CSV_COLUMNS``."""
    yield _record(one)


def _record(one: SimilarRow) -> Record:
    return {**claim_record(one.row), "same": round(one.same, 4)}
