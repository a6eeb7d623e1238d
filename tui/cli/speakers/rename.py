"""``claims speakers rename``: what a speaker is called."""

from __future__ import annotations

import click

from tui.cli.options import complete
from tui.cli.options.acts import tell_done
from tui.cli.options.common import WORDS, by_option, db_option
from tui.session.archive import open_existing
from tui.session.user_name import user_name


@click.command("rename")
@click.argument("name", type=WORDS, shell_complete=complete.named("speaker"))
@click.argument("new", type=WORDS)
@by_option
@db_option
def command(name: str, new: str, by: str | None, db: str | None) -> None:
    """Call the speaker NAME by the name NEW everywhere; the old names still find it."""
    from db.identity.decisions import rename

    tell_done(rename(open_existing(db), name, new, user_name(by)), "speakers")
