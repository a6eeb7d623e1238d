"""``claims backup``: all of an archive in one file."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import click

from tui.cli.keeping.messages import amount, kept_record, tell_unsound
from tui.cli.options.common import db_option, format_option
from tui.io.progress import writing
from tui.io.streams import data_output, err_is_animated, json_text
from tui.session.archive import open_to_read

EPILOG: Final = """\b
Examples:
  claims backup monday.db
  claims backup --force latest.db --db postgresql://desk@news.example/claims
"""


@click.command("backup", epilog=EPILOG)
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@click.option("--force", is_flag=True, help="Replace a file that is there.")
@format_option("text", "json")
@db_option
def command(file: Path, force: bool, form: str, db: str | None) -> None:
    """Write the whole archive to a file as of now, while others go on working.

    The file is an SQLite database, whatever the archive is in: --db opens it like any other. It is
    written to a temporary file and checked before it gets its name. 'claims restore' brings it
    back.
    """
    from db.keeping.backup import backup

    with writing(shown=err_is_animated()) as progress:
        kept = backup(open_to_read(db), file, force=force, progress=progress)
    tell_unsound(kept.found)
    if form == "json":
        data_output().write(json_text(kept_record(kept)) + "\n")
    else:
        click.echo(f"backed up {amount(kept.found)} to {kept.path}")
