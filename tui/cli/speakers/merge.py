"""``claims speakers merge``: several names are one speaker."""

from __future__ import annotations

from typing import Final

import click

from tui.cli.options import complete
from tui.cli.options.acts import tell_done
from tui.cli.options.common import WORDS, by_option, db_option
from tui.session.archive import open_existing
from tui.session.user_name import user_name

EPILOG: Final = """\b
Examples:
  claims speakers merge "Alexander Gabuev" "Sasha Gabuev"
  claims speakers merge e57ec973c36af454a Gabuev
"""


@click.command("merge", epilog=EPILOG)
@click.argument("name", type=WORDS, shell_complete=complete.named("speaker"))
@click.argument(
    "others", type=WORDS, nargs=-1, required=True, shell_complete=complete.named("speaker")
)
@by_option
@db_option
def command(name: str, others: tuple[str, ...], by: str | None, db: str | None) -> None:
    """Decide that OTHERS are the speaker NAME, whose name stands for all.

    A name is a full name, words that only one speaker's name has, or an id. No claim is
    rewritten: undoing the decision takes the speakers apart again.
    """
    from db.identity.decisions import merge

    tell_done(merge(open_existing(db), name, others, user_name(by)), "speakers")
