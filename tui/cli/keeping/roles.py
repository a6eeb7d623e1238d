"""``claims roles``: who may only read an archive on a server, and who may review it."""

from __future__ import annotations

from typing import Final

import click

from tui.cli.options.common import db_option
from tui.session.archive import open_existing

EPILOG: Final = """\b
Examples:
  claims roles --db postgresql://desk@news.example/claims
"""


@click.command("roles", epilog=EPILOG)
@db_option
def command(db: str | None) -> None:
    """Make the roles claims_reader and claims_reviewer on a PostgreSQL server.

    A login that is given the first sees all and writes nothing; one that is given the second also
    reviews claims and decides about speakers, threads and dates, only in its own name. Neither adds
    or deletes articles. Run it again after an upgrade; nothing that is stored changes.
    """
    from db.keeping.roles import READER, REVIEWER, make_roles

    make_roles(open_existing(db))
    click.echo(f"made {READER} and {REVIEWER}; give them in SQL: GRANT {REVIEWER} TO anna")
