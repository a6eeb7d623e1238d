"""Changes to a query that a key or a click makes, as opposed to typing."""

from __future__ import annotations

from dataclasses import replace

from claims.claim import CueClass
from db.query import ClaimQuery

PLAIN = ClaimQuery()


def sorted_next(query: ClaimQuery, field: str) -> ClaimQuery:
    """The next order by a column: ascending, descending, then the usual one again."""
    if query.sort != field:
        return replace(query, sort=field, descending=False)
    if not query.descending:
        return replace(query, descending=True)
    return replace(query, sort=PLAIN.sort, descending=PLAIN.descending)


def with_speaker(query: ClaimQuery, name: str) -> ClaimQuery:
    """The query with one more speaker, or without that speaker."""
    rest = tuple(each for each in query.speakers if each.casefold() != name.casefold())
    if len(rest) < len(query.speakers):
        return replace(query, speakers=rest)
    return replace(query, speakers=(*query.speakers, name))


def with_article(query: ClaimQuery, article_id: str) -> ClaimQuery:
    """The query for one article, or without it."""
    return replace(query, article=None if query.article == article_id else article_id)


def with_class(query: ClaimQuery, name: str) -> ClaimQuery:
    """The query with one more cue class, or without it."""
    rest = tuple(each for each in query.cue_classes if each != name)
    if len(rest) < len(query.cue_classes):
        return replace(query, cue_classes=rest)
    return replace(query, cue_classes=(*query.cue_classes, CueClass(name)))


WITH_CHOSEN = {"speakers": with_speaker, "articles": with_article, "classes": with_class}
"""What choosing a value does, by the id of its pane."""


def in_words(query: ClaimQuery) -> str:
    """A query as a sentence, also where it asks for nothing."""
    return "all claims, oldest first" if query == PLAIN else query.in_words()
