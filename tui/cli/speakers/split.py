"""``claims speakers split``: one of the names, or some of the articles, are somebody else's."""

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
  claims speakers split "Vladimir Putin" "V. Putin"
  claims speakers split "John Smith" --article a6006559747e0
"""


@click.command("split", epilog=EPILOG)
@click.argument("name", type=WORDS, shell_complete=complete.named("speaker"))
@click.argument("member", type=WORDS, required=False)
@click.option(
    "--article",
    "articles",
    metavar="ID",
    multiple=True,
    type=WORDS,
    help="In this article it is somebody else of that name; may be repeated.",
)
@by_option
@db_option
def command(
    name: str, member: str | None, articles: tuple[str, ...], by: str | None, db: str | None
) -> None:
    """Take the name MEMBER out of the speaker NAME, or take articles out of it.

    The two are not linked or suggested again unless you undo this.
    """
    if (member is None) == (not articles):
        raise click.UsageError("give either a name to split off or --article")
    from db.identity.decisions import split, split_articles

    engine = open_existing(db)
    if member is not None:
        tell_done(split(engine, name, member, user_name(by)), "speakers")
    else:
        tell_done(split_articles(engine, name, articles, user_name(by)), "speakers")
