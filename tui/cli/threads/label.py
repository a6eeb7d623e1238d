"""``claims threads label``: what a thread is called."""

from __future__ import annotations

from typing import Final

import click

from tui.cli.options.acts import tell_done
from tui.cli.options.common import WORDS, by_option, db_option
from tui.session.archive import open_existing
from tui.session.user_name import user_name

EPILOG: Final = """\b
Examples:
  claims threads label t0d2f6b1a9e4c357 "Brussels pays for the wall"
"""


@click.command("label", epilog=EPILOG)
@click.argument("ident", type=WORDS, metavar="ID")
@click.argument("text", type=WORDS, metavar="TEXT")
@by_option
@db_option
def command(ident: str, text: str, by: str | None, db: str | None) -> None:
    """Label the thread ID, or that of the claim ID, as TEXT; it keeps this whatever claims join."""
    from db.comparison.threads.judgements import label

    tell_done(label(open_existing(db), ident, text, user_name(by)), "threads")
