"""Which texts and claims show, whose they are, and whether they show what people judged."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import groupby
from typing import Final

from sqlalchemy import Connection, Select, and_, func, or_, select
from sqlalchemy.orm import Mapped, aliased

from claims.review import ReviewState
from db.keeping.problems import Problem
from db.schema import core as schema
from db.schema import review as review_schema
from db.schema.articles import ArticleEvent
from db.schema.base import Base
from db.schema.choices import ReviewField
from db.schema.identity import MentionEntity

_AT_ONCE: Final = 1000

_AUTHORS: Final = frozenset({"who", "author"})
"""What columns are called that tell who did something."""


def check_versions(connection: Connection) -> Iterator[Problem]:
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


def check_claims(connection: Connection) -> Iterator[Problem]:
    """A claim's parent is of its text, and whoever speaks it is somebody."""
    claim, parent = schema.Claim, aliased(schema.Claim)
    for (public_id,) in connection.execute(
        select(claim.public_id)
        .join(parent, parent.id == claim.parent_id)
        .where(or_(parent.text_id != claim.text_id, parent.id == claim.id))
        .order_by(claim.id)
    ):
        yield Problem(f"claim {public_id}", "is inside a claim of another text")
    speaker, mention, meant = schema.ClaimSpeaker, schema.Mention, MentionEntity
    for public_id, name in connection.execute(
        select(claim.public_id, mention.name)
        .join(speaker, speaker.claim_id == claim.id)
        .join(mention, mention.id == speaker.mention_id)
        .where(mention.text_id != claim.text_id)
        .order_by(claim.id, speaker.ordinal)
    ):
        yield Problem(f"claim {public_id}", f"its speaker {name} is of another text")
    live = select(meant.id).where(meant.mention_id == mention.id, meant.retired_at.is_(None))
    for public_id, name in connection.execute(
        select(claim.public_id, mention.name)
        .join(speaker, speaker.claim_id == claim.id)
        .join(mention, mention.id == speaker.mention_id)
        .where(claim.current, ~live.exists())
        .order_by(claim.id, speaker.ordinal)
    ):
        yield Problem(f"claim {public_id}", f"its speaker {name} is nobody")


def check_mentions(connection: Connection) -> Iterator[Problem]:
    """Each mention speaks a claim, or did until somebody said who does."""
    mention, speaker, claim = schema.Mention, schema.ClaimSpeaker, schema.Claim
    event, original = review_schema.ReviewEvent, review_schema.ClaimOriginal
    speaks = select(speaker.claim_id).where(speaker.mention_id == mention.id)
    judged = select(event.step_id).where(
        event.text_id == mention.text_id, event.field == ReviewField.SPEAKERS.value
    )
    corrected = (
        select(original.claim_id)
        .join(claim, claim.id == original.claim_id)
        .where(claim.text_id == mention.text_id)
    )
    for text_id, name in connection.execute(
        select(mention.text_id, mention.name)
        .where(~speaks.exists(), ~judged.exists(), ~corrected.exists())
        .order_by(mention.id)
    ):
        yield Problem(f"mention of {name} of text {text_id}", "speaks no claim")


def check_authors(connection: Connection) -> Iterator[Problem]:
    """Whoever judged, decided or set something has a name."""
    for table in Base.metadata.sorted_tables:
        for name in _AUTHORS & set(table.columns.keys()):
            which = list(table.primary_key.columns)
            nameless = func.trim(table.columns[name]) == ""
            for key in connection.execute(select(*which).where(nameless).order_by(*which)):
                yield Problem(f"{table.name} {' '.join(map(str, key))}", "tells nobody who did it")


def check_events(connection: Connection) -> Iterator[Problem]:
    """What people changed can be read."""
    for kind, table in (("review", review_schema.ReviewEvent), ("article", ArticleEvent)):
        values = select(table.step_id, table.before, table.after).order_by(table.step_id)
        some = values.execution_options(yield_per=_AT_ONCE)
        for step, before, after in connection.execute(some):
            if not (_is_json(before) and _is_json(after)):
                yield Problem(f"{kind} step {step}", "does not tell what it changed")


def _is_json(value: str) -> bool:
    try:
        json.loads(value)
    except ValueError:
        return False
    return True


def check_reviews(connection: Connection) -> Iterator[Problem]:
    """Each claim's review state, note and tags must be those of its last events."""
    yield from _states(connection)
    note, tag = review_schema.ClaimNote, review_schema.ClaimTag
    yield from _written(connection, ReviewField.NOTE, note, note.note)
    yield from _written(connection, ReviewField.TAGS, tag, tag.tag)


def _last(field: ReviewField) -> Select[str]:
    """What the last event of a claim's field left."""
    claim, event = schema.Claim, review_schema.ReviewEvent
    events = select(event.after).where(
        event.public_id == claim.public_id, event.field == field.value
    )
    return events.order_by(event.step_id.desc()).limit(1)


def _written(
    connection: Connection,
    field: ReviewField,
    table: type[review_schema.ClaimNote | review_schema.ClaimTag],
    words: Mapped[str],
) -> Iterator[Problem]:
    """What people wrote on claims, which only they do."""
    claim, event = schema.Claim, review_schema.ReviewEvent
    some = select(event.public_id).where(event.field == field.value)
    has_some = or_(claim.public_id.in_(some), claim.id.in_(select(table.claim_id)))
    rows = connection.execute(
        select(claim.id, claim.public_id, words, _last(field).scalar_subquery())
        .outerjoin(table, table.claim_id == claim.id)
        .where(claim.current, has_some)
        .order_by(claim.id)
    )
    for (_, public_id), those in groupby(rows, key=lambda row: (row[0], row[1])):
        found = list(those)
        last = found[0][3]
        if last is not None and not _is_json(last):
            continue
        said = json.loads(last or "null") or []
        wanted = {said} if isinstance(said, str) else set(said)
        if {row[2] for row in found} - {None} != wanted:
            what = f"does not have the {field.value} of its last event"
            yield Problem(f"claim {public_id}", what)


def _states(connection: Connection) -> Iterator[Problem]:
    claim, event = schema.Claim, review_schema.ReviewEvent
    states = _last(ReviewField.REVIEW)
    last = states.scalar_subquery()
    judged = claim.review != ReviewState.MACHINE.value
    for public_id, review in connection.execute(
        select(claim.public_id, claim.review).where(judged, ~states.exists()).order_by(claim.id)
    ):
        yield Problem(f"claim {public_id}", f"is {review}, though nobody judged it")
    rows = connection.execute(
        select(claim.public_id, claim.review, last)
        .where(claim.current, claim.public_id.in_(select(event.public_id)))
        .order_by(claim.id)
    )
    for public_id, review, last_review in rows:
        if last_review is None or not _is_json(last_review):
            continue
        if json.loads(last_review) != review:
            yield Problem(f"claim {public_id}", f"is {review}, which its last event does not say")
