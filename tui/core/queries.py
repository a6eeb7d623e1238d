"""Changes to a query that a key or a click makes, as opposed to typing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from claims.aside import Aside
from claims.review import ReviewState
from db.analysis.facets.facets import Facet, choosing, chosen
from db.claims.model import SpeakerRef
from db.query.identified import meant_by
from db.query.line import parse_filter
from db.query.model import NEWEST_FIRST, ClaimQuery
from db.query.sentence import sentence

PLAIN: Final = ClaimQuery(sort=NEWEST_FIRST)
"""What the app shows where nothing is asked for."""


_CLAIMS: Final = "claims"
"""What a sentence calls them, which begins with it where nothing narrows a query."""


def read_line(line: str) -> ClaimQuery:
    """The query of a filter line of the app: the newest first unless it says otherwise.

    Raises:
        QueryError: It cannot be understood.
    """
    return parse_filter(line, NEWEST_FIRST)


def as_line(query: ClaimQuery) -> str:
    """The line that `read_line` reads as a query."""
    return query.to_filter(NEWEST_FIRST)


def newest_first(query: ClaimQuery) -> ClaimQuery:
    """A query as the table shows it unless asked for another order."""
    return replace(query, sort=PLAIN.sort, descending=PLAIN.descending)


def in_time(query: ClaimQuery) -> ClaimQuery:
    """A query for what stands side by side: where it is sorted by date, from the oldest on."""
    return replace(query, descending=False) if query.sort == PLAIN.sort else query


def everything(query: ClaimQuery) -> ClaimQuery:
    """All claims, with those set aside and the rejected ones if a query may have any of them."""
    return ClaimQuery(
        include_rejected=ReviewState.REJECTED in query.states,
        include=tuple(reason for reason in Aside if reason in query.lets_in),
    )


def shows_all(query: ClaimQuery) -> bool:
    """Whether it asks for any of what a first look leaves out."""
    return query.everything or bool(query.include) or query.include_rejected


def hiding_or_not(query: ClaimQuery) -> ClaimQuery:
    """A query that leaves nothing out, or one that leaves out what is usual if that did not."""
    return replace(query, everything=not shows_all(query), include=(), include_rejected=False)


def sorted_next(query: ClaimQuery, field: str) -> ClaimQuery:
    """The next order by a column: ascending, descending, then the usual one again; by date it is
    turned round."""
    if query.sort == field == PLAIN.sort:
        return replace(query, descending=not query.descending)
    if field == PLAIN.sort or (query.sort == field and query.descending):
        return newest_first(query)
    return replace(query, sort=field, descending=query.sort == field)


def with_value(query: ClaimQuery, facet: Facet, key: str) -> ClaimQuery:
    """The query with one more value of a facet, or without it if it is there."""
    before = chosen(query, facet)
    rest = [each for each in before if meant_by(each) != meant_by(key)]
    return choosing(query, facet, rest if len(rest) < len(before) else [*before, key])


def only_asked(query: ClaimQuery, speakers: Sequence[SpeakerRef]) -> SpeakerRef | None:
    """The one of several speakers that a query asks for by id; None unless it is just one."""
    wanted = {meant_by(value) for value in query.speakers}
    found = {one.id: one for one in speakers if meant_by(one.asked) in wanted}
    return next(iter(found.values())) if len(found) == 1 else None


def scope(query: ClaimQuery) -> str:
    """A query as a sentence, also where it asks for nothing: without more, claims show that tell
    what somebody said, which are not all there are."""
    line = sentence(query)
    if query.narrows or query.limit:
        return line
    return f"all {line}" if query.everything else f"what was said{line.removeprefix(_CLAIMS)}"


def in_words(query: ClaimQuery) -> str:
    """As `scope`; that the newest goes first goes without saying where it does."""
    line = scope(in_time(query))
    by_date = query.sort == PLAIN.sort
    if by_date and not query.descending:
        return f"{line}, oldest first"
    return f"{line}, newest first" if query == PLAIN else line
