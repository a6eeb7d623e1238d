"""``claims views``: the views that were saved by name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import click

from db.query.model import ClaimQuery, QueryError
from db.query.sentence import sentence
from tui.cli.options import complete
from tui.cli.options.common import WORDS, db_option, format_option
from tui.cli.options.filters import claim_filters
from tui.io.records import write_json
from tui.io.streams import data_output, tell
from tui.io.tables import Column, print_table
from tui.session.archive import open_existing, open_to_read
from tui.text.words import counted

if TYPE_CHECKING:
    from db.query.saved_views import SavedView

EPILOG: Final = """\b
Examples:
  claims views
  claims views --save "Gabuev 2023" --speaker gabuev --since 2023
  claims views --rename "Gabuev 2023" Gabuev
  claims views --delete Gabuev
"""

COLUMNS: Final = (
    Column("Name", rank=0, least=16, style="bold"),
    Column("Shows", rank=1, least=24),
    Column("Filter", rank=2, least=16),
)


@click.command("views", epilog=EPILOG)
@click.option("--save", metavar="NAME", type=WORDS, help="Save the filters given under this name.")
@click.option("--replace", is_flag=True, help="With --save: replace a view of that name.")
@click.option(
    "--rename",
    nargs=2,
    metavar="NAME NEW",
    type=WORDS,
    shell_complete=complete.named("view"),
    help="Give a view another name.",
)
@click.option(
    "--delete",
    "deleted",
    metavar="NAME",
    multiple=True,
    type=WORDS,
    shell_complete=complete.named("view"),
    help="Delete this view; may be repeated.",
)
@claim_filters
@format_option("table", "json", "jsonl")
@db_option
def command(
    query: ClaimQuery,
    save: str | None,
    replace: bool,
    rename: tuple[str, str] | None,
    deleted: tuple[str, ...],
    form: str,
    db: str | None,
) -> None:
    """List, save, rename or delete views saved by name.

    Every command that takes filters takes --view NAME; filters given with it take precedence
    over the view's own.
    """
    if save is None and (replace or query != ClaimQuery()):
        raise click.UsageError("filters and --replace go with --save NAME")
    try:
        if save is not None or rename or deleted:
            change(query, save, replace=replace, rename=rename, deleted=deleted, db=db)
        else:
            show(form, db)
    except QueryError as error:
        raise click.ClickException(str(error)) from error


def change(
    query: ClaimQuery,
    save: str | None,
    *,
    replace: bool,
    rename: tuple[str, str] | None,
    deleted: tuple[str, ...],
    db: str | None,
) -> None:
    """Save, rename and delete views, in this order, and tell so on standard error."""
    from db.query.saved_views import delete_view, rename_view, save_view

    engine = open_existing(db)
    if save is not None:
        save_view(engine, save, query.to_filter(), replace=replace)
        tell(f"saved “{save}”: {sentence(query)}")
    if rename:
        rename_view(engine, *rename)
        tell(f"renamed “{rename[0]}” to “{rename[1]}”")
    for name in deleted:
        delete_view(engine, name)
        tell(f"deleted “{name}”")


def show(form: str, db: str | None) -> None:
    """Print the saved views."""
    from db.query.saved_views import saved_views

    views = saved_views(open_to_read(db))
    if form == "table":
        print_table(COLUMNS, [[view.name, in_words(view), view.line] for view in views])
        tell(counted(len(views), "view"))
    else:
        write_json([record(view) for view in views], data_output(), lines=form == "jsonl")


def in_words(view: SavedView) -> str:
    """What a view shows, or why it cannot be shown."""
    from db.query.saved_views import ViewError

    try:
        return sentence(view.query)
    except ViewError as error:
        return f"! {error}"


def record(view: SavedView) -> dict[str, object]:
    """A view as a JSON object."""
    return {
        "name": view.name,
        "filter": view.line,
        "in_words": in_words(view),
        "changed": view.changed_at.isoformat(timespec="seconds"),
    }
