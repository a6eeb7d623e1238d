"""``claims speakers alias``: one more name that a speaker goes by."""

from __future__ import annotations

import click

from tui.cli.options import complete
from tui.cli.options.acts import tell_done
from tui.cli.options.common import WORDS, by_option, db_option
from tui.session.archive import open_existing
from tui.session.user_name import user_name


@click.command("alias")
@click.argument("name", type=WORDS, shell_complete=complete.named("speaker"))
@click.argument("other", type=WORDS)
@by_option
@db_option
def command(name: str, other: str, by: str | None, db: str | None) -> None:
    """Give the speaker NAME the further name OTHER.

    Articles that call a speaker OTHER, stored or to come, are linked to this one.
    """
    from db.identity.decisions import alias

    tell_done(alias(open_existing(db), name, other, user_name(by)), "speakers")
