"""Checking a whole archive: every span against its text, and the indexes against the rows."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, Engine, and_, func, or_, select
from sqlalchemy.exc import DBAPIError

from claims.review import ReviewState
from db.connection.engine import writing
from db.connection.errors import reason
from db.schema import core as schema
from db.schema import review as review_schema
from db.schema.choices import ReviewField, SpanPart
from db.schema.fulltext import INDEXES
from db.schema.values import SEPARATOR


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that is not as it should be: where, and what."""

    where: str
    what: str


def verify(engine: Engine) -> list[Problem]:
    """All that is wrong with an archive; an empty list means it is sound.

    Every text is hashed and every stored piece of one compared with it, so this takes a while.
    SQLite's checks need an archive that is open for writing; nothing is written.
    """
    with engine.connect() as connection:
        problems = [*_texts(connection), *_versions(connection), *_reviews(connection)]
    if engine.dialect.name == "sqlite":
        problems += _file(engine)
    return problems


def _texts(connection: Connection) -> Iterator[Problem]:
    ids = connection.scalars(select(schema.ArticleText.id).order_by(schema.ArticleText.id)).all()
    for text_id in ids:
        table = schema.ArticleText
        sha256, text = connection.execute(
            select(table.sha256, table.text).where(table.id == text_id)
        ).one()
        if hashlib.sha256(text.encode("utf-8")).hexdigest() != sha256:
            yield Problem(f"text {text_id}", "does not have its hash")
        for where, start, end, exact in _pieces(connection, text_id):
            if text[start:end] != exact:
                yield Problem(f"{where} of text {text_id}", f"[{start}, {end}) is not {exact!r}")
        yield from _segments(connection, text_id, len(text))
        yield from _shown(connection, text_id)


def _pieces(connection: Connection, text_id: int) -> Iterator[tuple[str, int, int, str]]:
    claim, span = schema.Claim, schema.ClaimSpan
    spans = connection.execute(
        select(claim.public_id, span.part, span.start, span.end, span.exact)
        .join(span)
        .where(claim.text_id == text_id)
    )
    for public_id, part, start, end, exact in spans:
        yield f"{part} of claim {public_id}", start, end, exact
    mention, affiliation = schema.Mention, schema.Affiliation
    affiliations = connection.execute(
        select(mention.name, affiliation.start, affiliation.end, affiliation.exact)
        .join(affiliation)
        .where(mention.text_id == text_id)
    )
    for name, start, end, exact in affiliations:
        yield f"affiliation of {name}", start, end, exact


def _segments(connection: Connection, text_id: int, size: int) -> Iterator[Problem]:
    table = schema.Segment
    reached = 0
    for start, end in connection.execute(
        select(table.start, table.end).where(table.text_id == text_id).order_by(table.ordinal)
    ):
        if not reached <= start < end <= size:
            yield Problem(f"segment of text {text_id}", f"[{start}, {end}) overlaps or leaves it")
        reached = end


def _shown(connection: Connection, text_id: int) -> Iterator[Problem]:
    """Whether each claim's row shows the pieces that its spans are."""
    claim, span = schema.Claim, schema.ClaimSpan
    found: dict[tuple[int, str], list[str]] = {}
    for number, part, exact in connection.execute(
        select(claim.id, span.part, span.exact)
        .join(span)
        .where(claim.text_id == text_id)
        .order_by(claim.id, span.part, span.ordinal)
    ):
        found.setdefault((number, part), []).append(exact)
    rows = connection.execute(
        select(claim.id, claim.public_id, claim.content, claim.cue, claim.source).where(
            claim.text_id == text_id
        )
    )
    for number, public_id, *shown in rows:
        parts = (SpanPart.CONTENT, SpanPart.CUE, SpanPart.SOURCE)
        for part, words in zip(parts, shown, strict=True):
            if SEPARATOR.join(found.get((number, part), [])) != words:
                yield Problem(f"claim {public_id}", f"its {part} is not its spans'")


def _versions(connection: Connection) -> Iterator[Problem]:
    """Claims must show where their text does, and belong to the article that it belongs to."""
    claim, text = schema.Claim, schema.ArticleText
    astray = select(claim.public_id).join(text, text.id == claim.text_id)
    for public_id in connection.scalars(astray.where(claim.article_id != text.article_id)):
        yield Problem(f"claim {public_id}", "is of another article than its text")
    # What people judged may go on showing though no later text has it.
    event = review_schema.ReviewEvent
    judged = select(event.step_id).where(event.public_id == claim.public_id).exists()
    machine = claim.review == ReviewState.MACHINE.value
    unread = astray.where(and_(claim.current, ~text.current, ~judged, machine))
    for public_id in connection.scalars(unread):
        yield Problem(f"claim {public_id}", "shows although its text does not")
    article = schema.Article
    unshown = (
        select(article.public_id)
        .outerjoin(text, and_(text.article_id == article.id, text.current))
        .group_by(article.id)
        .having(or_(func.count(text.id) == 0, func.count(text.id) > 1))
    )
    for public_id in connection.scalars(unshown):
        yield Problem(f"article {public_id}", "does not show one text")


def _reviews(connection: Connection) -> Iterator[Problem]:
    """Each claim's review state must be that of its last event."""
    claim, event = schema.Claim, review_schema.ReviewEvent
    last = (
        select(event.after)
        .where(event.public_id == claim.public_id, event.field == ReviewField.REVIEW.value)
        .order_by(event.step_id.desc())
        .limit(1)
        .scalar_subquery()
    )
    judged = claim.public_id.in_(select(event.public_id))
    rows = connection.execute(
        select(claim.public_id, claim.review, last).where(claim.current, judged)
    )
    for public_id, review, told in rows:
        # Of what was judged before an archive was taken to an older version and back none is left.
        if told is not None and json.loads(told) != review:
            yield Problem(f"claim {public_id}", f"is {review}, which its last event does not say")


def _file(engine: Engine) -> list[Problem]:
    """SQLite's own checks, of the file, the references and the full-text indexes."""
    problems = []
    with engine.connect() as connection:
        for (told,) in connection.exec_driver_sql("PRAGMA integrity_check"):
            if told != "ok":
                problems.append(Problem("database file", told))
        for table, row, other, _ in connection.exec_driver_sql("PRAGMA foreign_key_check"):
            problems.append(Problem(f"{table} {row}", f"refers to no {other}"))
    for index in INDEXES:
        try:
            with writing(engine) as connection:
                # Rank 1 makes FTS5 compare with the indexed table, not only within itself.
                connection.exec_driver_sql(
                    f"INSERT INTO {index.fts}({index.fts}, rank) VALUES ('integrity-check', 1)"
                )
        except DBAPIError as error:
            problems.append(Problem(index.fts, reason(error)))
    return problems
