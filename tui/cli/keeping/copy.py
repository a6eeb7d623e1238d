"""``claims copy``: an archive from one database to another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import click

from tui.cli.options.common import check_database, database_of, format_option
from tui.io.progress import writing
from tui.io.streams import data_output, err_is_animated, json_text
from tui.io.tables import Column, print_table
from tui.session.archive import open_to_read

if TYPE_CHECKING:
    from db.keeping.rows import TableSum

EPILOG: Final = """\b
Examples:
  claims copy --from news.db --to postgresql://desk@news.example/claims
  claims copy --from postgresql://desk@news.example/claims --to news.db --format json
"""

_COLUMNS: Final = (Column("Table"), Column("Rows", right=True), Column("Checksum", least=32))


@click.command("copy", epilog=EPILOG)
@click.option(
    "--from",
    "source",
    metavar="URL",
    callback=check_database,
    help="The database to copy: a path or URL. [default: as --db of other commands]",
)
@click.option(
    "--to",
    "target",
    metavar="URL",
    required=True,
    callback=check_database,
    help="An empty database: likewise.",
)
@format_option("table", "json")
@click.pass_context
def command(ctx: click.Context, source: str | None, target: str, form: str) -> None:
    """Copy every row between SQLite and PostgreSQL, in either direction.

    Others may go on working in the database that is copied. The same command continues a
    copy that was interrupted; nothing opens it before it is complete. At the end every table's rows
    are counted and summed on both sides; the checksums are the same on any database.
    """
    from db.keeping.copy import copy

    engine = open_to_read(source or database_of(ctx))
    with writing(shown=err_is_animated()) as progress:
        sums = copy(engine, target, progress)
    if form == "json":
        data_output().write(json_text({"tables": record(sums)}) + "\n")
    else:
        print_table(_COLUMNS, [(name, f"{one.rows:,}", one.checksum) for name, one in sums.items()])


def record(sums: dict[str, TableSum]) -> dict[str, dict[str, object]]:
    """The sums of tables as a JSON object."""
    return {name: {"rows": one.rows, "checksum": one.checksum} for name, one in sums.items()}
