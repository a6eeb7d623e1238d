"""``claims articles delete``: articles taken out, with everything of them."""

from __future__ import annotations

from typing import Final

import click

from tui.cli.options.asking import ask
from tui.cli.options.common import WORDS, by_option, db_option
from tui.io.streams import data_output
from tui.session.archive import open_existing
from tui.session.user_name import user_name
from tui.text.words import counted

EPILOG: Final = """\b
Examples:
  claims articles delete a6006559747e0
  claims articles delete a6006559747e0 a91bd0c3f1e7a --yes
"""


@click.command("delete", epilog=EPILOG)
@click.argument("ids", metavar="ID…", nargs=-1, required=True, type=WORDS)
@click.option("--yes", is_flag=True, help="Do not ask first.")
@by_option
@db_option
def command(ids: tuple[str, ...], yes: bool, by: str | None, db: str | None) -> None:
    """Delete the articles ID… with their texts, claims and reviews. It cannot be undone.

    The files stay where they are; 'claims ingest' stores them again. What no other article has goes
    too: speakers, topics, quotations, outlets.
    """
    from db.articles.actions import check_there
    from db.articles.delete import delete_articles

    engine = open_existing(db)
    check_there(engine, ids)
    amount = counted(len(dict.fromkeys(ids)), "article")
    if not yes:
        ask(f"Delete {amount} with all claims and reviews?", "nothing was deleted")
    done = delete_articles(engine, ids, user_name(by))
    amount = f"{counted(done.articles, 'article')} with {counted(done.claims, 'claim')}"
    data_output().write(f"deleted {amount}\n")
