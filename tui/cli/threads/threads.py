"""``claims threads``: which claims say the same."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

import click

from tui.cli.group import listing_group, refuse_filters
from tui.cli.options.common import db_option
from tui.cli.options.did_you_mean import hint
from tui.cli.options.filters import Order, summary_filters
from tui.cli.options.ordering import ordered
from tui.cli.options.output import Layout, Output, output_options, write_found
from tui.io.streams import tell
from tui.io.tables import Column
from tui.session.archive import open_to_read
from tui.text.words import counted, dated

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from db.analysis.threads import ThreadRow
    from db.query.model import ClaimQuery

EPILOG: Final = """\b
Examples:
  claims threads --limit 20
  claims threads --speaker gabuev --sort -articles
  claims threads show t0d2f6b1a9e4c357
  claims threads join c0d2f6b1a9e4c357 c41f0a92be6d7358
"""

COLUMNS: Final = (
    Column("Thread", rank=5, least=17),
    Column("Claims", rank=2, least=6, right=True),
    Column("Articles", rank=1, least=8, right=True),
    Column("Stories", rank=4, least=7, right=True),
    Column("First", rank=3, least=10),
    Column("Last", rank=6, least=10),
    Column("Speakers", rank=2, least=16),
    Column("What is said", rank=0, least=30, style="bold"),
)

SORTS: Final[dict[str, Callable[[ThreadRow], Any]]] = {
    "claims": lambda row: row.claims,
    "articles": lambda row: row.articles,
    "stories": lambda row: row.stories,
    "speakers": lambda row: len(row.speakers or ()),
    "first": lambda row: row.first.value,
    "last": lambda row: row.last.value,
    "label": lambda row: row.label.casefold(),
}

CSV_COLUMNS: Final = (
    *("thread", "label", "claims", "articles", "stories", "speakers", "first", "last"),
)

SUBCOMMANDS: Final = {
    "show": ("tui.cli.threads.show", "Show the claims of a thread in order of time."),
    "join": ("tui.cli.threads.join", "Say that two claims say the same."),
    "part": ("tui.cli.threads.part", "Say that two claims do not say the same."),
    "label": ("tui.cli.threads.label", "Label a thread."),
    "history": ("tui.cli.threads.history", "List decisions, by whom and when."),
    "undo": ("tui.cli.threads.undo", "Undo a decision."),
}


@listing_group("threads", SUBCOMMANDS, EPILOG)
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
    """List threads, groups of claims that say the same, those of most claims first.

    A thread holds the claims that commit to the same thing with the same attitude, whoever makes
    them and in whatever words. With filters, threads are listed in which any claim matches, with
    all their claims; --all lists threads of one claim too. A command shows or changes threads;
    without one, they are listed.
    """
    if ctx.invoked_subcommand is not None:
        refuse_filters(ctx)
        return
    from db.analysis.threads import THREAD_ORDERS, list_threads, with_speakers

    engine = open_to_read(db)
    by = order.field or "claims"
    # By names and labels they are sorted here, all of them.
    found = list_threads(
        engine,
        query,
        everything=query.everything,
        order=by if by in THREAD_ORDERS else "claims",
        descending=order.descending or order.field is None,
        limit=order.limit if by in THREAD_ORDERS else None,
        speakers=by == "speakers",
    )
    rows = with_speakers(engine, ordered(found, order, SORTS))
    layout = Layout(COLUMNS, lambda row: [cells(row)], record, CSV_COLUMNS)
    amount = counted(len(rows), "thread") if rows else "no two claims say the same"
    write_found(rows, layout, output, amount, lambda: hint(engine, query), order.limit)
    tell_uncompared(engine)


def tell_uncompared(engine: Engine) -> None:
    """Say how many claims are in no thread, where some are not."""
    from db.analysis.threads import count_unthreaded

    if missing := count_unthreaded(engine):
        line = f"{counted(missing, 'claim')} not compared yet"
        tell(f"{line}; 'claims compare --rebuild' compares what is stored")


def cells(row: ThreadRow) -> list[str]:
    """A thread as the cells of ``COLUMNS``."""
    return [
        row.thread,
        f"{row.claims:,}",
        f"{row.articles:,}",
        f"{row.stories:,}",
        dated(row.first),
        dated(row.last),
        "; ".join(speaker.label for speaker in row.speakers or ()),
        row.label,
    ]


def record(row: ThreadRow) -> dict[str, object]:
    """A thread as a JSON object."""
    return {
        "thread": row.thread,
        "label": row.label,
        "claims": row.claims,
        "articles": row.articles,
        "stories": row.stories,
        "speakers": [speaker.label for speaker in row.speakers or ()],
        "first": row.first.as_known or None,
        "last": row.last.as_known or None,
    }
