"""``claims articles history``: what was set of articles, by whom and when."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import click

from tui.cli.commands.history import cells as cells_of
from tui.cli.commands.history import record
from tui.cli.options.common import WORDS, db_option, format_option
from tui.io.records import write_json
from tui.io.streams import data_output, tell
from tui.io.tables import Column, print_table
from tui.session.archive import open_to_read

if TYPE_CHECKING:
    from db.articles.undo import ArticleHistory

COLUMNS: Final = (
    Column("When", rank=2, least=16),
    Column("Who", rank=3, least=8),
    Column("What", rank=1, least=8),
    Column("Article", rank=0, least=20),
    Column("Field", rank=0, least=7),
    Column("From", rank=4, least=10),
    Column("To", rank=0, least=10),
    Column("Why", rank=5, least=10),
)


@click.command("history")
@click.argument("article_id", metavar="[ID]", required=False, type=WORDS)
@format_option("table", "json", "jsonl")
@db_option
def command(article_id: str | None, form: str, db: str | None) -> None:
    """List what was set for the article ID, or for all: old and new value, who and why."""
    from db.articles.undo import history

    found = history(open_to_read(db), article_id)
    if form != "table":
        records = [{"article_id": one.article_id, **record(one.event)} for one in found]
        write_json(records, data_output(), lines=form == "jsonl")
    elif found:
        print_table(COLUMNS, [cells(one) for one in found])
    else:
        tell("nothing was set yet")


def cells(one: ArticleHistory) -> list[str]:
    """One line of the history as the cells of ``COLUMNS``."""
    when, who, what, *rest = cells_of(one.event)
    return [when, who, what, one.article, *rest]
