"""Which texts and claims show, whose they are, and whether they show what people judged."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from sqlalchemy import ColumnElement, Connection, Select, and_, func, insert, or_, select
from sqlalchemy.orm import Mapped, aliased

from claims.language.folding import fold
from claims.review import ReviewState
from db.keeping.problems import Mend, Problem
from db.schema import core as schema
from db.schema import review as review_schema
from db.schema.articles import ArticleEvent
from db.schema.base import Base
from db.schema.choices import ReviewField
from db.schema.identity import Entity, MentionEntity, Naming

_AT_ONCE: Final = 1000

_AUTHORS: Final = frozenset({"who", "author"})
"""What columns are called that tell who did something."""


def check_versions(connection: Connection) -> Iterator[Problem]:
    """Claims must show where their text does, and belong to the article that it belongs to."""
    claim, text = schema.Claim, schema.ArticleText
    astray = select(claim.public_id).join(text, text.id == claim.text_id)
    for public_id in connection.scalars(astray.where(claim.article_id != text.article_id)):
        yield Problem(f"claim {public_id}", "is of another article than its text")
    unread = astray.where(and_(claim.current, ~text.current, ~_is_judged()))
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


def _is_judged() -> ColumnElement[bool]:
    """Whether people judged a claim: it may go on showing though no later text or run has it."""
    claim, event = schema.Claim, review_schema.ReviewEvent
    judged = select(event.step_id).where(event.public_id == claim.public_id).exists()
    return or_(judged, claim.review != ReviewState.MACHINE.value)


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


def check_meant(connection: Connection) -> Iterator[Problem]:
    """Each mention means somebody of its name, unless a person said whom it means."""
    mention, meant, text = schema.Mention, MentionEntity, schema.ArticleText
    rows = connection.execute(
        select(mention.text_id, mention.kind, mention.name, text.article_id, meant.entity_id)
        .add_columns(Entity.kind.label("other_kind"), Entity.name_key)
        .join(text, text.id == mention.text_id)
        .join(meant, and_(meant.mention_id == mention.id, meant.retired_at.is_(None)))
        .join(Entity, Entity.id == meant.entity_id)
        .order_by(mention.id)
        .execution_options(yield_per=_AT_ONCE)
    )
    said = {
        (article_id, kind, key, entity_id)
        for article_id, kind, key, entity_id in connection.execute(
            select(Naming.article_id, Naming.kind, Naming.name_key, Naming.entity_id).where(
                Naming.retired_at.is_(None)
            )
        )
    }
    for row in rows:
        key = fold(row.name) or row.name
        named = (row.kind, key) == (row.other_kind, row.name_key)
        if not named and (row.article_id, row.kind, key, row.entity_id) not in said:
            where = f"mention of {row.name} of text {row.text_id}"
            yield Problem(where, f"means the {row.other_kind} {row.name_key!r}")


def check_runs(connection: Connection) -> Iterator[Problem]:
    """Runs are known to have extracted from the texts that they found claims in, and what the last
    one found in a text is what shows of it."""
    claim, text, extraction = schema.Claim, schema.ArticleText, schema.Extraction
    known = select(extraction.run_id).where(
        extraction.text_id == claim.text_id, extraction.run_id == claim.run_id
    )
    for text_id, run_id in connection.execute(
        select(claim.text_id, claim.run_id)
        .where(~known.exists())
        .distinct()
        .order_by(claim.text_id, claim.run_id)
    ):
        what = f"run {run_id} found claims in it, but is not known to have read it"
        yield Problem(f"text {text_id}", what, Mend(_add_run, (text_id, run_id)))
    last = select(func.max(extraction.run_id)).where(extraction.text_id == text.id)
    of_last = claim.run_id == last.scalar_subquery()
    for public_id, current in connection.execute(
        select(claim.public_id, claim.current)
        .join(text, text.id == claim.text_id)
        .where(text.current, claim.current != of_last, ~and_(claim.current, _is_judged()))
        .order_by(claim.id)
    ):
        told = "shows although a later run" if current else "does not show although the last run"
        yield Problem(f"claim {public_id}", f"{told} read its text")


def _add_run(connection: Connection, those: Sequence[tuple[int, int]]) -> None:
    rows = [{"text_id": text_id, "run_id": run_id} for text_id, run_id in those]
    connection.execute(insert(schema.Extraction), rows)


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
