"""``claims restore``: an archive as a backup has it."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import click

from tui.cli.keeping.messages import amount, kept_record, tell_unsound
from tui.cli.options.common import db_option, format_option
from tui.io.progress import writing
from tui.io.streams import data_output, err_is_animated, json_text

EPILOG: Final = """\b
Examples:
  claims restore monday.db
  claims restore monday.db --db news.db
  claims restore --force latest.db --db postgresql://desk@news.example/claims
"""


@click.command("restore", epilog=EPILOG)
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@click.option("--force", is_flag=True, help="Replace what the database holds.")
@format_option("text", "json")
@db_option
def command(file: Path, force: bool, form: str, db: str | None) -> None:
    """Replace the contents of the database with a backup, whole or not at all.

    The backup is checked first, and brought up to date if an older version made it. A database
    that holds something already is left alone unless --force is given.
    """
    from db.keeping.backup import restore

    with writing(shown=err_is_animated()) as progress:
        kept = restore(file, db, force=force, progress=progress)
    tell_unsound(kept.found)
    if form == "json":
        data_output().write(json_text(kept_record(kept)) + "\n")
    else:
        click.echo(f"restored {amount(kept.found)} to {kept.path}")
