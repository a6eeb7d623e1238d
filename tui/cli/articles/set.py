"""``claims articles set``: what is known of articles, corrected."""

from __future__ import annotations

from typing import Any, Final

import click

from tui.cli.articles.messages import tell_decided
from tui.cli.articles.options import FIELDS, given_values, known_options
from tui.cli.options.common import WORDS, by_option, db_option
from tui.session.archive import open_existing
from tui.session.user_name import user_name

EPILOG: Final = """\b
Examples:
  claims articles set a6006559747e0 --date 2023-10-17 --outlet "The Courier"
  claims articles set a6006559747e0 a91bd0c3f1e7a --byline "Ines Calder" --byline "A. Feld"
  claims articles set a6006559747e0 --clear byline
"""


@click.command("set", epilog=EPILOG)
@click.argument("ids", metavar="ID…", nargs=-1, required=True, type=WORDS)
@known_options
@click.option(
    "--clear",
    "clears",
    metavar="FIELD",
    type=click.Choice(FIELDS),
    multiple=True,
    help=f"Clear this field: {', '.join(FIELDS)}; may be repeated.",
)
@click.option("--why", metavar="TEXT", type=WORDS, help="The reason.")
@by_option
@db_option
def command(
    ids: tuple[str, ...],
    clears: tuple[str, ...],
    why: str | None,
    by: str | None,
    db: str | None,
    **known: Any,
) -> None:
    """Set the title, outlet, byline, date or address of articles by their ids.

    It is shown in place of what the page says, even after that is read again, until it is undone.
    """
    from db.articles.actions import cleared, set_known
    from db.schema.choices import ArticleField

    person = user_name(by)
    values = given_values(known, f"set by {person}")
    if both := [name for name in clears if name in values]:
        raise click.UsageError(f"{both[0]} is given and cleared")
    values |= cleared(map(ArticleField, clears))
    if not values:
        raise click.UsageError("nothing to set; give --title, --outlet, --date, …")
    wanted = dict.fromkeys(ids, values)
    tell_decided(set_known(open_existing(db), wanted, person, why))
