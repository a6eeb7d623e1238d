"""Writing one read article, with its claims, inside a transaction of the caller's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any, Final

from sqlalchemy import (
    Connection,
    Select,
    Update,
    bindparam,
    func,
    insert,
    select,
    update,
)
from sqlalchemy import text as sql
from sqlalchemy.sql.dml import ReturningInsert

from claims.article import Article
from claims.claim import Claim
from claims.language.folding import fold
from claims.reading.locations import from_root, is_url
from claims.reading.standard_input import is_text_given
from db.articles.carry_over import as_set
from db.articles.values import outlet_number, write_byline
from db.comparison.topics import store_phrases
from db.identity.mentions import article_speakers, identity, link
from db.ingest.checks import check
from db.schema import core as schema
from db.schema.aside import set_aside_in
from db.schema.extracted import affiliation_values, claim_values, span_values
from db.schema.public_ids import article_public_id, claim_public_ids
from db.sql.claim_numbers import new_numbers
from db.sql.insert import add, add_numbered, insert_all

_ARRIVING: Final = 0x617272697665  # "arrive"; the key of PostgreSQL's lock around new articles


class Standing(StrEnum):
    """How a read article stands to what is stored."""

    NEW = "new"
    CHANGED = "changed"
    REVERTED = "reverted"
    UNCHANGED = "unchanged"
    DUPLICATE = "duplicate"


@dataclass(frozen=True, slots=True)
class ArchiveMatch:
    """Where a read article belongs: the article that has its text, else its own if there is one."""

    standing: Standing
    article_id: int | None = None
    text_id: int | None = None
    key: str | None = None
    path: str | None = None


def archive_match(connection: Connection, article: Article) -> ArchiveMatch:
    """Where a read article belongs: by the real path of its file, and by its text.

    A text that another article shows is a duplicate. A text that another article has left behind
    is free: whoever has it now is an article of its own.
    """
    own_key = article_key(article)
    holders = connection.execute(_with_text(), {"sha256": article.sha256}).all()
    for text_id, article_id, current, key, path in holders:
        if current:
            standing = Standing.UNCHANGED if key == own_key else Standing.DUPLICATE
            return ArchiveMatch(standing, article_id, text_id, key, path)
    for text_id, article_id, _, key, path in holders:
        if key == own_key:
            return ArchiveMatch(Standing.REVERTED, article_id, text_id, key, path)
    own = connection.scalar(_of_key(), {"key": own_key})
    return ArchiveMatch(Standing.NEW if own is None else Standing.CHANGED, own)


# Statements that each article needs are written once: that takes as long as to run them.
@cache
def _of_public_id() -> Select[int]:
    return select(schema.Article.id).where(schema.Article.public_id == bindparam("public_id"))


@cache
def _new_article() -> ReturningInsert[int]:
    return insert(schema.Article).returning(schema.Article.id)


@cache
def _new_text() -> ReturningInsert[int]:
    return insert(schema.ArticleText).returning(schema.ArticleText.id)


@cache
def _newest_version() -> Select[int]:
    table = schema.ArticleText
    return select(func.max(table.version)).where(table.article_id == bindparam("article"))


@cache
def _with_text() -> Select[int, int, bool, str, str]:
    texts, articles = schema.ArticleText, schema.Article
    return (
        select(texts.id, texts.article_id, texts.current, articles.key, articles.path)
        .join(articles)
        .where(texts.sha256 == bindparam("sha256"))
    )


@cache
def _of_key() -> Select[int]:
    return select(schema.Article.id).where(schema.Article.key == bindparam("key"))


def article_key(article: Article) -> str:
    """The real path of an article's file; of a text that is of no file here, what it is called."""
    if is_text_given(article.path) or is_url(article.path):
        return article.path
    return str(Path(article.path).resolve())


