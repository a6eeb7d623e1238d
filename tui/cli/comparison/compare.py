"""``claims compare``: claims side by side, by article or by speaker."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING, Final

import click

from db.query.model import ClaimQuery
from tui.cli.comparison.aligned import compare_aligned
from tui.cli.comparison.rebuild import compare_corrected, rebuild
from tui.cli.options.common import db_option, format_option
from tui.cli.options.did_you_mean import nothing
from tui.cli.options.filters import claim_filters, tell_left_out
from tui.io.streams import data_output, json_text, one_line, tell, width
from tui.session.archive import open_to_read
from tui.text.words import counted, in_brief, origin, speakers

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text

    from db.analysis.alignment import AlignBy
    from db.analysis.comparison import By, Column, Comparison
    from db.claims.view import ClaimRow

EPILOG: Final = """\b
Examples:
  claims compare --topic "power of siberia" --by speaker
  claims compare --speaker gabuev --by article --since 2023
  claims compare --speaker gabuev --speaker sun --by speaker --align topic
  claims compare --since 2024 --align speaker
  claims compare --query pipeline --format json
  claims compare --rebuild
  claims compare --corrected
"""

ALIGNED: Final[dict[str, tuple[AlignBy, ...]]] = {
    "thread": ("thread",),
    "topic": ("topic",),
    "both": ("thread", "topic"),
    "speaker": ("speaker",),
}
"""What columns are aligned by, as it is asked for."""

LEAST: Final = 30
"""Cells below which a column is too narrow to read; fewer then stand side by side."""

MOST: Final = 500
"""How many claims are set side by side where ``--limit`` does not say."""

_GAP: Final = 3
_TITLE: Final = 40
"""Cells of an article's title before a claim."""


@click.command("compare", epilog=EPILOG)
@click.option(
    "--by",
    type=click.Choice(["article", "speaker"]),
    default="article",
    show_default=True,
    help="What each column holds the claims of.",
)
@click.option(
    "--align",
    type=click.Choice([*ALIGNED]),
    help="Align what several columns say on the same thread or topic, and show below what each "
    "says alone; as many columns as fit, those with most claims first. 'both' has threads first. "
    "'speaker' aligns articles on whom several of them quote.",
)
@claim_filters
@click.option(
    "--rebuild",
    "anew",
    is_flag=True,
    help="Instead, compare all that is stored again, as ingest does article by article; if you "
    "stop it halfway, nothing has changed.",
)
@click.option(
    "--corrected",
    is_flag=True,
    help="Instead, compare again the claims that have been corrected, as the next ingest or "
    "reextract would do first.",
)
@format_option("table", "json")
@db_option
def command(
    by: str,
    align: str | None,
    query: ClaimQuery,
    anew: bool,
    corrected: bool,
    form: str,
    db: str | None,
) -> None:
    """Show claims side by side, one column for each article or speaker.

    As many columns as fit the width are side by side; the rest follow below. On a narrow terminal
    they are all below each other.
    """
    if anew or corrected:
        if query != ClaimQuery():
            name = "--rebuild" if anew else "--corrected"
            raise click.UsageError(f"{name} compares what is stored; it takes no filters")
        # All anew has what was corrected.
        (rebuild if anew else compare_corrected)(db, form)
        return
    from db.analysis.comparison import compare_claims
    from db.analysis.summary import count_claims

    engine = open_to_read(db)
    if align is not None:
        if align == by:
            raise click.UsageError("--align speaker goes with --by article")
        compare_aligned(engine, query, _by(by), ALIGNED[align], form)
    elif form == "json":
        found = compare_claims(engine, query, _by(by))
        data_output().write(json_text(record(found), indent=2) + "\n")
    elif (found := compare_claims(engine, limited(query), _by(by))).columns:
        print_comparison(found)
        tell(f"{in_words(found)}{_of_all(count_claims(engine, query), query)}")
    else:
        tell(nothing(engine, query))
    tell_left_out(engine, query)


def limited(query: ClaimQuery) -> ClaimQuery:
    """The query with the limit that a table has by default."""
    return query if query.limit else dataclasses.replace(query, limit=MOST)


def record(comparison: Comparison) -> dict[str, object]:
    """A comparison as a JSON object; each claim as 'claims list --format json' has it."""
    from db.export import record as claim_record

    return {
        "by": comparison.by,
        "columns": [
            {
                "key": column.key,
                "label": column.label,
                "sublabel": column.sublabel,
                "claims": [claim_record(row) for row in column.rows],
            }
            for column in comparison.columns
        ],
    }


def print_comparison(comparison: Comparison) -> None:
    """Print the columns side by side, as many as fit, else below each other."""
    from rich.console import Console

    console = Console(highlight=False, width=width())
    abreast = (console.width + _GAP) // (LEAST + _GAP)
    if abreast < 2 or len(comparison.columns) < 2:
        for column in comparison.columns:
            console.print(*stacked(column, comparison.by), sep="\n", end="\n\n")
        return
    bands = -(-len(comparison.columns) // abreast)
    # Even bands: seven columns at six abreast read better as four and three.
    each = -(-len(comparison.columns) // bands)
    for start in range(0, len(comparison.columns), each):
        band = comparison.columns[start : start + each]
        console.print(side_by_side(band, comparison.by, each, console.width))
        console.print()


def side_by_side(columns: Sequence[Column], by: str, of: int, room: int) -> RenderableType:
    """Columns as a table, each as wide as ``of`` of them can be within ``room`` cells."""
    from rich.table import Table

    each = (room + _GAP) // of - _GAP
    table = Table(box=None, padding=(0, _GAP, 1, 0), pad_edge=False)
    for column in columns:
        table.add_column(_heading(column), width=each, overflow="fold")
    for row in zip_longest(*(column.rows for column in columns)):
        table.add_row(*("" if claim is None else _claim(claim, by, each) for claim in row))
    return table


def stacked(column: Column, by: str) -> Iterator[Text]:
    """A column as paragraphs."""
    yield _heading(column)
    for row in column.rows:
        yield _claim(row, by, _TITLE)


def in_words(comparison: Comparison) -> str:
    """How much is compared: "12 claims by 3 speakers"."""
    # A joint statement stands in the column of each of its speakers.
    claims = len({row.id for column in comparison.columns for row in column.rows})
    joined = "by" if comparison.by == "speaker" else "in"
    return f"{counted(claims, 'claim')} {joined} {counted(len(comparison.columns), comparison.by)}"


def _of_all(total: int, query: ClaimQuery) -> str:
    if query.limit is not None or total <= MOST:
        return ""
    return f", the first {MOST:,} of {total:,} claims; --limit says how many"


def _by(name: str) -> By:
    return "speaker" if name == "speaker" else "article"


def _heading(column: Column) -> Text:
    from rich.text import Text

    about = in_brief(column.stated) or column.sublabel
    return Text.assemble((one_line(column.label), "bold"), "\n", one_line(about))


def _claim(row: ClaimRow, by: str, room: int) -> Text:
    from rich.text import Text

    from tui.widgets.lines.wrapping import shortened

    *published, title = origin(row)
    who = speakers(row)
    if by != "article":
        who = ", ".join([*published, shortened(title, min(room, _TITLE))])
    return Text.assemble((f"{one_line(who)}: ", "cyan"), one_line(row.content))
