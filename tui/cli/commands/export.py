"""``claims export``: claims into a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from tui.cli.options.common import check_csv_options, csv_options, db_option
from tui.cli.options.filters import claim_filters, tell_left_out
from tui.io.progress import writing
from tui.io.streams import data_output, err_is_animated, out_is_terminal, tell
from tui.session.archive import open_to_read
from tui.text.words import counted

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from db.query.model import ClaimQuery

EPILOG: Final = """\b
Examples:
  claims export -o claims.csv
  claims export -o gabuev.jsonl --speaker gabuev
  claims export -o - --topic pipeline | head
"""


@click.command("export", epilog=EPILOG)
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    required=True,
    type=click.Path(dir_okay=False, allow_dash=True),
    help="File to write; one that exists is replaced. '-' is standard output.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["csv", "json", "jsonl"]),
    help="Format to write. [default: by the extension of FILE, else csv]",
)
@claim_filters
@csv_options
@db_option
def command(
    output: str, form: str | None, query: ClaimQuery, raw: bool, excel: bool, db: str | None
) -> None:
    """Write claims to a CSV, JSON or JSON lines file.

    The file is replaced only once all of it is written. In CSV, an apostrophe goes before what a
    spreadsheet would take for a formula, unless --raw is given.
    """
    form = form or _format_by_name(output)
    check_csv_options(form, raw=raw, excel=excel)
    engine = open_to_read(db)
    written = export_claims(engine, query, output, form, raw=raw, excel=excel)
    if output != "-":
        tell(f"wrote {counted(written, 'claim')} to {output}")
    tell_left_out(engine, query)


def export_claims(
    engine: Engine, query: ClaimQuery, output: str, form: str, *, raw: bool, excel: bool
) -> int:
    """Write the claims of a query to the file ``output``, or to standard output for ``-``.

    Returns:
        How many were written.

    Raises:
        ArchiveError: The database cannot be read.
        ExportError: The file cannot be written.
    """
    from db.export import export

    target = data_output() if output == "-" else Path(output)
    # On one terminal, a bar and the claims would write over each other.
    shown = err_is_animated() and not (output == "-" and out_is_terminal())
    with writing(shown=shown) as progress:
        return export(engine, target, form, query=query, raw=raw, excel=excel, progress=progress)


def _format_by_name(output: str) -> str:
    from db.export import format_of

    return "csv" if output == "-" else format_of(Path(output))