def store(
    connection: Connection,
    match: ArchiveMatch,
    article: Article,
    claims: Sequence[Claim],
    run_id: int,
) -> int:
    """Store the text of a new or changed article and its claims, and show them from now on.

    Returns:
        The article's id.

    Raises:
        UnsoundError: A span or reference is not right.
    """
    check(article, claims)
    now = datetime.now(UTC)
    article_id = _store_article(connection, match, article, now)
    if match.standing is Standing.CHANGED:
        _retire(connection, article_id)
    text_id = _store_text(connection, article_id, article, now)
    _store_claims(connection, article, claims, article_id, text_id, run_id, now)
    if match.article_id is None:
        _let_arrive(connection, article_id)
    return article_id


def store_again(
    connection: Connection,
    article_id: int,
    text_id: int,
    article: Article,
    claims: Sequence[Claim],
    run_id: int,
) -> None:
    """Store what another run found in the text that shows, and show that from now on.

    What earlier runs found stays.

    Raises:
        UnsoundError: A span or reference is not right.
    """
    check(article, claims)
    _retire(connection, article_id, schema.Claim)
    now = datetime.now(UTC)
    _store_claims(connection, article, claims, article_id, text_id, run_id, now)


def revert(connection: Connection, match: ArchiveMatch, article: Article) -> int:
    """Show an older text of an article and its claims again; returns how many claims."""
    assert match.article_id is not None, "only what is stored"
    _store_article(connection, match, article, datetime.now(UTC))
    _retire(connection, match.article_id)
    text, claim, extraction = schema.ArticleText, schema.Claim, schema.Extraction
    connection.execute(update(text).where(text.id == match.text_id).values(current=True))
    newest = (
        select(func.max(extraction.run_id))
        .where(extraction.text_id == match.text_id)
        .scalar_subquery()
    )
    shown = connection.execute(
        update(claim)
        .where(claim.text_id == match.text_id, claim.run_id == newest)
        .values(current=True)
    )
    return shown.rowcount


def _retire(
    connection: Connection,
    article_id: int,
    *tables: type[schema.ArticleText | schema.Claim],
) -> None:
    """Show none of an article's rows in these tables, or in both."""
    for table in tables or (schema.ArticleText, schema.Claim):
        connection.execute(
            update(table).where(table.article_id == article_id, table.current).values(current=False)
        )


def _store_article(
    connection: Connection, match: ArchiveMatch, article: Article, now: datetime
) -> int:
    """Write what is known of an article as read this time, but for what people set of it."""
    if match.article_id is not None:
        article = as_set(connection, match.article_id, article)
    values = {
        "path": article.path if is_text_given(article.path) else from_root(article.path),
        "url": article.url,
        "outlet_id": outlet_number(connection, article.outlet),
        "title": article.title,
        "title_key": None if article.title is None else fold(article.title),
        "published": article.published.value,
        "published_precision": article.published.precision,
        "published_evidence": article.published.evidence,
        "stated": article.stated.value,
        "stated_precision": article.stated.precision,
        "stated_evidence": article.stated.evidence,
        "fetched": article.fetched.value,
        "fetched_evidence": article.fetched.evidence,
        "language": article.language,
    }
    table = schema.Article
    article_id = match.article_id
    if article_id is None:
        values |= {"public_id": _free_public_id(connection, article), "created_at": now}
        values["key"] = article_key(article)
        article_id = connection.execute(_new_article(), values).scalar_one()
    else:
        connection.execute(update(table).where(table.id == article_id).values(values))
    write_byline(connection, article_id, article.byline)
    return article_id


