"""Changes to a query that a key or a click makes, as opposed to typing."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from claims.review import ReviewState
from db.analysis.facets import Facet, choosing, chosen
from db.query.identified import meant_by
from db.query.model import ClaimQuery
from db.query.sentence import sentence

PLAIN: Final = ClaimQuery()


def everything(query: ClaimQuery) -> ClaimQuery:
    """All claims, with the rejected ones if a query may have any of them."""
    return ClaimQuery(include_rejected=ReviewState.REJECTED in query.states)


def sorted_next(query: ClaimQuery, field: str) -> ClaimQuery:
    """The next order by a column: ascending, descending, then the usual one again."""
    if query.sort != field:
        return replace(query, sort=field, descending=False)
    if not query.descending:
        return replace(query, descending=True)
    return replace(query, sort=PLAIN.sort, descending=PLAIN.descending)


def with_value(query: ClaimQuery, facet: Facet, key: str) -> ClaimQuery:
    """The query with one more value of a facet, or without it if it is there."""
    before = chosen(query, facet)
    rest = [each for each in before if meant_by(each) != meant_by(key)]
    return choosing(query, facet, rest if len(rest) < len(before) else [*before, key])


def in_words(query: ClaimQuery) -> str:
    """A query as a sentence, also where it asks for nothing."""
    return "all claims, oldest first" if query == PLAIN else sentence(query)
