"""Completion of names from the database, for the filter options.

Completion never creates or upgrades a database and never complains: a shell has no place for it.
"""

from __future__ import annotations

import click

from tui.cli.options.common import database_of


def speakers(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    """Names and aliases of speakers."""
    return _names(ctx, "speaker", incomplete)


def organizations(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    """Organizations that speakers belong to."""
    return _names(ctx, "organization", incomplete)


def outlets(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    """Outlets of stored articles."""
    return _names(ctx, "outlet", incomplete)


def articles(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    """Titles of stored articles."""
    return _names(ctx, "article", incomplete)


def views(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    """Names of saved views."""
    return _names(ctx, "view", incomplete)


def cues(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    """Base forms of cues."""
    return _names(ctx, "cue", incomplete)


def tags(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    """Tags of claims."""
    return _names(ctx, "tag", incomplete)


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
