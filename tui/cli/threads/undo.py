"""``claims threads undo``: taking a decision back."""

from __future__ import annotations

import click

from tui.cli.options.common import by_option, db_option
from tui.io.streams import data_output
from tui.session.archive import open_existing
from tui.session.who import who


@click.command("undo")
@click.argument("number", type=click.IntRange(min=1), required=False)
@by_option
@db_option
def command(number: int | None, by: str | None, db: str | None) -> None:
    """Undo act NUMBER, or the last one: its judgements are retired, what they replaced holds.

    'claims threads history' lists the acts with their numbers.
    """
    from db.comparison.threads.judgements import undo

    done = undo(open_existing(db), number, who(by))
    data_output().write(f"undone: {done.what}\n")
