"""What came in since a time: in all, and by saved view."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Engine

from db.analysis.summary import count_claims
from db.query.model import ClaimQuery
from db.query.saved_views import SavedView, ViewError, saved_views


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
