"""``claims relations``: which claims repeat, agree with, deny or update others."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

import click

from claims.relation import Relation, RelationState
from tui.cli.group import listing_group, refuse_filters
from tui.cli.options.common import db_option
from tui.cli.options.filters import claim_filters
from tui.cli.options.output import Layout, Output, output_options, write_found
from tui.cli.relations.pairs import SIDES, claim_of, flat_sides, in_one_line
from tui.io.records import Record
from tui.io.tables import Column
from tui.session.archive import open_to_read
from tui.text.words import counted

if TYPE_CHECKING:
    from db.analysis.relations import RelationRow
    from db.query.model import ClaimQuery

EPILOG: Final = """\b
Examples:
  claims relations --topic "dual-use" --relation updates
  claims relations --speaker gabuev --format json
  claims relations confirm c0d2f6b1a9e4c357 c5a1b2c3d4e5f607
"""

COLUMNS: Final = (
    Column("Relation", rank=0, least=9, style="bold"),
    Column("Score", rank=2, least=5, right=True),
    Column("State", rank=3, least=9),
    Column("Claim", rank=0, least=30),
    Column("What it is to", rank=0, least=30),
    Column("Words", rank=1, least=16),
    Column("Ids", rank=4, least=17),
)

CSV_COLUMNS: Final = (
    *("left", "right", "relation", "score", "state", "evidence"),
    *SIDES,
    "ordered",
)

SUBCOMMANDS: Final = {
    "confirm": ("tui.cli.relations.confirm", "Confirm a suggested relation."),
    "dismiss": ("tui.cli.relations.dismiss", "Dismiss a suggested relation."),
    "history": ("tui.cli.relations.history", "List decisions, by whom and when."),
    "undo": ("tui.cli.relations.undo", "Undo a decision."),
}


@listing_group("relations", SUBCOMMANDS, EPILOG)
@claim_filters
@click.option(
    "--relation",
    "wanted",
    type=click.Choice([one.value for one in Relation]),
    multiple=True,
    help="Only these relations.",
)
@click.option(
    "--state",
    "judged",
    type=click.Choice([one.value for one in RelationState]),
    multiple=True,
    help="Only these states. [default: suggested and confirmed]",
)
@click.option("--of", "claim", metavar="ID", help="Only those of one claim, by its id.")
@output_options
@db_option
@click.pass_context
def command(
    ctx: click.Context,
    query: ClaimQuery,
    wanted: tuple[str, ...],
    judged: tuple[str, ...],
    claim: str | None,
    output: Output,
    db: str | None,
) -> None:
    """List claims that repeat, agree with, deny or update another, the likeliest first.

    All are suggestions, with a score and the words that led to them, until a person confirms or
    dismisses them. With filters, those are listed of which either claim matches. They are looked
    for as articles are stored; 'claims compare --rebuild' looks for all again. Where dates do not
    say which of two claims was first, neither repeats or updates the other: the one is the same as
    the other, or differs from it, and "ordered" is false in JSON and CSV.
    """
    if ctx.invoked_subcommand is not None:
        refuse_filters(ctx)
        return
    from db.analysis.relations import list_relations
    from db.review.actions import claim_numbers

    engine = open_to_read(db)
    found = list_relations(
        engine,
        query,
        [Relation(kind) for kind in wanted],
        [RelationState(state) for state in judged]
        or [RelationState.SUGGESTED, RelationState.CONFIRMED],
        of=None if claim is None else claim_numbers(engine, [claim])[0],
    )
    layout = Layout(COLUMNS, lambda one: [cells(one)], record, CSV_COLUMNS, flat, wrap=True)
    write_found(found, layout, output, counted(len(found), "relation"))


def cells(one: RelationRow) -> list[str | list[str]]:
    """A relation as the cells of ``COLUMNS``, the claim that has it before the one it is to."""
    return [
        one.relation.value if one.ordered else one.relation.in_words(does=True, ordered=False),
        f"{one.score:.2f}",
        one.state.value,
        in_one_line(one.right),
        in_one_line(one.left),
        ", ".join(one.evidence),
        [one.right.claim_id, one.left.claim_id],
    ]


def record(one: RelationRow) -> dict[str, object]:
    """A relation as a JSON object."""
    return {
        "left": one.left.claim_id,
        "right": one.right.claim_id,
        "relation": one.relation.value,
        "score": round(one.score, 4),
        "state": one.state.value,
        "evidence": list(one.evidence),
        "ordered": one.ordered,
        "claims": {"left": claim_of(one.left), "right": claim_of(one.right)},
    }


def flat(one: RelationRow) -> Iterator[Record]:
    """A relation as its row of ``CSV_COLUMNS``."""
    both = record(one)
    del both["claims"]
    yield both | flat_sides(one.left, one.right)
