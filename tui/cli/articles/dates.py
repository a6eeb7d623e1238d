"""``claims articles dates``: dates that the texts of undated articles suggest."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import click

from tui.cli.articles.messages import tell_decided
from tui.cli.options.common import WORDS, by_option, db_option, format_option
from tui.io.progress import Reading
from tui.io.records import Record, write_json
from tui.io.streams import data_output, err_is_animated, tell
from tui.io.tables import Column, print_table
from tui.session.archive import open_existing, open_to_read
from tui.session.user_name import user_name
from tui.text.words import counted, dated

if TYPE_CHECKING:
    from db.articles.dates import Suggested
    from db.claims.articles import ArticleRow

EPILOG: Final = """\b
Examples:
  claims articles dates
  claims articles dates --accept a6006559747e0
  claims articles dates --accept-all
"""

COLUMNS: Final = (
    Column("Article", rank=0, least=13),
    Column("Suggested", rank=0, least=10),
    Column("Evidence", rank=1, least=20),
    Column("Title", rank=2, least=20),
)


@click.command("dates", epilog=EPILOG)
@click.option(
    "--accept",
    "accepted",
    metavar="ID",
    multiple=True,
    type=WORDS,
    help="Accept the date suggested for this article; may be repeated.",
)
@click.option("--accept-all", is_flag=True, help="Accept all suggested dates.")
@format_option("table", "json", "jsonl")
@by_option
@db_option
def command(
    accepted: tuple[str, ...], accept_all: bool, form: str, by: str | None, db: str | None
) -> None:
    """List the dates that texts, addresses and names of files suggest for undated articles.

    Nothing is set unless you accept it; a suggestion is as precise as its evidence allows.
    """
    from db.analysis.summary import list_articles
    from db.articles.dates import accept_dates, suggest_dates
    from db.query.model import ClaimQuery

    takes = bool(accepted) or accept_all
    engine = open_existing(db) if takes else open_to_read(db)
    rows = [row for row in list_articles(engine, ClaimQuery()) if row.published.value is None]
    with Reading(len(rows), shown=err_is_animated()) as reading:
        done = 0

        def progress(number: int) -> None:
            nonlocal done
            for row in rows[done:number]:
                reading.done(row.path)
            done = number

        found = suggest_dates(engine, [row.article_id for row in rows], progress)
    if takes:
        by_id = {one.article_id: one for one in found}
        if missing := [one for one in accepted if one not in by_id]:
            raise click.UsageError(f"no date is suggested for {missing[0]}")
        chosen = found if accept_all else [by_id[one] for one in dict.fromkeys(accepted)]
        tell_decided(accept_dates(engine, chosen, user_name(by)))
        return
    by_id_row = {row.article_id: row for row in rows}
    if form == "table":
        print_table(COLUMNS, [cells(one, by_id_row[one.article_id]) for one in found])
        without = len(rows) - len(found)
        tell(f"{counted(len(found), 'date')} suggested, {without:,} undated without one")
    else:
        records = [record(one, by_id_row[one.article_id]) for one in found]
        write_json(records, data_output(), lines=form == "jsonl")


def cells(one: Suggested, row: ArticleRow) -> list[str]:
    """A suggestion as the cells of ``COLUMNS``."""
    from claims.article import shown_title

    title = shown_title(row.title, row.path)
    return [one.article_id, dated(one.date), one.date.evidence or "", title]


def record(one: Suggested, row: ArticleRow) -> Record:
    """A suggestion as data."""
    return {
        "article_id": one.article_id,
        "article_title": row.title,
        "article_path": row.path,
        "suggested": one.date.as_known,
        "precision": one.date.precision,
        "evidence": one.date.evidence,
    }
