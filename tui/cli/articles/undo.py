"""``claims articles undo``: the last step of setting, taken back."""

from __future__ import annotations

import click

from tui.cli.articles.messages import tell_decided
from tui.cli.options.common import by_option, db_option
from tui.session.archive import open_existing
from tui.session.user_name import user_name


@click.command("undo")
@by_option
@db_option
def command(by: str | None, db: str | None) -> None:
    """Undo what you last set for articles; 'claims articles history' lists it."""
    from db.articles.undo import undo

    tell_decided(undo(open_existing(db), user_name(by)))
