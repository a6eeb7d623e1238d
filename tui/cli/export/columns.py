"""``claims columns``: what an export can have, and choices of it that are kept by name."""

from __future__ import annotations

from typing import Final

import click

from tui.cli.options.columns import complete_columns
from tui.cli.options.common import format_option
from tui.io.records import write_json
from tui.io.streams import data_output, tell
from tui.io.tables import Column, print_table
from tui.session.column_presets import MARK, Presets
from tui.text.words import counted

EPILOG: Final = """\b
Examples:
  claims columns
  claims columns short,tags --save mine
  claims columns @mine
  claims columns --delete mine
"""

COLUMNS: Final = (
    Column("Column", rank=0, least=22, style="bold"),
    Column("Presets", rank=1, least=8),
    Column("Holds", rank=2, least=24),
)


@click.command("columns", epilog=EPILOG)
@click.argument("columns", default="all", shell_complete=complete_columns)
@click.option("--save", metavar="NAME", help="Save these columns as @NAME.")
@click.option("--delete", "deleted", metavar="NAME", help="Delete the preset of this name.")
@format_option("table", "json", "jsonl")
def command(columns: str, save: str | None, deleted: str | None, form: str) -> None:
    """List the columns of an export; save choices of them by name.

    COLUMNS are names separated by commas: of columns, of a preset (@mine), 'short' for the dozen
    that most readers look for, or 'all'. They are listed in this order.
    """
    presets = Presets()
    if deleted is not None:
        presets.delete(deleted)
        tell(f"deleted {MARK}{deleted.removeprefix(MARK)}")
        return
    chosen = presets.columns(columns)
    if save is not None:
        presets.save(save, chosen)
        tell(f"saved {MARK}{save.removeprefix(MARK)}: {counted(len(chosen), 'column')}")
        return
    show(chosen, presets, form)


def show(chosen: tuple[str, ...], presets: Presets, form: str) -> None:
    """Print columns with what they hold, and the presets that have each."""
    from db.export import MEANINGS
    from db.export.choosing import SHORT, SHORT_NAME

    known = {SHORT_NAME: SHORT, **{f"{MARK}{name}": of for name, of in presets.all().items()}}
    found = [(name, [one for one, of in known.items() if name in of]) for name in chosen]
    if form == "table":
        print_table(COLUMNS, [[name, ", ".join(of), MEANINGS[name]] for name, of in found])
        listed = ", ".join(f"{name} ({len(of)})" for name, of in known.items())
        tell(f"{counted(len(chosen), 'column')}; presets: {listed}")
    else:
        records = [{"column": n, "presets": of, "holds": MEANINGS[n]} for n, of in found]
        write_json(records, data_output(), lines=form == "jsonl")
