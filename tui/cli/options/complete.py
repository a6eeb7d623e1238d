"""Completion of names from the database, for the filter options.

Completion never creates or upgrades a database and never complains: a shell has no place for it.
"""

from __future__ import annotations

from collections.abc import Callable

import click

from tui.cli.options.common import database_of


def named(what: str) -> Callable[[click.Context, click.Parameter, str], list[str]]:
    """What completes names of a kind, a member of `db.query.vocabulary.Named`."""

    def complete(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
        return _names(ctx, what, incomplete)

    return complete


def _names(ctx: click.Context, what: str, start: str) -> list[str]:
    from sqlalchemy.exc import SQLAlchemyError

    from db.archive import open_archive
    from db.connection.engine import ArchiveError
    from db.query.vocabulary import Named, names_starting

    try:
        engine = open_archive(database_of(ctx), read_only=True)
        return names_starting(engine, Named(what), start)
    except (ArchiveError, SQLAlchemyError, OSError):
        return []
