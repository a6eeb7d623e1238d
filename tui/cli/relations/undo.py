"""``claims relations undo``: a judgement taken back."""

from __future__ import annotations

import click

from tui.cli.options.common import by_option, db_option
from tui.io.streams import data_output
from tui.session.archive import open_existing
from tui.session.user_name import user_name


@click.command("undo")
@click.argument("number", type=click.IntRange(min=1), required=False)
@by_option
@db_option
def command(number: int | None, by: str | None, db: str | None) -> None:
    """Undo judgement NUMBER, or your last one: the relation is a suggestion again.

    'claims relations history' lists the judgements with their numbers.
    """
    from db.comparison.relations.judgements import undo_judgement

    done = undo_judgement(open_existing(db), number, user_name(by))
    data_output().write(f"undone: {done.what}\n")
