"""``claims list``: claims as a table, or as data."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

import click

from db.query.model import ClaimQuery
from tui.cli.options.columns import columns_option
from tui.cli.options.common import db_option, tell_cut
from tui.cli.options.did_you_mean import nothing
from tui.cli.options.filters import claim_filters, tell_left_out
from tui.cli.options.output import Output, output_options
from tui.io.streams import data_output, out_is_terminal, tell
from tui.io.tables import Column, print_table
from tui.session.archive import open_to_read
from tui.text.words import article, each_once, published, speakers

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from db.claims.view import ClaimRow, ClaimView

EPILOG: Final = """\b
Examples:
  claims list --speaker gabuev --since 2023 --sort -published
  claims list --organization carnegie --type direct --full
  claims list --columns claim_id,content --topic pipeline
  claims list --query "gas pipeline" --format csv > pipeline.csv
"""

TERMINAL_LIMIT: Final = 50
"""How many claims a table on a terminal shows where ``--limit`` does not say."""

_PAGE: Final = 200

COLUMNS: Final = (
    Column("Published", rank=2, least=10),
    Column("Speaker", rank=1, least=14, style="bold"),
    Column("Organization", rank=5, least=16),
    Column("Outlet", rank=4, least=12),
    Column("Article", rank=7, least=16),
    Column("Type", rank=3, least=8),
    Column("Class", rank=8, least=10),
    Column("Conf", rank=6, least=4, right=True),
    Column("Claim", rank=0, least=36),
)


@click.command("list", epilog=EPILOG)
@claim_filters
@click.option(
    "--full", is_flag=True, help="On a terminal, break long claims over lines; do not cut them."
)
@columns_option("a dozen in a table, as wide as the terminal; else all")
@output_options
@db_option
def command(
    query: ClaimQuery,
    full: bool,
    columns: tuple[str, ...] | None,
    output: Output,
    db: str | None,
) -> None:
    """List claims, by date of publication, article and position unless --sort says otherwise.

    A table on a terminal is fitted to its width and shows the first 50 claims unless --limit
    says otherwise. In a pipe or a file it is whole. The other formats are those of
    'claims export'. What is left out by default (claims inside other claims, acts, doubtful claims,
    headlines, claims without a speaker, rejected claims) is counted on standard error.
    """
    engine = open_to_read(db)
    if output.form == "table":
        list_claims(engine, query, full=full, columns=columns)
    else:
        from db.export import Options, export

        options = Options(columns, output.raw, output.excel)
        written = export(engine, data_output(), output.form, query=query, options=options)
        tell_cut(written.cut)
    tell_left_out(engine, query)


def list_claims(
    engine: Engine,
    query: ClaimQuery,
    *,
    full: bool = False,
    columns: tuple[str, ...] | None = None,
) -> None:
    """Print the claims of a query as a table, and on standard error how many there are.

    Args:
        engine: Of the archive.
        query: Which claims, in which order.
        full: On a terminal, wrap long claims instead of cutting them.
        columns: Those of an export to print instead of the usual ones, in their order.
    """
    from db.analysis.summary import count_claims
    from db.claims.view import open_view

    view = open_view(engine, query)
    if not len(view):
        tell(nothing(engine, query))
        return
    shown = len(view)
    if query.limit is None and out_is_terminal():
        shown = min(shown, TERMINAL_LIMIT)
    if columns is None:
        print_table(COLUMNS, (cells(row) for row in pages(view, shown)), wrap=full)
    else:
        # Imported late: most lists need nothing of exports.
        from db.export import rows_in_words

        print_table(chosen(columns), rows_in_words(engine, view.ids[:shown], columns), wrap=full)
    total = len(view)
    if query.limit is not None and total == query.limit:
        total = count_claims(engine, dataclasses.replace(query, limit=None))
    if shown < total:
        tell(f"showing {shown:,} of {total:,} claims; --limit says how many")


def pages(view: ClaimView, count: int) -> Iterator[ClaimRow]:
    """The first ``count`` rows of a view, fetched by page."""
    for start in range(0, count, _PAGE):
        yield from view.rows(start, min(start + _PAGE, count))


def chosen(columns: tuple[str, ...]) -> list[Column]:
    """Columns of an export as those of a table; where there is no room, the last go first."""
    return [Column(name, rank=index, least=6) for index, name in enumerate(columns)]


def cells(row: ClaimRow) -> list[str]:
    """A claim as the cells of ``COLUMNS``."""
    return [
        published(row),
        speakers(row),
        "; ".join(each_once(row.organizations)),
        row.outlet or "",
        article(row),
        row.type,
        row.cue_class or "",
        f"{row.confidence:.2f}",
        row.content,
    ]
