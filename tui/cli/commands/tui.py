"""``claims tui``: the full-screen app."""

from __future__ import annotations

import dataclasses
import os
from typing import TYPE_CHECKING, Final

import click

from db.query.model import OLDEST_FIRST
from tui.cli.commands.list import list_claims
from tui.cli.options.common import by_option, db_option, fresh_option
from tui.cli.options.filters import app_filters, given_query
from tui.io.streams import missing_terminal, tell
from tui.session.archive import open_to_read
from tui.session.user_name import VARIABLE
from tui.textual_version import check_textual

if TYPE_CHECKING:
    from db.query.model import ClaimQuery

EPILOG: Final = """\b
Examples:
  claims tui
  claims tui --speaker gabuev --since 2023
  claims tui --db news.db
  claims tui --fresh
"""


@click.command("tui", epilog=EPILOG)
@app_filters
@by_option
@fresh_option
@db_option
def command(query: ClaimQuery, by: str | None, db: str | None, fresh: bool) -> None:
    """Open the full-screen app, on the claims that match the filters.

    Without filters it opens as it was left on this database. Where there is no terminal to draw
    on, the claims are printed as 'claims list' does.
    """
    view, sort = (click.get_current_context().params[name] for name in ("view", "sort"))
    missing = missing_terminal()
    if missing is None:
        check_textual()
        from tui.run import run_app

        if by is not None:
            os.environ[VARIABLE] = by
        query_of_app = query if view else given_query(query)
        run_app(db, query_of_app, view=view, fresh=fresh)
        return
    tell(f"standard {missing} is no terminal; printing the claims instead of opening the app")
    if sort is None and query.sort == OLDEST_FIRST:
        query = dataclasses.replace(query, descending=False)
    list_claims(open_to_read(db), query)
