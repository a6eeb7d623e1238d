"""``claims relations confirm``: a suggested relation is right."""

from __future__ import annotations

import click

from claims.relation import RelationState
from tui.cli.options.common import WORDS, by_option, db_option
from tui.cli.relations.judging import judge


@click.command("confirm")
@click.argument("left", metavar="LEFT", type=WORDS)
@click.argument("right", metavar="RIGHT", type=WORDS)
@by_option
@db_option
def command(left: str, right: str, by: str | None, db: str | None) -> None:
    """Confirm the relation suggested between the claims LEFT and RIGHT.

    Both are ids of claims, in any order. The decision stays when claims are compared again.
    """
    judge(left, right, RelationState.CONFIRMED, by, db)
