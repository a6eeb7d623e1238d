"""``claims quotations``: where what a claim quotes stands again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

import click

from tui.cli.options.common import WORDS, db_option
from tui.cli.options.filters import claim_filters
from tui.cli.options.output import Layout, Output, output_options, write_found
from tui.io.records import Record, claim_record, json_names
from tui.io.tables import Column
from tui.session.archive import open_to_read
from tui.text.quotations import how_many, note
from tui.text.words import published

if TYPE_CHECKING:
    from claims.comparison import Change
    from db.analysis.quotations import CopyRow
    from db.query.model import ClaimQuery

EPILOG: Final = """\b
Examples:
  claims quotations c0d2f6b1a9e4c357
  claims quotations c0d2f6b1a9e4c357 --no-copy --format json
  claims quotations c0d2f6b1a9e4c357 --possible
"""

COLUMNS: Final = (
    Column("Published", rank=2, least=10),
    Column("Outlet", rank=4, least=12),
    Column("Speaker", rank=1, least=14, style="bold"),
    Column("Kind", rank=0, least=8),
    Column("Overlap", rank=5, least=7, right=True),
    Column("Note", rank=3, least=12),
    Column("Words", rank=0, least=36),
)

CSV_COLUMNS: Final = (
    *("claim_id", "article_id", "article_path", "published", "speaker", "content"),
    *("kind", "overlap", "reattributed", "alters", "sure", "slogan", "changes"),
)

_MARKS: Final = {"equal": "{}", "removed": "[-{}-]", "added": "{{+{}+}}"}


@click.command("quotations", epilog=EPILOG)
@click.argument("ident", metavar="ID", type=WORDS)
@claim_filters
@click.option("--possible", is_flag=True, help="Show doubtful copies and slogans too.")
@output_options
@db_option
def command(ident: str, query: ClaimQuery, possible: bool, output: Output, db: str | None) -> None:
    """List where a claim's quotation is repeated: verbatim, cut, altered or by another speaker.

    ID is a claim's. Where its words and those of another article's claim differ, [-words-] are only
    in the first and {+words+} only in the other. Changes of meaning come first: a "not", a number
    or a name. Words that many speakers use are slogans and left out.
    """
    from db.analysis.quotations import list_copies

    found = list_copies(open_to_read(db), ident, query, possible=possible)
    layout = Layout(COLUMNS, lambda one: [cells(one)], record, CSV_COLUMNS, flat, wrap=True)
    write_found(found, layout, output, how_many(found))


def cells(one: CopyRow) -> list[str]:
    """A copy as the cells of ``COLUMNS``."""
    return [
        published(one.row),
        one.row.outlet or "",
        "; ".join(one.row.names),
        one.copy.kind.value,
        f"{one.copy.overlap:.0%}",
        note(one),
        marked(one.changes),
    ]


def marked(changes: Iterable[Change]) -> str:
    """The words of both claims, those that are not of both between marks."""
    return " ".join(_MARKS[change.op].format(change.text) for change in changes)


def record(one: CopyRow) -> Record:
    """A copy as a JSON object."""
    changes = [{"op": change.op.value, "text": change.text} for change in one.changes]
    return json_names({**_flat(one), "changes": changes})


def flat(one: CopyRow) -> Iterator[dict[str, object]]:
    """A copy as its row of ``CSV_COLUMNS``."""
    yield {**_flat(one), "changes": marked(one.changes)}


def _flat(one: CopyRow) -> dict[str, object]:
    return {
        **claim_record(one.row),
        "kind": one.copy.kind.value,
        "overlap": round(one.copy.overlap, 4),
        "reattributed": one.reattributed,
        "alters": sorted(one.copy.alters),
        "sure": one.copy.sure,
        "slogan": one.slogan,
    }
