"""How many claims of a query each speaker, organization, outlet, article, month, type and class
has: what panes to filter by show.

Only the most frequent values are listed, however many there are; a text finds the others. A value
is an identity, not a name: choosing it finds as many claims as it says.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, Final

from sqlalchemy import (
    ColumnElement,
    Connection,
    Engine,
    Row,
    Select,
    func,
    select,
)

from claims.partial_date import UNKNOWN_DATE, PartialDate, partial_date
from db.analysis.facets.facet_counts import Counting, Facet, claims_of, field_of, values_with_claims
from db.connection.cancel import Cancel
from db.connection.reading import reading
from db.query.identified import exactly, identified, is_words, label_of, meant_by
from db.query.model import ClaimQuery

__all__ = [
    "MOST",
    "Facet",
    "FacetCounts",
    "FacetValue",
    "but_for",
    "choosing",
    "chosen",
    "chosen_values",
    "facet_counts",
    "label_in",
]

MOST: Final = 1000
"""How many values are listed."""

_KEPT: Final = 128
"""How many statements are kept: a filter has eight."""


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One value with its number of claims.

    Args:
        key: As the filter line takes it: what has an id or a name of its own, by that.
        label: As people know it.
        claims: How many claims of the query have it.
        published: When, of an article.
        found: The key of the one value that words of a filter find; empty for any other value.
    """

    key: str
    label: str
    claims: int
    published: PartialDate = UNKNOWN_DATE
    found: str = ""

    @property
    def dated(self) -> str:
        """The date as exactly as it is known, else empty."""
        return self.published.as_known

    @property
    def means(self) -> str:
        """What choosing it asks for; equal for values that are one."""
        return meant_by(self.found or self.key)


@dataclass(frozen=True, slots=True)
class FacetCounts:
    """The most frequent values of a facet.

    Args:
        values: In the order to list them: months from the newest, others from the most frequent.
        total: How many values there are; more than are listed, if they are many.
    """

    values: Sequence[FacetValue] = ()
    total: int = 0


def chosen(query: ClaimQuery, facet: Facet) -> tuple[str, ...]:
    """The values of a facet that a query asks for."""
    found: tuple[str, ...] = getattr(query, field_of(facet).name)
    return found


def choosing(query: ClaimQuery, facet: Facet, keys: Iterable[str]) -> ClaimQuery:
    """A query that asks for these values of a facet, and for no others."""
    field = field_of(facet)
    values: dict[str, Any] = {field.name: tuple(map(field.read, keys))}
    if facet is Facet.ORGANIZATION:
        values["ever"] = query.ever and bool(values[field.name])
    return replace(query, **values)


def but_for(query: ClaimQuery, facet: Facet) -> ClaimQuery:
    """What a facet is counted over: a query without what it asks of the facet, in any order."""
    rest = choosing(query, facet, ())
    return replace(rest, sort="published", descending=False, limit=None)


def facet_counts(
    engine: Engine,
    facet: Facet,
    query: ClaimQuery,
    *,
    text: str = "",
    most: int = MOST,
    cancel: Cancel | None = None,
) -> FacetCounts:
    """Claims of a query by the values of a facet, whatever the query asks of that facet.

    Claims that lack what the facet tells apart are not counted.

    Args:
        engine: Of the archive.
        facet: Which one.
        query: Which claims are counted; order and limit do not matter.
        text: Only values each of whose words begins a word of the label are listed.
        most: At most this many are listed.
        cancel: Stops it from another thread.

    Raises:
        Cancelled: It was stopped.
        ArchiveError: The database cannot be read.
    """
    with reading(engine) as connection, (cancel or Cancel()).watch(connection):
        counting = Counting(connection.dialect, but_for(query, facet), text, ever=query.ever)
        found = connection.execute(_most_frequent(facet, counting, most)).all()
        return FacetCounts([_value(facet, row) for row in found], found[0].total if found else 0)


def chosen_values(
    engine: Engine, facet: Facet, query: ClaimQuery, cancel: Cancel | None = None
) -> list[FacetValue]:
    """What a query asks of a facet, in its order, each with the claims that it brings by itself;
    as `facet_counts`, of which it need not list any. Words that find one value are shown as it."""
    if not chosen(query, facet):
        return []
    with reading(engine) as connection, (cancel or Cancel()).watch(connection):
        return [_chosen(connection, facet, query, key) for key in chosen(query, facet)]


# To write a statement takes as long as a small archive takes to answer it.
@lru_cache(_KEPT)
def _most_frequent(facet: Facet, counting: Counting, most: int) -> Select[Any]:
    # As a CTE that is asked twice it is counted once.
    counted = values_with_claims(facet, counting).cte("counted")
    total = select(func.count()).select_from(counted).scalar_subquery()
    order: list[ColumnElement[Any]] = [counted.c.claims.desc(), counted.c.ordered, counted.c.key]
    if facet is Facet.MONTH:
        order = [counted.c.key.desc()]
    elif facet is Facet.ARTICLE:
        order[1] = counted.c.published.desc().nulls_last()
    return select(counted, total.label("total")).order_by(*order).limit(most)


def _value(facet: Facet, row: Row[Any]) -> FacetValue:
    key = row.key
    if facet in _IDENTIFIED:
        key = identified(row.label, key)
    elif facet is Facet.OUTLET:
        key = exactly(key)
    published = partial_date(row.published, row.precision) if row.precision else UNKNOWN_DATE
    return FacetValue(key, row.label, int(row.claims), published)


_IDENTIFIED: Final = frozenset((Facet.SPEAKER, Facet.ORGANIZATION, Facet.ARTICLE, Facet.TOPIC))
"""Facets whose values have ids."""

_NAMED: Final = _IDENTIFIED - {Facet.TOPIC} | {Facet.OUTLET}
"""Facets of which words that a filter holds may mean one value."""


def label_in(facet: Facet, key: str) -> str:
    """A value of a filter as a pane has it: words to look for in names are told to be no name."""
    return f"“{key}” in names" if facet in _NAMED and is_words(key) else label_of(key)


def _chosen(connection: Connection, facet: Facet, query: ClaimQuery, key: str) -> FacetValue:
    alone = replace(choosing(query, facet, [key]), sort="published", descending=False, limit=None)
    if facet in _NAMED:
        among = key if facet is Facet.ORGANIZATION else None
        counting = Counting(connection.dialect, alone, ever=alone.ever, among=among)
        rows = connection.execute(_most_frequent(facet, counting, 2)).all()
        if len(rows) == 1:
            value = _value(facet, rows[0])
            return replace(value, key=key, found=value.key)
    claims = connection.scalar(claims_of(connection.dialect, alone, func.count())) or 0
    return FacetValue(key, label_in(facet, key), claims)
