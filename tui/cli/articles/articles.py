"""``claims articles``: what is stored, and how much each claims; its commands correct it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Final

import click

from claims.article import shown_title
from tui.cli.group import listing_group, refuse_filters
from tui.cli.options.common import db_option
from tui.cli.options.did_you_mean import hint
from tui.cli.options.filters import Order, summary_filters, tell_left_out
from tui.cli.options.ordering import ordered
from tui.cli.options.output import Layout, Output, output_options, write_found
from tui.io.tables import Column
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
  claims articles set a6006559747e0 --date 2023-10-17 --outlet "The Courier"
"""

COLUMNS: Final = (
    Column("Id", rank=6, least=13),
    Column("Published", rank=1, least=10),
    Column("Outlet", rank=3, least=12),
    Column("Claims", rank=2, least=6, right=True),
    Column("Speakers", rank=5, least=8, right=True),
    Column("By", rank=7, least=12),
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
    "published_evidence",
    "url",
    "corrected",
    "language",
)

SUBCOMMANDS: Final = {
    "set": ("tui.cli.articles.set", "Set title, outlet, byline, date or address of articles."),
    "dates": ("tui.cli.articles.dates", "List suggested dates of undated articles, and accept."),
    "outlets": ("tui.cli.articles.outlets", "List outlets, or merge those that are one."),
    "history": ("tui.cli.articles.history", "List what was set, by whom and when."),
    "undo": ("tui.cli.articles.undo", "Undo what you set last."),
    "redo": ("tui.cli.articles.redo", "Set again what you undid last."),
    "delete": ("tui.cli.articles.delete", "Delete articles with everything of them."),
}


@listing_group("articles", SUBCOMMANDS, EPILOG)
@summary_filters(tuple(SORTS))
@output_options
@db_option
@click.pass_context
def command(
    ctx: click.Context,
    query: ClaimQuery,
    order: Order,
    output: Output,
    db: str | None,
) -> None:
    """List articles with their number of claims and speakers, by date of publication.

    With filters, only the claims that match are counted. A command corrects what is known of
    articles, or deletes them; without one, articles are listed.
    """
    if ctx.invoked_subcommand is not None:
        refuse_filters(ctx)
        return
    from db.analysis.summary import list_articles

    engine = open_to_read(db)
    rows = ordered(list_articles(engine, query), order, SORTS)
    layout = Layout(COLUMNS, lambda row: [cells(row)], record, CSV_COLUMNS)
    write_found(rows, layout, output, in_words(rows), lambda: hint(engine, query), order.limit)
    tell_left_out(engine, query)


def in_words(rows: Sequence[ArticleRow]) -> str:
    """How many articles, and how many stories where copies of one text are among them."""
    articles, stories = counted(len(rows), "article"), len({row.story for row in rows})
    return articles if stories == len(rows) else f"{articles}, {counted(stories, 'story')}"


def cells(row: ArticleRow) -> list[str]:
    """An article as the cells of ``COLUMNS``."""
    return [
        row.article_id,
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
        "published_evidence": row.evidence,
        "url": row.url,
        "corrected": row.corrected,
        "language": row.language,
    }
