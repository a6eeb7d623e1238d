"""``claims speakers``: who speaks, how often, and as what when."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import click

from tui.cli.archive import open_to_read
from tui.cli.dates import period
from tui.cli.filters import Order, summary_filters
from tui.cli.options import check_csv_options, csv_options, db_option, format_option
from tui.cli.ordering import ordered
from tui.cli.records import write_csv, write_json
from tui.cli.streams import counted, data_output, tell
from tui.cli.tables import Column, print_table

if TYPE_CHECKING:
    from db.query import ClaimQuery
    from db.summary import PostRow, SpeakerRow

EPILOG = """\b
Examples:
  claims speakers --since 2023 --limit 20
  claims speakers --speaker gabuev --format json
  claims speakers --organization carnegie --sort speaker
"""

COLUMNS = (
    Column("Speaker", rank=0, least=18, style="bold"),
    Column("Kind", rank=3, least=6),
    Column("Claims", rank=1, least=6, right=True),
    Column("Articles", rank=2, least=8, right=True),
    Column("Affiliations", rank=0, least=24),
)

SORTS: dict[str, Callable[[SpeakerRow], Any]] = {
    "speaker": lambda row: row.name.casefold(),
    "kind": lambda row: row.kind,
    "claims": lambda row: row.claims,
    "articles": lambda row: row.articles,
}

CSV_COLUMNS = (
    "speaker_id",
    "speaker",
    "kind",
    "claims",
    "articles",
    "role",
    "organization",
    "former",
    "first",
    "last",
    "affiliation_articles",
)


@click.command("speakers", epilog=EPILOG)
@summary_filters(tuple(SORTS))
@format_option("table", "json", "jsonl", "csv")
@csv_options
@db_option
def command(
    query: ClaimQuery, order: Order, form: str, raw: bool, excel: bool, db: str | None
) -> None:
    """List speakers with their number of claims and articles, the most quoted first.

    Each comes with the roles and organizations that articles give, with the dates of the first
    and the last article that does. CSV has one row for each speaker and affiliation.
    """
    check_csv_options(form, raw=raw, excel=excel)
    from db.summary import list_speakers

    rows = ordered(list_speakers(open_to_read(db), query), order, SORTS)
    if form == "table":
        print_table(COLUMNS, [cells(row) for row in rows], wrap=True)
        tell(counted(len(rows), "speaker"))
    elif form == "csv":
        flat = [one for row in rows for one in flat_records(row)]
        write_csv(flat, data_output(), CSV_COLUMNS, raw=raw, excel=excel)
    else:
        write_json([record(row) for row in rows], data_output(), lines=form == "jsonl")


def cells(row: SpeakerRow) -> list[str | list[str]]:
    """A speaker as the cells of ``COLUMNS``."""
    posts = [_post_in_words(post) for post in row.posts]
    return [row.name, row.kind, f"{row.claims:,}", f"{row.articles:,}", posts]


def record(row: SpeakerRow) -> dict[str, object]:
    """A speaker as a JSON object."""
    return {
        "speaker_id": row.entity_id,
        "speaker": row.name,
        "kind": row.kind,
        "claims": row.claims,
        "articles": row.articles,
        "affiliations": [_post(post) for post in row.posts],
    }


def flat_records(row: SpeakerRow) -> Iterator[dict[str, object]]:
    """A speaker as CSV rows, one an affiliation, or one with none."""
    speaker = record(row)
    del speaker["affiliations"]
    if not row.posts:
        yield speaker
    for post in row.posts:
        stated = _post(post)
        stated["affiliation_articles"] = stated.pop("articles")
        yield speaker | stated


def _post(post: PostRow) -> dict[str, object]:
    return {
        "role": post.role,
        "organization": post.organization,
        "former": post.former,
        "first": post.first,
        "last": post.last,
        "articles": post.articles,
    }


def _post_in_words(post: PostRow) -> str:
    what = ", ".join(part for part in (post.role, post.organization) if part)
    if post.former:
        what = f"former {what}" if post.role else f"formerly {what}"
    when = period(post.first, post.last)
    return f"{what} ({when})" if when else what
