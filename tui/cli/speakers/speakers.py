"""``claims speakers``: who speaks, how often, and as what when."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, Final

import click

from tui.cli.group import listing_group, refuse_filters
from tui.cli.options.common import db_option
from tui.cli.options.did_you_mean import hint
from tui.cli.options.filters import Order, summary_filters, tell_left_out
from tui.cli.options.ordering import ordered
from tui.cli.options.output import Layout, Output, output_options, write_found
from tui.io.records import affiliation_record
from tui.io.tables import Column
from tui.session.archive import open_to_read
from tui.text.affiliations import period
from tui.text.words import counted

if TYPE_CHECKING:
    from db.analysis.summary import SpeakerRow
    from db.claims.affiliation_period import AffiliationPeriod
    from db.query.model import ClaimQuery

EPILOG: Final = """\b
Examples:
  claims speakers --since 2023 --limit 20
  claims speakers --speaker gabuev --format json
  claims speakers --organization carnegie --sort speaker
  claims speakers show gabuev
"""

COLUMNS: Final = (
    Column("Speaker", rank=0, least=18, style="bold"),
    Column("Kind", rank=3, least=6),
    Column("Claims", rank=1, least=6, right=True),
    Column("Articles", rank=2, least=8, right=True),
    Column("Affiliations", rank=0, least=24),
)

SORTS: Final[dict[str, Callable[[SpeakerRow], Any]]] = {
    "speaker": lambda row: row.speaker.label.casefold(),
    "kind": lambda row: row.kind,
    "claims": lambda row: row.claims,
    "articles": lambda row: row.articles,
}

CSV_COLUMNS: Final = (
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


SUBCOMMANDS: Final = {
    "show": (
        "tui.cli.speakers.show",
        "Show a speaker's affiliations through time, and names.",
    ),
    "suggest": ("tui.cli.speakers.suggest", "List names that may be one speaker's, and decide."),
    "inbox": ("tui.cli.speakers.inbox", "List what is doubtful about speakers, and answer it."),
    "merge": ("tui.cli.speakers.merge", "Merge names of one speaker."),
    "split": ("tui.cli.speakers.split", "Take a name, or articles, out of a speaker."),
    "rename": ("tui.cli.speakers.rename", "Give a speaker another name."),
    "alias": ("tui.cli.speakers.alias", "Give a speaker a further name."),
    "import": ("tui.cli.speakers.import_file", "Load known people and organizations from a file."),
    "history": ("tui.cli.speakers.history", "List decisions, by whom and when."),
    "undo": ("tui.cli.speakers.undo", "Undo a decision."),
}


@listing_group("speakers", SUBCOMMANDS, EPILOG)
@summary_filters(tuple(SORTS))
@output_options
@db_option
@click.pass_context
def command(
    ctx: click.Context, query: ClaimQuery, order: Order, output: Output, db: str | None
) -> None:
    """List speakers with their number of claims and articles, the most quoted first.

    A command shows or decides who is who; without one, speakers are listed.

    Each comes with the roles and organizations that articles state, and with the dates of the
    first and the last article that states them. CSV has one row for each speaker and affiliation.
    """
    if ctx.invoked_subcommand is not None:
        refuse_filters(ctx)
        return
    from db.analysis.summary import list_speakers

    engine = open_to_read(db)
    rows = ordered(list_speakers(engine, query), order, SORTS)
    layout = Layout(COLUMNS, lambda row: [cells(row)], record, CSV_COLUMNS, flat_records, wrap=True)
    amount = counted(len(rows), "speaker")
    write_found(rows, layout, output, amount, lambda: hint(engine, query), order.limit)
    tell_left_out(engine, query)


def cells(row: SpeakerRow) -> list[str | list[str]]:
    """A speaker as the cells of ``COLUMNS``."""
    stated = [_in_words(one) for one in row.affiliations]
    return [row.speaker.label, row.kind, f"{row.claims:,}", f"{row.articles:,}", stated]


def record(row: SpeakerRow) -> dict[str, object]:
    """A speaker as a JSON object."""
    return {
        "speaker_id": row.speaker.id,
        "speaker": row.speaker.label,
        "kind": row.kind,
        "claims": row.claims,
        "articles": row.articles,
        "affiliations": [affiliation_record(one) for one in row.affiliations],
    }


def flat_records(row: SpeakerRow) -> Iterator[dict[str, object]]:
    """A speaker as CSV rows, one an affiliation, or one with none."""
    speaker = record(row)
    del speaker["affiliations"]
    if not row.affiliations:
        yield speaker
    for one in row.affiliations:
        stated = affiliation_record(one)
        stated["affiliation_articles"] = stated.pop("articles")
        yield speaker | stated


def _in_words(one: AffiliationPeriod) -> str:
    when = period(one.first, one.last)
    return f"{one.in_words} ({when})" if when else one.in_words
