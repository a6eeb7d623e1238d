"""``claims relations history``: what people judged of relations, the newest first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

import click

from tui.cli.options.acts import COLUMNS as ACT_COLUMNS
from tui.cli.options.acts import cells as act_cells
from tui.cli.options.acts import record as act_record
from tui.cli.options.common import db_option
from tui.cli.options.output import Layout, Output, output_options, write_found
from tui.cli.relations.pairs import SIDES, claim_of, flat_sides, in_one_line
from tui.io.records import Record
from tui.io.tables import Column
from tui.session.archive import open_to_read
from tui.text.words import counted
from tui.widgets.lines.wrapping import shortened

if TYPE_CHECKING:
    from db.claims.model import ClaimRow
    from db.comparison.relations.history import JudgementRow

COLUMNS: Final = (
    *ACT_COLUMNS[:-2],
    Column("Judged", rank=0, least=9),
    Column("Claim", rank=0, least=24),
    Column("Relation", rank=0, least=9, style="bold"),
    Column("What it is to", rank=0, least=24),
    Column("Ids", rank=0, least=17),
)

CSV_COLUMNS: Final = (
    *("act", "author", "what", "when", "undone"),
    *("left", "right", "relation", "state", "ordered"),
    *SIDES,
)

_LONGEST: Final = 100
"""Cells of a claim in the table."""


@click.command("history")
@output_options
@db_option
def command(output: Output, db: str | None) -> None:
    """List what was confirmed and dismissed, by whom and when, the newest first.

    What was undone or judged again since is marked as such. The claims are shown as they are now,
    shortened in the table. Where dates do not tell which of two claims was first, none is said to
    repeat or update the other, and "ordered" is false in JSON and CSV.
    """
    from db.comparison.relations.history import list_judgements

    found = list_judgements(open_to_read(db))
    layout = Layout(COLUMNS, lambda one: [cells(one)], record, CSV_COLUMNS, flat, wrap=True)
    amount = counted(len(found), "decision") if found else "nothing was judged yet"
    write_found(found, layout, output, amount)


def cells(one: JudgementRow) -> list[str | list[str]]:
    """A judgement as the cells of ``COLUMNS``."""
    return [
        *act_cells(one)[:-2],
        f"{one.state}, undone" if one.undone else one.state.value,
        _shown(one.right),
        one.does,
        _shown(one.left),
        [one.right.claim_id, one.left.claim_id],
    ]


def record(one: JudgementRow) -> dict[str, object]:
    """A judgement as a JSON object."""
    return {
        **act_record(one),
        "left": one.left.claim_id,
        "right": one.right.claim_id,
        "relation": one.relation.value,
        "state": one.state.value,
        "ordered": one.ordered,
        "claims": {"left": claim_of(one.left), "right": claim_of(one.right)},
    }


def flat(one: JudgementRow) -> Iterator[Record]:
    """A judgement as its row of ``CSV_COLUMNS``."""
    both = record(one)
    del both["claims"]
    yield both | flat_sides(one.left, one.right)


def _shown(row: ClaimRow) -> str:
    return shortened(in_one_line(row), _LONGEST)
