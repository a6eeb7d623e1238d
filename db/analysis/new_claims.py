"""What came in since a time: in all, and by saved view."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import Engine, func, select

from db.analysis.summary import count_claims
from db.connection.reading import reading
from db.query.model import ClaimQuery
from db.query.saved_views import SavedView, ViewError, saved_views
from db.query.tables import article

_TICK: Final = timedelta(microseconds=1)
"""The least time between two articles."""


@dataclass(frozen=True, slots=True)
class NewInView:
    """How many new claims a saved view has, and all that it has."""

    view: SavedView
    new: int
    claims: int


@dataclass(frozen=True, slots=True)
class NewClaims:
    """What came in since a time.

    Args:
        since: The time.
        claims: How many claims of articles that were stored since, as a first look has them.
        views: The saved views that can be shown, by name.
    """

    since: datetime
    claims: int
    views: tuple[NewInView, ...]

    @property
    def in_views(self) -> dict[str, int]:
        """New claims by the name of a view, where there are any."""
        return {one.view.name: one.new for one in self.views if one.new}


def after_newest(engine: Engine) -> datetime | None:
    """The time from which on all is newer than what is stored now; None where nothing is.

    By the times of the articles themselves, not by a clock: what is being stored now, and what was
    stored in this second, is told apart, whatever the clock of this machine says.

    Args:
        engine: Of the archive.

    Raises:
        ArchiveError: The database failed.
    """
    with reading(engine) as connection:
        newest = connection.scalar(select(func.max(article.c.created_at)))
    return None if newest is None else newest + _TICK


def came_in(query: ClaimQuery, since: datetime) -> ClaimQuery:
    """What of a query came in since a time."""
    return replace(query, stored=max(filter(None, (query.stored, since))), limit=None)


def read_new_claims(engine: Engine, since: datetime) -> NewClaims:
    """Count what came in.

    Args:
        engine: Of the archive.
        since: From when on.

    Raises:
        ArchiveError: The database failed.
    """
    claims = count_claims(engine, came_in(ClaimQuery(), since))
    found = []
    for view in saved_views(engine):
        try:
            query = view.query
        except ViewError:
            continue
        new = count_claims(engine, came_in(query, since))
        found.append(NewInView(view, new, count_claims(engine, replace(query, limit=None))))
    return NewClaims(since, claims, tuple(found))
