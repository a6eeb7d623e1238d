"""``claims speakers``: who speaks, how often, and as what when."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import click

from tui.cli.archive import open_to_read
from tui.cli.filters import Order, summary_filters
from tui.cli.options import check_csv_options, csv_options, db_option, format_option
from tui.cli.ordering import ordered
from tui.cli.records import write_json
from tui.cli.streams import data_output, tell
from tui.cli.tables import Column, print_table
from tui.words import counted, post

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
    from db.export import write_table
    from db.summary import list_speakers

    rows = ordered(list_speakers(open_to_read(db), query), order, SORTS)
    if form == "table":
        print_table(COLUMNS, [cells(row) for row in rows], wrap=True)
        tell(counted(len(rows), "speaker"))
    elif form == "csv":
        flat = [one for row in rows for one in flat_records(row)]
        write_table(flat, data_output(), CSV_COLUMNS, raw=raw, excel=excel)
    else:
        write_json([record(row) for row in rows], data_output(), lines=form == "jsonl")


def cells(row: SpeakerRow) -> list[str | list[str]]:
    """A speaker as the cells of ``COLUMNS``."""
    posts = [_post_in_words(held) for held in row.posts]
    return [row.name, row.kind, f"{row.claims:,}", f"{row.articles:,}", posts]


def record(row: SpeakerRow) -> dict[str, object]:
    """A speaker as a JSON object."""
    return {
        "speaker_id": row.entity_id,
        "speaker": row.name,
        "kind": row.kind,
        "claims": row.claims,
        "articles": row.articles,
        "affiliations": [_record_of_post(held) for held in row.posts],
    }


def flat_records(row: SpeakerRow) -> Iterator[dict[str, object]]:
    """A speaker as CSV rows, one an affiliation, or one with none."""
    speaker = record(row)
    del speaker["affiliations"]
    if not row.posts:
        yield speaker
    for held in row.posts:
        stated = _record_of_post(held)
        stated["affiliation_articles"] = stated.pop("articles")
        yield speaker | stated


def period(first: str, last: str) -> str:
    """``2022-06 – 2024-05-16``; one date where both are the same; nothing where none is."""
    return first or last if first == last or not (first and last) else f"{first} – {last}"


def _record_of_post(held: PostRow) -> dict[str, object]:
    return {
        "role": held.role,
        "organization": held.organization,
        "former": held.former,
        "first": held.first_as_known or None,
        "last": held.last_as_known or None,
        "articles": held.articles,
    }


def _post_in_words(held: PostRow) -> str:
    what = post(held.role, held.organization)
    if held.former and not what.casefold().startswith("former"):
        what = f"former {what}" if held.role else f"formerly {what}"
    when = period(held.first_as_known, held.last_as_known)
    return f"{what} ({when})" if when else what
