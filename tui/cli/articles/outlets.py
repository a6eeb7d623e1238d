"""``claims articles outlets``: who publishes, and outlets that are one."""

from __future__ import annotations

from collections import Counter
from typing import Final

import click

from tui.cli.articles.messages import tell_decided
from tui.cli.options import complete
from tui.cli.options.common import WORDS, by_option, db_option, format_option
from tui.io.records import write_json
from tui.io.streams import data_output, tell
from tui.io.tables import Column, print_table
from tui.session.archive import open_existing, open_to_read
from tui.session.user_name import user_name
from tui.text.words import counted

EPILOG: Final = """\b
Examples:
  claims articles outlets
  claims articles outlets --merge NYT --merge nytimes.com --into "The New York Times"
"""

COLUMNS: Final = (
    Column("Outlet", rank=0, least=12, style="bold"),
    Column("Articles", rank=0, least=8, right=True),
    Column("Claims", rank=1, least=6, right=True),
)


@click.command("outlets", epilog=EPILOG)
@click.option(
    "--merge",
    "merged",
    metavar="NAME",
    multiple=True,
    type=WORDS,
    shell_complete=complete.named("outlet"),
    help="An outlet to merge into another; may be repeated.",
)
@click.option(
    "--into",
    metavar="NAME",
    type=WORDS,
    shell_complete=complete.named("outlet"),
    help="What to call them all.",
)
@format_option("table", "json", "jsonl")
@by_option
@db_option
def command(
    merged: tuple[str, ...], into: str | None, form: str, by: str | None, db: str | None
) -> None:
    """List outlets with their numbers of articles and claims, or merge several into one."""
    from db.analysis.summary import list_articles
    from db.articles.actions import merge_outlets
    from db.query.model import ClaimQuery

    if (into is None) != (not merged):
        raise click.UsageError("--merge and --into go together")
    if into is not None:
        tell_decided(merge_outlets(open_existing(db), merged, into, user_name(by)))
        return
    articles: Counter[str] = Counter()
    claims: Counter[str] = Counter()
    for row in list_articles(open_to_read(db), ClaimQuery()):
        if row.outlet is not None:
            articles[row.outlet] += 1
            claims[row.outlet] += row.claims
    ranked = sorted(articles, key=lambda name: (-articles[name], name.casefold()))
    if form == "table":
        print_table(COLUMNS, [[one, f"{articles[one]:,}", f"{claims[one]:,}"] for one in ranked])
        tell(counted(len(ranked), "outlet"))
    else:
        records = [
            {"outlet": one, "articles": articles[one], "claims": claims[one]} for one in ranked
        ]
        write_json(records, data_output(), lines=form == "jsonl")
