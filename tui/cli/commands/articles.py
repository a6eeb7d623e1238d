"""``claims articles``: what is stored, and how much each article claims."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Final

import click

from claims.article import shown_title
from tui.cli.options.common import check_csv_options, csv_options, db_option, format_option
from tui.cli.options.filters import Order, summary_filters
from tui.cli.options.ordering import ordered
from tui.io.records import write_json
from tui.io.streams import data_output, tell
from tui.io.tables import Column, print_table
from tui.session.archive import open_to_read
from tui.text.words import counted, dated

if TYPE_CHECKING:
    from db.claims.articles import ArticleRow
    from db.query.model import ClaimQuery

EPILOG: Final = """\b
Examples:
  claims articles --outlet chronicle
  claims articles --speaker gabuev --sort -claims
  claims articles --since 2023 --format csv > articles.csv
"""

COLUMNS: Final = (
    Column("Published", rank=1, least=10),
    Column("Outlet", rank=3, least=12),
    Column("Claims", rank=2, least=6, right=True),
    Column("Speakers", rank=5, least=8, right=True),
    Column("By", rank=6, least=12),
    Column("Title", rank=0, least=24, style="bold"),
    Column("Path", rank=4, least=20),
)

SORTS: Final[dict[str, Callable[[ArticleRow], Any]]] = {
    "published": lambda row: row.published.value,
    "article": lambda row: row.title and row.title.casefold(),
    "outlet": lambda row: row.outlet and row.outlet.casefold(),
    "claims": lambda row: row.claims,
    "speakers": lambda row: row.speakers,
}

CSV_COLUMNS: Final = (
    "article_id",
    "article_title",
    "outlet",
    "published",
    "published_precision",
    "byline",
    "article_path",
    "claims",
    "speakers",
    "story",
)


@click.command("articles", epilog=EPILOG)
@summary_filters(tuple(SORTS))
@format_option("table", "json", "jsonl", "csv")
@csv_options
@db_option
def command(
    query: ClaimQuery, order: Order, form: str, raw: bool, excel: bool, db: str | None
) -> None:
    """List articles with their number of claims and speakers, by date of publication.

    With filters, only the claims that match are counted.
    """
    check_csv_options(form, raw=raw, excel=excel)
    from db.analysis.summary import list_articles
    from db.export import write_table

    rows = ordered(list_articles(open_to_read(db), query), order, SORTS)
    if form == "table":
        print_table(COLUMNS, [cells(row) for row in rows])
        tell(in_words(rows))
    elif form == "csv":
        records = map(record, rows)
        write_table(records, data_output(), CSV_COLUMNS, raw=raw, excel=excel)
    else:
        write_json([record(row) for row in rows], data_output(), lines=form == "jsonl")


def in_words(rows: Sequence[ArticleRow]) -> str:
    """How many articles, and how many stories where copies of one text are among them."""
    told, stories = counted(len(rows), "article"), len({row.story for row in rows})
    return told if stories == len(rows) else f"{told}, {counted(stories, 'story')}"


def cells(row: ArticleRow) -> list[str]:
    """An article as the cells of ``COLUMNS``."""
    return [
        dated(row.published),
        row.outlet or "",
        f"{row.claims:,}",
        f"{row.speakers:,}",
        ", ".join(row.byline),
        shown_title(row.title, row.path),
        row.path,
    ]


def record(row: ArticleRow) -> dict[str, object]:
    """An article as a JSON object."""
    return {
        "article_id": row.article_id,
        "article_title": row.title,
        "outlet": row.outlet,
        "published": row.published.value,
        "published_precision": row.published.precision,
        "byline": row.byline,
        "article_path": row.path,
        "claims": row.claims,
        "speakers": row.speakers,
        "story": row.story,
    }
