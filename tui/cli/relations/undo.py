"""``claims relations undo``: a judgement taken back."""

from __future__ import annotations

import click

from tui.cli.options.common import db_option
from tui.io.streams import data_output
from tui.session.archive import open_existing


@click.command("undo")
@click.argument("number", type=click.IntRange(min=1), required=False)
@db_option
def command(number: int | None, db: str | None) -> None:
    """Undo judgement NUMBER, or the last one: the relation is a suggestion again.

    'claims relations history' lists the judgements with their numbers.
    """
    from db.comparison.relations.judgements import undo_judgement

    done = undo_judgement(open_existing(db), number)
    data_output().write(f"undone: {done.what}\n")
