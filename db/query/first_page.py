"""The first claims by most orders, or of outlets or articles by date, found without sorting all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any, Final

from sqlalchemy import ColumnElement, Dialect, Select, and_, any_, func, or_, select

from claims.claim import ClaimType, CueClass
from claims.review import ReviewState
from db.query.compile import (
    OF_THREAD,
    article_order,
    by_code_point,
    claim_conditions,
    select_ids,
    sort_key,
)
from db.query.conditions.article import are_outlets, is_called
from db.query.identified import ARTICLE, id_in
from db.query.model import ClaimQuery
from db.query.tables import (
    affiliation,
    article,
    claim,
    claim_meaning,
    claim_speaker,
    entity,
    is_live,
    mention_entity,
    outlet,
    shown_key,
    thread,
)

_FEW: Final = 1000
"""A limit up to which it is worth it."""
_SPEAKERS: Final = (2, 20, 200)
"""Speakers, or organizations, whose claims are looked at: the larger an archive, the fewer have
enough."""
_ARTICLES: Final = 2
"""Articles whose claims are looked at for each claim that is wanted: of some, no claim shows."""
_IN_ORDER: Final = 2_000
"""Articles that are looked through in order, ten milliseconds long."""
_IN_ORDER_THERE: Final = 500
"""Likewise on PostgreSQL, to which each takes four times as long."""
_CALLED: Final = 10_000
"""Articles whose titles are looked through in order, twenty milliseconds long."""
_SPARE: Final = 5
"""Threads, or claims by their cues, that are looked at for each claim that is wanted: of some, no
claim shows."""
_KINDS: Final[Mapping[str, tuple[str, tuple[str, ...]]]] = {
    "type": ("type", tuple(ClaimType)),
    "class": ("cue_class", tuple(CueClass)),
}
"""What has few values, and many claims of each: the column by its sort, and the values."""


def first_pages(query: ClaimQuery, dialect: Dialect) -> Iterator[Select[tuple[int]]]:
    """What finds the first claims of a query soon: they are these if they are as many as it wants.

    The quickest comes first; none where nothing is quicker than the query itself.
    """
    if query.limit is None or query.limit > _FEW:
        return
    if query.sort in ("speaker", "organization") and not query.narrows:
        of_first = _of_first_speakers if query.sort == "speaker" else _of_first_organizations
        for number in _SPEAKERS:
            yield select_ids(query, dialect).where(of_first(query, number, dialect))
    elif (statement := _first_page(query, query.limit, dialect)) is not None:
        yield statement


def _first_page(query: ClaimQuery, limit: int, dialect: Dialect) -> Select[tuple[int]] | None:
    if query.sort == "published" and query.outlets:
        return _of_outlets(query, dialect)
    if query.sort == "published" and query.articles and not _are_ids(query.articles):
        return _of_articles(query, dialect)
    if query.narrows:
        return None
    if query.sort in _KINDS:
        return _of_first_kind(query, dialect)
    if (among := _among_first(query, limit, dialect)) is not None:
        return select_ids(query, dialect).where(among)
    if dialect.name != "sqlite":
        # PostgreSQL joins and sorts all by itself in the same time.
        return None
    if query.sort == "articles" and not query.descending:
        # Most claims are in threads of one article: there is no need to sort these.
        in_order = select_ids(replace(query, sort="published"), dialect)
        return in_order.where(_of_least()) if ReviewState.REJECTED not in query.states else None
    if query.sort in OF_THREAD:
        return select_ids(query, dialect).where(_of_first_threads(query, _SPARE * limit))
    return None


def _among_first(query: ClaimQuery, limit: int, dialect: Dialect) -> ColumnElement[bool] | None:
    """What holds for the first claims by outlet, article, confidence or cue, and for few others."""
    if query.sort == "outlet":
        return _of_first_outlets(query, _ARTICLES * limit, dialect)
    if query.sort == "article":
        return _of_first_articles(query, _ARTICLES * limit, dialect)
    if dialect.name != "sqlite":
        # PostgreSQL expects a third of all claims before a confidence, and its index of cues has
        # them in the order of the server's language.
        return None
    if query.sort == "confidence":
        return _of_first_confidences(query, limit, dialect)
    return _of_first_cues(query, _SPARE * limit) if query.sort == "cue" else None


def _of_outlets(query: ClaimQuery, dialect: Dialect) -> Select[tuple[int]]:
    """Claims of outlets among the first articles: of an outlet that is met often, these have
    enough, while by the index of outlets all of its claims would be sorted."""
    in_order = select(article.c.id).order_by(*article_order(query, dialect))
    if dialect.name == "sqlite":
        in_order = in_order.limit(_IN_ORDER)
        return select_ids(query, dialect).where(claim.c.article_id.in_(in_order))
    # PostgreSQL would take few outlets to have the words, and begin with these all the same: of
    # the sum it has no index.
    rest = select_ids(replace(query, outlets=()), dialect)
    named = select(outlet.c.id).where(are_outlets(query.outlets))
    in_order = in_order.limit(_IN_ORDER_THERE)
    return rest.where(claim.c.article_id.in_(in_order), (article.c.outlet_id + 0).in_(named))


def _are_ids(articles: Iterable[str]) -> bool:
    """Whether any of these is an id, by which articles are found at once."""
    return any(id_in(text, ARTICLE) is not None for text in articles)


def _of_articles(query: ClaimQuery, dialect: Dialect) -> Select[tuple[int]]:
    """Claims of articles by their titles or names, among the first articles: words that many have
    are met soon, while no index tells which have them."""
    columns = (article.c.id, article.c.title_key, article.c.path)
    first = select(*columns).order_by(*article_order(query, dialect)).limit(_CALLED).subquery()
    called = select(first.c.id).where(or_(*(is_called(first, text) for text in query.articles)))
    rest = select_ids(replace(query, articles=()), dialect)
    return rest.where(claim.c.article_id.in_(called))


def _of_first_speakers(query: ClaimQuery, speakers: int, dialect: Dialect) -> ColumnElement[bool]:
    """``claim`` is one of the first speakers': whoever has the same name as the last one is among
    them."""
    key, other = shown_key(), shown_key(entity.alias("other"))
    last = select(other).order_by(_way(other, query)).offset(speakers).limit(1).scalar_subquery()
    # As a join SQLite would begin with all mentions, of which some entities have very many.
    first = select(entity.c.id).where(_reaches(key, last, query))
    spoken = (
        select(claim_speaker.c.claim_id)
        .join(mention_entity, mention_entity.c.mention_id == claim_speaker.c.mention_id)
        .where(
            is_live(),
            claim_speaker.c.ordinal == 0,
            _among_few(mention_entity.c.entity_id, first, dialect),
        )
    )
    return _among_few(claim.c.id, spoken, dialect)


def _of_first_organizations(
    query: ClaimQuery, organizations: int, dialect: Dialect
) -> ColumnElement[bool]:
    """``claim`` is by a speaker of one of the first organizations, and that is the one that it is
    sorted by: of several that its article states the first."""
    key = affiliation.c.organization_key
    each = select(key.label("key")).where(key.is_not(None)).distinct().subquery()
    order = _way(by_code_point(each.c.key, dialect), query)
    first = select(each.c.key).order_by(order).limit(organizations)
    stating = select(affiliation.c.mention_id).where(_among_few(key, first, dialect))
    spoken = select(claim_speaker.c.claim_id).where(
        claim_speaker.c.ordinal == 0, _among_few(claim_speaker.c.mention_id, stating, dialect)
    )
    sorted_by = _among_few(sort_key(query.sort, dialect), first, dialect)
    return and_(_among_few(claim.c.id, spoken, dialect), sorted_by)


def _among_few(
    column: ColumnElement[Any], few: Select[tuple[Any]], dialect: Dialect
) -> ColumnElement[bool]:
    """``column`` is one of these, which are few for a table: indexes lead to them soonest.

    PostgreSQL takes a third of all to be up to a name that it does not know yet, and goes through
    whole tables; of an array that it does not know it expects ten.
    """
    if dialect.name == "postgresql":
        return column == any_(func.array(few.scalar_subquery()))
    return column.in_(few)


def _of_first_outlets(query: ClaimQuery, articles: int, dialect: Dialect) -> ColumnElement[bool]:
    """``claim`` is of one of the first outlets, which have as many articles together."""
    number = func.count()
    key = by_code_point(outlet.c.name_key, dialect)
    each = (
        select(key.label("key"), number.label("articles"))
        .join(article, article.c.outlet_id == outlet.c.id)
        .group_by(outlet.c.id)
        .subquery()
    )
    order = _way(each.c.key, query)
    reached = func.sum(each.c.articles).over(order_by=order).label("reached")
    sums = select(each.c.key, reached).subquery()
    enough = select(sums.c.key).where(sums.c.reached >= articles).order_by(sums.c.reached)
    last = enough.limit(1).scalar_subquery()
    among = select(outlet.c.id).where(_reaches(key, last, query))
    within = select(article.c.id).where(_among_few(article.c.outlet_id, among, dialect))
    return _among_few(claim.c.article_id, within, dialect)


def _of_first_articles(query: ClaimQuery, articles: int, dialect: Dialect) -> ColumnElement[bool]:
    """``claim`` is of one of the first articles by title, or has the title of the last of these."""
    key = by_code_point(article.c.title_key, dialect)
    known = select(key).where(article.c.title_key.is_not(None)).order_by(_way(key, query))
    last = known.offset(articles).limit(1).scalar_subquery()
    within = select(article.c.id).where(_reaches(key, last, query))
    return _among_few(claim.c.article_id, within, dialect)


def _of_first_confidences(query: ClaimQuery, limit: int, dialect: Dialect) -> ColumnElement[bool]:
    """``claim`` is as sure as the last of the first that nobody judged, or comes before these: an
    index has them in order."""
    sure = claim.c.confidence
    wanted = claim_conditions(query, dialect)
    in_order = select(sure).where(claim.c.review == ReviewState.MACHINE.value, *wanted)
    last = in_order.order_by(_way(sure, query)).offset(limit - 1).limit(1).scalar_subquery()
    states = claim.c.review.in_([state.value for state in query.states])
    within = select(claim.c.id).where(states, *wanted, _reaches(sure, last, query))
    return claim.c.id.in_(within)


def _of_first_kind(query: ClaimQuery, dialect: Dialect) -> Select[tuple[int]]:
    """Claims of the first type or class there is, by date: there is no need to sort these."""
    column, values = _KINDS[query.sort]
    first = max(values) if query.descending else min(values)
    in_order = select_ids(replace(query, sort="published", descending=False), dialect)
    return in_order.where(claim.c[column] == first)


def _of_first_cues(query: ClaimQuery, claims: int) -> ColumnElement[bool]:
    """``claim`` has one of the first cues, which an index has in order."""
    key = claim.c.cue_lemma_key
    known = select(key).where(key.is_not(None)).order_by(_way(key, query))
    last = known.offset(claims).limit(1).scalar_subquery()
    return claim.c.id.in_(select(claim.c.id).where(_reaches(key, last, query)))


def _way(key: ColumnElement[Any], query: ClaimQuery) -> ColumnElement[Any]:
    """In the order of a query."""
    return key.desc() if query.descending else key.asc()


def _reaches(
    key: ColumnElement[Any], last: ColumnElement[Any], query: ClaimQuery
) -> ColumnElement[bool]:
    """It is the last one or comes before it, in the order of a query."""
    return key >= last if query.descending else key <= last


def _of_first_threads(query: ClaimQuery, threads: int) -> ColumnElement[bool]:
    """``claim`` is in one of the first threads, or one that has the same as the last of these."""
    key, other = thread.c[query.sort], thread.alias("other").c[query.sort]
    known = select(other).where(other.is_not(None)).order_by(_way(other, query))
    last = known.offset(threads).limit(1).scalar_subquery()
    within = (
        select(claim_meaning.c.claim_id)
        .join(thread, thread.c.id == claim_meaning.c.thread_id)
        .where(_reaches(key, last, query))
    )
    return claim.c.id.in_(within)


def _of_least() -> ColumnElement[bool]:
    """``claim`` is in a thread of as few articles as any that has claims which are not rejected."""
    other = thread.alias("other")
    least = select(func.min(other.c.articles)).where(other.c.articles > 0).scalar_subquery()
    return (
        select(claim_meaning.c.claim_id)
        .join(thread, thread.c.id == claim_meaning.c.thread_id)
        .where(claim_meaning.c.claim_id == claim.c.id, thread.c.articles == least)
        .correlate(claim)
        .exists()
    )
