"""``claims articles redo``: what was undone last, set again."""

from __future__ import annotations

import click

from tui.cli.articles.messages import tell_decided
from tui.cli.options.common import by_option, db_option
from tui.session.archive import open_existing
from tui.session.user_name import user_name


@click.command("redo")
@by_option
@db_option
def command(by: str | None, db: str | None) -> None:
    """Redo what you last undid, unless you have set something else since."""
    from db.articles.undo import redo

    tell_decided(redo(open_existing(db), user_name(by)))
