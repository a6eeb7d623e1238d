"""``claims threads join``: two claims say the same."""

from __future__ import annotations

from typing import Final

import click

from tui.cli.options.acts import tell_done
from tui.cli.options.common import WORDS, by_option, db_option
from tui.session.archive import open_existing
from tui.session.user_name import user_name

EPILOG: Final = """\b
Examples:
  claims threads join c0d2f6b1a9e4c357 c41f0a92be6d7358
"""


@click.command("join", epilog=EPILOG)
@click.argument("one", type=WORDS, metavar="CLAIM")
@click.argument("other", type=WORDS, metavar="OTHER")
@by_option
@db_option
def command(one: str, other: str, by: str | None, db: str | None) -> None:
    """Say that the claims CLAIM and OTHER say the same: their threads become one.

    They stay together in every rebuild, until you part them or undo it.
    """
    from db.comparison.threads.judgements import join

    tell_done(join(open_existing(db), one, other, user_name(by)), "threads")