def _let_arrive(connection: Connection, article_id: int) -> None:
    """Have no article that is seen later be older than one that is seen now.

    By that is told what is new to somebody. Of several writers to a server one may begin first and
    commit last, and their machines' clocks differ. On SQLite only one writes at a time.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(sql("SELECT pg_advisory_xact_lock(:key)"), {"key": _ARRIVING})
        table = schema.Article
        arrived = update(table).where(table.id == article_id)
        connection.execute(arrived.values(created_at=func.clock_timestamp()))


def _free_public_id(connection: Connection, article: Article) -> str:
    public_id = article_public_id(article.sha256)
    taken = connection.scalar(_of_public_id(), {"public_id": public_id})
    return public_id if taken is None else article_public_id(article.sha256, article_key(article))


def _store_text(connection: Connection, article_id: int, article: Article, now: datetime) -> int:
    newest = connection.scalar(_newest_version(), {"article": article_id})
    text_id = connection.execute(
        _new_text(),
        {
            "article_id": article_id,
            "version": (newest or 0) + 1,
            "current": True,
            "sha256": article.sha256,
            "text": article.text,
            "encoding": article.encoding,
            "html": article.html,
            "created_at": now,
        },
    ).scalar_one()
    segments = enumerate(article.segments)
    add(
        connection,
        insert_all(schema.Segment),
        [
            {"text_id": text_id, "ordinal": n, "kind": s.kind, "start": s.start, "end": s.end}
            for n, s in segments
        ],
    )
    pages = enumerate(article.page_starts, start=1)
    add(
        connection,
        insert_all(schema.Page),
        [{"text_id": text_id, "number": n, "start": start} for n, start in pages],
    )
    return text_id


def _store_claims(
    connection: Connection,
    article: Article,
    claims: Sequence[Claim],
    article_id: int,
    text_id: int,
    run_id: int,
    now: datetime,
) -> None:
    connection.execute(insert_all(schema.Extraction), {"text_id": text_id, "run_id": run_id})
    if not claims:
        return
    owner = {"article_id": article_id, "text_id": text_id, "run_id": run_id}
    mention_ids = _store_mentions(connection, article, claims, owner, now)
    public_ids = claim_public_ids(article.sha256, claims)
    table = schema.Claim
    rows = [
        {**owner, **claim_values(article.text, claim), "public_id": public_id}
        for claim, public_id in zip(claims, public_ids, strict=True)
    ]
    ids = add_numbered(connection, table, rows, new_numbers(connection, len(rows)))
    numbered = list(zip(ids, claims, strict=True))
    _store_parents(connection, numbered)
    spans = [row for n, claim in numbered for row in span_values(article.text, n, claim)]
    add(connection, insert_all(schema.ClaimSpan), spans)
    speakers = [
        {
            "claim_id": n,
            "ordinal": ordinal,
            "mention_id": mention_ids[identity(speaker)],
            "confidence": speaker.confidence,
        }
        for n, claim in numbered
        for ordinal, speaker in enumerate(claim.speakers)
    ]
    add(connection, insert_all(schema.ClaimSpeaker), speakers)
    store_phrases(connection, article.text, numbered)
    set_aside_in(connection, text_id, run_id)


def _store_parents(connection: Connection, numbered: Sequence[tuple[int, Claim]]) -> None:
    nested = [
        {"inner": number, "outer": numbered[claim.parent][0]}
        for number, claim in numbered
        if claim.parent is not None
    ]
    if nested:
        connection.execute(_set_parent(), nested)


@cache
def _set_parent() -> Update:
    table = schema.Claim
    return update(table).where(table.id == bindparam("inner")).values(parent_id=bindparam("outer"))


def _store_mentions(
    connection: Connection,
    article: Article,
    claims: Sequence[Claim],
    owner: dict[str, int],
    now: datetime,
) -> dict[Any, int]:
    """Ids of the mentions of an article's speakers, by what makes two of them the same."""
    speakers = article_speakers(article, claims)
    if not speakers:
        return {}
    where = {"text_id": owner["text_id"], "run_id": owner["run_id"]}
    ids = add_numbered(
        connection,
        schema.Mention,
        [
            {**where, "ordinal": ordinal, "name": speaker.name, "kind": speaker.kind}
            for ordinal, speaker in enumerate(speakers.values())
        ],
    )
    mentions = list(zip(ids, speakers.values(), strict=True))
    add(
        connection,
        insert_all(schema.Affiliation),
        [
            row
            for n, speaker in mentions
            for row in affiliation_values(article.text, n, speaker.affiliations)
        ],
    )
    link(connection, owner["article_id"], mentions, now=now)
    return dict(zip(speakers, ids, strict=True))
