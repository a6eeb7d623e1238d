"""``claims topics``: what claims are about."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

import click

from tui.cli.options.common import db_option
from tui.cli.options.did_you_mean import hint
from tui.cli.options.filters import Order, summary_filters, tell_left_out
from tui.cli.options.ordering import ordered
from tui.cli.options.output import Layout, Output, output_options, write_found
from tui.io.tables import Column
from tui.session.archive import open_to_read
from tui.text.words import counted

if TYPE_CHECKING:
    from db.analysis.topics import TopicRow
    from db.query.model import ClaimQuery

EPILOG: Final = """\b
Examples:
  claims topics --limit 20
  claims topics --speaker gabuev
  claims topics --since 2023 --format csv > topics.csv
"""

COLUMNS: Final = (
    Column("Topic", rank=0, least=24, style="bold"),
    Column("Claims", rank=1, least=6, right=True),
    Column("Articles", rank=2, least=8, right=True),
    Column("Speakers", rank=3, least=8, right=True),
)

SORTS: Final[dict[str, Callable[[TopicRow], Any]]] = {
    "topic": lambda row: row.label.casefold(),
    "claims": lambda row: row.claims,
    "articles": lambda row: row.articles,
    "speakers": lambda row: row.speakers,
}

CSV_COLUMNS: Final = ("topic_id", "topic", "claims", "articles", "speakers")


@click.command("topics", epilog=EPILOG)
@summary_filters(tuple(SORTS))
@output_options
@db_option
def command(query: ClaimQuery, order: Order, output: Output, db: str | None) -> None:
    """List topics with their number of claims, articles and speakers, the largest first.

    With filters, only the claims that match are counted.
    """
    from db.analysis.topics import list_topics

    engine = open_to_read(db)
    rows = ordered(list_topics(engine, query), order, SORTS)
    layout = Layout(COLUMNS, lambda row: [cells(row)], record, CSV_COLUMNS)
    amount = counted(len(rows), "topic")
    write_found(rows, layout, output, amount, lambda: hint(engine, query), order.limit)
    tell_left_out(engine, query)


def cells(row: TopicRow) -> list[str]:
    """A topic as the cells of ``COLUMNS``."""
    return [row.label, f"{row.claims:,}", f"{row.articles:,}", f"{row.speakers:,}"]


def record(row: TopicRow) -> dict[str, object]:
    """A topic as a JSON object."""
    return {
        "topic_id": row.topic_id,
        "topic": row.label,
        "claims": row.claims,
        "articles": row.articles,
        "speakers": row.speakers,
    }
