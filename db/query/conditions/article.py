"""What a query asks of ``article``."""

from __future__ import annotations

import calendar
from collections.abc import Iterable
from datetime import date

from sqlalchemy import Dialect, FromClause, Text, and_, false, func, or_, select, union_all

from claims.partial_date import Precision
from db.query.conditions.review import is_storable
from db.query.identified import ARTICLE, STORY, exact_name, id_in
from db.query.model import ClaimQuery
from db.query.tables import (
    Condition,
    article,
    article_sample,
    has_words,
    outlet,
    path_and_name,
)
from db.schema.public_ids import article_of_story


def articles(query: ClaimQuery, _: Dialect) -> Condition:
    """It is any of these."""
    return or_(*map(_is_article, query.articles))


def stories(query: ClaimQuery, _: Dialect) -> Condition:
    """It is in the story of any of these."""
    return or_(*map(_is_of_story, query.stories))


def copy(query: ClaimQuery, _: Dialect) -> Condition:
    """Another article of its story stands for it: the earliest, as
    `claims.comparison.arranged` has it."""
    rank = func.row_number().over(
        partition_by=article.c.story_id,
        order_by=(
            article.c.published.asc().nulls_last(),
            article_sample.c.shingles.desc(),
            article.c.id,
        ),
    )
    ranked = (
        select(article.c.id, rank.label("rank"))
        .join(article_sample, article_sample.c.article_id == article.c.id)
        .subquery()
    )
    copies = select(ranked.c.id).where(ranked.c.rank > 1)
    return article.c.id.in_(copies) if query.copy else article.c.id.not_in(copies)


def outlets(query: ClaimQuery, _: Dialect) -> Condition:
    """Any of these published it."""
    return article.c.outlet_id.in_(select(outlet.c.id).where(are_outlets(query.outlets)))


def are_outlets(names: Iterable[str]) -> Condition:
    """A row of ``outlet`` is any of these."""
    return or_(*map(_is_outlet, names))


def since(query: ClaimQuery, _: Dialect) -> Condition:
    """Its day, or the last day of its month or year, is the first one asked for or later."""
    assert query.since is not None
    day = query.since
    return _bound(day, day.replace(day=1), day.replace(month=1, day=1), after=True)


def until(query: ClaimQuery, _: Dialect) -> Condition:
    """Its day, or the first day of its month or year, is the last one asked for or earlier."""
    assert query.until is not None
    day = query.until
    month_end = day.replace(day=calendar.monthrange(day.year, day.month)[1])
    return _bound(day, month_end, day.replace(month=12, day=31), after=False)


def stored(query: ClaimQuery, _: Dialect) -> Condition:
    """It came into the archive then or later."""
    return article.c.created_at >= query.stored


def months(query: ClaimQuery, _: Dialect) -> Condition:
    """It is of any of these months."""
    return or_(*map(_in_month, query.months))


def _is_article(text: str) -> Condition:
    """Words of the title, a part of the file's name (of the path's end, if it has a slash) or
    the id."""
    if (ident := id_in(text, ARTICLE)) is not None:
        return article.c.public_id == ident
    return article.c.id.in_(select(article.c.id).where(is_called(article, text)))


def is_called(articles: FromClause, text: str) -> Condition:
    """A row of ``article``, or of a part of it, has these words in its title, or this as a part of
    its file's name."""
    if not is_storable(text):
        return false()
    path, base = path_and_name(articles)
    wanted = text.replace("\\", "/").removeprefix("./")
    if "/" in wanted:
        of_file: Condition = path.endswith(wanted, autoescape=True)
    else:
        of_file = func.lower(base, type_=Text).contains(wanted.lower(), autoescape=True)
    return or_(has_words(articles.c.title_key, text), of_file)


def _is_of_story(text: str) -> Condition:
    """It is the article meant, or in one story with it."""
    ident = id_in(text, STORY)
    meant = _is_article(text if ident is None else article_of_story(ident))
    other = article.alias("of_its_story")
    # Two by their indexes: PostgreSQL has none for one or the other.
    found = union_all(
        select(article.c.id).where(meant).correlate(None),
        select(other.c.id)
        .join_from(article, other, other.c.story_id == article.c.story_id)
        .where(meant)
        .correlate(None),
    )
    return article.c.id.in_(found)


def _is_outlet(text: str) -> Condition:
    """A row of ``outlet`` has these words in its name, or is called just so."""
    if (name := exact_name(text)) is None:
        return has_words(outlet.c.name_key, text)
    return outlet.c.name == name if is_storable(name) else false()


def _in_month(month: str) -> Condition:
    """The article's day is in this month, or its month is this one."""
    first = date.fromisoformat(f"{month}-01")
    last = first.replace(day=calendar.monthrange(first.year, first.month)[1])
    known = article.c.published_precision.in_([Precision.DAY.value, Precision.MONTH.value])
    return and_(article.c.published.between(first, last), known)


def _bound(day: date, month: date, year: date, *, after: bool) -> Condition:
    """Compare with a limit that is the wider the less is known; the widest serves the index."""
    published, precision = article.c.published, article.c.published_precision

    def within(limit: date) -> Condition:
        return published >= limit if after else published <= limit

    return and_(
        within(year),
        or_(
            within(day),
            and_(precision == Precision.MONTH.value, within(month)),
            precision == Precision.YEAR.value,
        ),
    )
