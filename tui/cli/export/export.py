"""``claims export``: claims into a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final, TextIO

import click

from tui.cli.options.columns import columns_option
from tui.cli.options.common import WORDS, check_csv_options, csv_options, db_option, tell_cut
from tui.cli.options.did_you_mean import hint, nothing
from tui.cli.options.filters import claim_filters, tell_left_out
from tui.cli.options.replacing import ask_to_replace, force_option
from tui.io.garbage_collection import loaded_is_kept
from tui.io.progress import writing
from tui.io.streams import binary_output, data_output, err_is_animated, out_is_terminal, tell
from tui.session.archive import open_to_read
from tui.text.words import counted

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from db.export import Options, Written
    from db.query.model import ClaimQuery

EPILOG: Final = """\b
Examples:
  claims export --speaker gabuev --since 2024
  claims export -o claims.csv
  claims export -o gabuev.jsonl --speaker gabuev
  claims export -o short.xlsx --columns short,tags
  claims export -o gabuev.docx --speaker gabuev --style apa
  claims export -o pipeline.html --topic pipeline --title "The pipeline"
  claims export -o - --topic pipeline | head
"""

# Known here so that help need not load the exports; a test compares them.
FORMATS: Final = ("csv", "json", "jsonl", "xlsx", "parquet", "md", "docx", "html")
TO_READ: Final = ("md", "docx", "html")


@click.command("export", epilog=EPILOG)
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    type=click.Path(dir_okay=False, allow_dash=True),
    help="File to write. '-' is standard output. [default: a file here that is named by the "
    "filters, as claims-gabuev-2024.csv]",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    help="Format to write. [default: by the extension of FILE, else csv]",
)
@columns_option("all")
@click.option("--title", metavar="TEXT", type=WORDS, help="Dossier, report: its title.")
@click.option(
    "--style",
    metavar="NAME",
    type=WORDS,
    help="Dossier, report: the CSL style to cite articles in, as apa, mla, harvard, oscola. "
    "[default: chicago]",
)
@click.option(
    "--template",
    metavar="FILE",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Markdown: a Jinja template of your own.",
)
@force_option
@claim_filters
@csv_options
@db_option
def command(
    output: str | None,
    form: str | None,
    columns: tuple[str, ...] | None,
    title: str | None,
    style: str | None,
    template: Path | None,
    force: bool,
    query: ClaimQuery,
    raw: bool,
    excel: bool,
    db: str | None,
) -> None:
    """Write claims to a file: a table, a dossier or a report.

    A table is CSV, JSON, JSON lines, XLSX or Parquet. A dossier (.md, .docx) gives each claim with
    its speaker, role and article, and a footnote that cites the article. A report (.html) is one
    page with charts, each claim marked in its paragraph, to send to somebody without Claims.
    Neither contains rejected claims.

    What 'claims list' leaves out is left out here too, and counted on standard error; --all or
    --include adds it.

    An existing file is replaced only if you confirm it, and only when the new one is complete. In
    CSV, what a spreadsheet would run as a formula is prefixed with an apostrophe and control
    characters are replaced, unless --raw is given.
    """
    from db.export import Options
    from db.export.dossier.citing import USUAL_STYLE

    if output is None:
        # Imported late: with it comes what folds names.
        from tui.text.file_names import suggested

        form = form or "csv"
        output = suggested(query, form)
    form = form or _format_by_name(output)
    check_csv_options(form, raw=raw, excel=excel)
    _check(form, columns, title or style, template)
    engine = open_to_read(db)
    ask_to_replace(output, force=force)
    options = Options(columns, raw, excel, template, style or USUAL_STYLE, title)
    written = export_claims(engine, query, output, form, options)
    if output != "-":
        why = "" if written.claims else hint(engine, query)
        tell(f"wrote {counted(written.claims, 'claim')} to {output}{why}")
    elif not written.claims:
        tell(nothing(engine, query))
    tell_cut(written.cut)
    tell_left_out(engine, query)


def export_claims(
    engine: Engine, query: ClaimQuery, output: str, form: str, options: Options
) -> Written:
    """Write the claims of a query to the file ``output``, or to standard output for ``-``.

    Raises:
        ArchiveError: The database cannot be read.
        ExportError: The file cannot be written.
    """
    from db.export import FORMS, export

    if output != "-":
        target: Path | TextIO | BinaryIO = Path(output)
    else:
        target = binary_output() if FORMS[form].binary else data_output()
    # On one terminal, a bar and the claims would write over each other.
    shown = err_is_animated() and not (output == "-" and out_is_terminal())
    with writing(shown=shown) as progress, loaded_is_kept():
        return export(engine, target, form, query=query, options=options, progress=progress)


def _check(form: str, columns: object, read: object, template: object) -> None:
    """Refuse options where a format is written that they do not go with."""
    if columns and form in TO_READ:
        raise click.UsageError(f"--columns goes with tables, not with {form}")
    if read and form not in TO_READ:
        raise click.UsageError(f"--title and --style go with {', '.join(TO_READ)}, not with {form}")
    if template and form != "md":
        raise click.UsageError(f"--template goes with md, not with {form}")


def _format_by_name(output: str) -> str:
    from db.export import format_of

    return "csv" if output == "-" else format_of(Path(output))
